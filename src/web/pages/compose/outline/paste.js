// Text of many lines becomes points of an outline.
import { cleanLines } from '../../../parts/clean_text.js';
import { spliced } from '../../../parts/lists.js';
import { splitLabel, styleOf, styles } from './labels.js';
import { newLine, settled } from './lines.js';
import { likeLabel, renumbered, withAuto } from './numbering.js';

/** @typedef {import('./lines.js').Line} Line */
/** @typedef {import('./labels.js').Style} Style */

/** @type {Set<Style>} */
const headings = new Set(['part', 'chapter', 'division', 'subdivision']);

/** "Chương I" on a line of its own has its title on the next. @param {string[]} texts @returns {{ label: string, text: string }[]} */
function labelled(texts) {
    /** @type {{ label: string, text: string }[]} */
    const made = [];
    for (const line of texts) {
        const [label, text] = splitLabel(line);
        const last = made[made.length - 1];
        if (label === '' && last && last.text === '' && headings.has(/** @type {Style} */ (styleOf(last.label)))) last.text = text;
        else made.push({ label, text });
    }
    return made;
}

/**
 * The depth of each by its label, from 0: a kind that is open closes what stands below it, another one opens a level below;
 * plain lines belong to the numbered one above.
 * @param {{ label: string }[]} points @returns {number[]}
 */
function depthsOf(points) {
    const rank = (/** @type {string} */ style) => styles.indexOf(/** @type {Style} */ (style));
    /** @type {string[]} */
    let open = [];
    return points.map(({ label }) => {
        const style = styleOf(label);
        const at = open.indexOf(style);
        if (at >= 0) open.length = at;
        else if (style === '') open = open.filter((one) => one !== '' && one !== 'dash' && one !== 'plus');
        else open = open.filter((one) => one !== '' && rank(one) < rank(style));
        open.push(style);
        return open.length - 1;
    });
}

/** @param {string} text @returns {{ depth: number, label: string, text: string }[]} */
export function pointsOf(text) {
    const texts = cleanLines(text)
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '');
    const points = labelled(texts);
    const depths = depthsOf(points);
    return points.map((point, i) => ({ ...point, depth: depths[i] }));
}

/**
 * In place of what is selected in a line: its beginning goes on with the first point, its end with the last. Where the line
 * is empty, the first point takes its place. Headings become sections. There is a point at least.
 * @param {Line[]} lines @param {number} at @param {number} from @param {number} to @param {string} text
 * @returns {import('./edit.js').Edited}
 */
export function pasteInto(lines, at, from, to, text) {
    const line = lines[at];
    const points = pointsOf(text);
    const [before, behind] = [line.text.slice(0, from), line.text.slice(to)];
    const alone = before.trim() === '';
    const outermost = styleOf(points[0].label);
    const isHeading = headings.has(/** @type {Style} */ (outermost)) || outermost === 'roman' || outermost === 'capital';
    const base = alone && isHeading ? 0 : Math.max(1, line.depth);
    // Lines without any label go on with the labels that are there.
    const bare = points.every((point) => point.label === '') ? likeLabel(line.label) : '';
    const pasted = points.map((point) => newLine(base + point.depth, point.label || bare, point.text));
    const made = bare ? pasted : withAuto(pasted);
    if (!alone) made[0] = { ...line, text: before + (points[0].label && `${points[0].label} `) + points[0].text };
    else if (points[0].label === '') made[0] = { ...made[0], label: line.label, auto: line.auto };
    const last = made.length - 1;
    const caret = made[last].text.length;
    if (behind.trim() !== '' && /\n\s*$/.test(text)) made.push(newLine(line.depth, bare || likeLabel(line.label), behind.trimStart()));
    else made[last] = { ...made[last], text: made[last].text + behind };
    return { lines: renumbered(settled(spliced(lines, at, 1, ...made))), at: at + last, caret };
}
