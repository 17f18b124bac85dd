// The first page of the hit that is looked at, beside the list. Nothing is fetched for hits that are only passed by.
import { ask } from '../../shell/api.js';
import { debounced, fill, h } from '../../shell/dom.js';
import { nameOf } from '../../parts/paper_names.js';
import { drawPage, openPdf } from '../../parts/pdf_file.js';
import { pagesOf, pdfOf } from './pages_of.js';
import { t } from './words.js';

/** @typedef {import('./hits.js').Hit} Hit */

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

export class Glance {
    constructor() {
        this.place = h('div', { class: 'picture' });
        this.element = h('aside', { class: 'glance', 'aria-label': t('glance') }, this.place);
        this.turn = 0;
        this.later = debounced(250, (/** @type {Hit} */ hit) => {
            const mine = ++this.turn;
            this.show(hit, mine).catch(() => this.put(mine, h('p', {}, t('noPicture'))));
        });
    }

    /** @param {Hit | undefined} hit */
    look(hit) {
        if (getComputedStyle(this.element).display === 'none') return; // no room for it
        if (hit) return this.later(hit);
        this.leave();
        fill(this.place);
    }

    leave() {
        this.later.cancel();
        this.turn++;
    }

    /** Where nothing else is looked at meanwhile. @param {number} mine @param {...(Node | null)} shown */
    put(mine, ...shown) {
        if (mine === this.turn) fill(this.place, ...shown);
    }

    /** @param {Hit} hit @param {number} mine */
    async show(hit, mine) {
        const { versions } = await ask('GET', `/archive/documents/${hit.id}`);
        if (mine !== this.turn) return;
        const size = pdfOf(versions[0])?.size ?? 0;
        if (size <= mostBytes || pictures.has(hit.id)) return this.draw(hit, versions[0], mine);
        const words = t('showLarge', { megabytes: Math.round(size / 1e6) });
        this.put(mine, h('button', { type: 'button', onclick: () => this.draw(hit, versions[0], mine) }, words));
    }

    /** @param {Hit} hit @param {import('./pages_of.js').Version} version @param {number} mine */
    async draw(hit, version, mine) {
        const picture = await pictureOf(hit.id, version);
        if (!picture) return this.put(mine, h('p', {}, t('noPicture')));
        picture.setAttribute('role', 'img');
        picture.setAttribute('aria-label', t('firstPage', { name: nameOf(hit) }));
        this.put(mine, picture, pdfOf(version) ? null : h('p', { class: 'made' }, t('madeFromData')));
    }
}
