// Words in the text of a PDF, found without accents: where they stand on the pages.
import { plain } from '../../shell/language.js';

/** @typedef {import('../../parts/pdf_file.js').Pdf} Pdf */
/** @typedef {import('../../parts/pdf_view.js').Mark} Mark */
/** @typedef {{ text: string, from: number, box: number[] }} Run a piece of text on a line; from: its place in the page's text */

const most = 500;

/** A page's text, one folded letter for each letter, and the runs that it is made of. @param {Pdf} pdf @param {number} number */
async function textOf(pdf, number) {
    const page = await pdf.getPage(number);
    const viewport = page.getViewport({ scale: 1 });
    /** @type {Run[]} */
    const runs = [];
    let whole = '';
    for (const item of (await page.getTextContent()).items) {
        if (!('str' in item)) continue;
        const text = fold(item.str);
        const [x, y] = [item.transform[4], item.transform[5]];
        const [x1, y1, x2, y2] = viewport.convertToViewportRectangle([x, y - item.height * 0.2, x + item.width, y + item.height * 0.85]);
        runs.push({ text, from: whole.length, box: [Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2)] });
        whole += item.hasEOL && !text.endsWith(' ') ? `${text} ` : text;
    }
    return { whole, runs };
}

/** @type {WeakMap<Pdf, Promise<{ whole: string, runs: Run[] }[]>>} */
const known = new WeakMap();

/** @param {Pdf} pdf */
function textsOf(pdf) {
    const texts = known.get(pdf) ?? Promise.all(Array.from({ length: pdf.numPages }, (_, index) => textOf(pdf, index + 1)));
    known.set(pdf, texts);
    return texts;
}

/** @param {string} text */
function fold(text) {
    return [...text.normalize('NFC')].map((letter) => (/\s/.test(letter) ? ' ' : plain(letter).charAt(0) || ' ')).join('');
}

/** What a piece of the text covers of each run. @param {Run[]} runs @param {number} page @param {number} from @param {number} to @returns {Mark[]} */
function marksOf(runs, page, from, to) {
    return runs
        .filter((run) => run.from < to && run.from + run.text.length > from)
        .map(({ box: [x1, y1, x2, y2], text, from: start }) => {
            const step = (x2 - x1) / text.length;
            return {
                page,
                kind: 'found',
                box: [x1 + Math.max(0, from - start) * step, y1, x1 + Math.min(text.length, to - start) * step, y2],
            };
        });
}

/**
 * The places of the phrase; where it does not occur, those of its words.
 * @param {Pdf} pdf
 * @param {string} words
 * @returns {Promise<{ places: Mark[][], hasText: boolean }>} each place as the boxes that it covers
 */
export async function findInPages(pdf, words) {
    const phrase = fold(words).replace(/"/g, ' ').trim().split(/ +/);
    const pages = await textsOf(pdf);
    const find = (/** @type {string[]} */ wanted) => {
        const body = wanted.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join(' +');
        const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${body}(?![\\p{L}\\p{N}])`, 'gu');
        return pages
            .flatMap(({ whole, runs }, index) =>
                [...whole.matchAll(pattern)].map((found) => marksOf(runs, index + 1, found.index, found.index + found[0].length)),
            )
            .filter((marks) => marks.length > 0);
    };
    const whole = find(phrase);
    const places = whole.length || phrase.length === 1 ? whole : phrase.flatMap((word) => find([word]));
    places.sort((a, b) => a[0].page - b[0].page || a[0].box[1] - b[0].box[1]);
    return { places: places.slice(0, most), hasText: pages.some(({ whole }) => whole.trim() !== '') };
}
