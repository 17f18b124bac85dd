// The first page of the hit that is looked at, beside the list. Nothing is fetched for hits that are only passed by.
import { ask } from '../../shell/api.js';
import { debounced, fill, h } from '../../shell/dom.js';
import { nameOf } from '../../parts/paper_names.js';
import { drawPage, openPdf } from '../../parts/pdf_file.js';
import { pagesOf, pdfOf } from './pages_of.js';
import { t } from './words.js';

const width = 340;
const mostPictures = 40;
const mostBytes = 6_000_000;

/** Pictures of this session, newest last. @type {Map<string, Promise<HTMLCanvasElement | null>>} */
const pictures = new Map();

/** @param {string} id @param {import('./pages_of.js').Version} version */
async function draw(id, version) {
    const { data } = await pagesOf(id, version);
    if (!data) return null;
    const pdf = await openPdf(data);
    const page = await pdf.getPage(1);
    const { canvas, done } = drawPage(page, width / page.getViewport({ scale: 1 }).width);
    await done.finally(() => pdf.destroy());
    return canvas;
}

/** @param {string} id @param {import('./pages_of.js').Version} version */
function pictureOf(id, version) {
    const picture = pictures.get(id) ?? draw(id, version);
    pictures.delete(id);
    pictures.set(id, picture);
    picture.catch(() => pictures.delete(id));
    if (pictures.size > mostPictures) pictures.delete(String(pictures.keys().next().value));
    return picture;
}

/** What was drawn before a document changed. @param {string} id */
export function forgetPicture(id) {
    pictures.delete(id);
}

export function glance() {
    let turn = 0;
    const place = h('div', { class: 'picture' });
    const element = h('aside', { class: 'glance', 'aria-label': t('glance') }, place);

    /** @param {import('./hits.js').Hit} hit @param {number} mine */
    async function show(hit, mine) {
        const { versions } = await ask('GET', `/archive/documents/${hit.id}`);
        if (mine !== turn) return;
        const size = pdfOf(versions[0])?.size ?? 0;
        if (size > mostBytes && !pictures.has(hit.id)) {
            const megabytes = Math.round(size / 1e6);
            return fill(place, h('button', { type: 'button', onclick: () => put(hit, versions[0], mine) }, t('showLarge', { megabytes })));
        }
        await put(hit, versions[0], mine);
    }

    /** @param {import('./hits.js').Hit} hit @param {import('./pages_of.js').Version} version @param {number} mine */
    async function put(hit, version, mine) {
        const picture = await pictureOf(hit.id, version);
        if (mine !== turn) return;
        if (!picture) return fill(place, h('p', {}, t('noPicture')));
        picture.setAttribute('role', 'img');
        picture.setAttribute('aria-label', t('firstPage', { name: nameOf(hit) }));
        fill(place, picture, pdfOf(version) ? null : h('p', { class: 'made' }, t('madeFromData')));
    }

    const later = debounced(250, (/** @type {import('./hits.js').Hit} */ hit) => {
        const mine = ++turn;
        show(hit, mine).catch(() => mine === turn && fill(place, h('p', {}, t('noPicture'))));
    });
    return {
        element,
        /** @param {import('./hits.js').Hit | undefined} hit */
        look(hit) {
            if (getComputedStyle(element).display === 'none') return; // no room for it
            if (hit) return later(hit);
            later.cancel();
            turn++;
            fill(place);
        },
        leave() {
            later.cancel();
            turn++;
        },
    };
}
