// The pages of a PDF below each other, in a box that scrolls; places on them can be outlined and clicked.
import { debounced, fill, h } from '../shell/dom.js';
import { openPdf, prepare } from './pdf_file.js';
import { Sheet } from './pdf_sheet.js';
import { t } from './words.js';

/** @typedef {import('./pdf_sheet.js').Mark} Mark */

const steps = [0.5, 0.67, 0.8, 1, 1.25, 1.5, 2, 3];
const pixelsPerPoint = 96 / 72;

class PdfView {
    /**
     * @param {{ label: string, onpoint?: (page: number, x: number, y: number, event: MouseEvent) => void, hasAllFonts?: boolean }} options
     *     hasAllFonts: all PDFs have, as those that the service makes
     */
    constructor({ label, onpoint, hasAllFonts }) {
        this.onpoint = onpoint;
        this.hasAllFonts = hasAllFonts;
        /** @type {Sheet[]} */
        this.sheets = [];
        /** @type {Mark[]} */
        this.marks = [];
        /** @type {import('./pdf_file.js').Pdf | null} */
        this.pdf = null;
        /** Zoom, 0: as wide as the box. */
        this.zoom = 0;
        this.turn = 0;
        this.place = h('span', { class: 'place' });
        this.pages = h('div', { class: 'pages', role: 'region', 'aria-label': label, tabindex: 0 });
        this.element = h('div', { class: 'pdf-view' }, this.tools(), this.pages);
        this.pages.addEventListener('click', (event) => this.pointed(event));
        this.pages.addEventListener('scroll', debounced(60, () => this.settle()));
        this.watch = new ResizeObserver(debounced(60, () => this.layOut()));
        this.watch.observe(this.pages);
        prepare().catch(() => {}); // told when pages are shown
    }

    tools() {
        /** @param {string} sign @param {string} label @param {() => void} action */
        const button = (sign, label, action) => h('button', { type: 'button', title: label, 'aria-label': label, onclick: action }, sign);
        return h(
            'div',
            { class: 'tools' },
            this.place,
            button('−', t('zoomOut'), () => this.step(-1)),
            button('+', t('zoomIn'), () => this.step(1)),
            button('↔', t('fit'), () => this.fit()),
        );
    }

    /** @param {-1 | 1} direction */
    step(direction) {
        const now = this.scale() / pixelsPerPoint;
        const next = direction > 0 ? steps.find((one) => one > now + 0.01) : steps.findLast((one) => one < now - 0.01);
        this.zoom = next ?? now;
        this.layOut();
    }

    fit() {
        this.zoom = 0;
        this.layOut();
    }

    /** Where nothing was chosen each sheet is as wide as the box, also beside one of the other orientation. @param {Sheet} [sheet] */
    scale(sheet = this.sheets[0]) {
        if (this.zoom) return this.zoom * pixelsPerPoint;
        return Math.max(120, this.pages.clientWidth - 24) / (sheet?.width ?? 1);
    }

    layOut() {
        const before = this.pages.scrollHeight;
        const at = this.pages.scrollTop;
        for (const sheet of this.sheets) sheet.resize(this.scale(sheet));
        if (before > 0 && this.pages.scrollHeight !== before) this.pages.scrollTop = (at * this.pages.scrollHeight) / before;
        return this.settle();
    }

    /** Draws the sheets that are in sight, then those around them; frees those far away; tells which is looked at. */
    settle() {
        const { turn } = this;
        const top = this.pages.scrollTop;
        const bottom = top + this.pages.clientHeight;
        const near = bottom - top;
        /** @type {Promise<void>[]} */
        const drawn = [];
        /** @type {Sheet[]} */
        const around = [];
        let current = 0;
        this.sheets.forEach((sheet, index) => {
            const from = sheet.element.offsetTop;
            const to = from + sheet.element.offsetHeight;
            if (from <= top + near / 3) current = index + 1;
            if (to > top && from < bottom) drawn.unshift(sheet.draw());
            else if (to > top - near && from < bottom + near) around.push(sheet);
            else if (to < top - 4 * near || from > bottom + 4 * near) sheet.clear();
        });
        this.place.textContent = this.sheets.length ? t('pageOf', { page: current, pages: this.sheets.length }) : '';
        return Promise.all(drawn).then(() => turn === this.turn && around.forEach((sheet) => sheet.draw()));
    }

    /** @param {MouseEvent} event */
    pointed(event) {
        const index = this.sheets.findIndex((sheet) => sheet.element.contains(/** @type {Node} */ (event.target)));
        if (index < 0) return;
        const { x, y } = this.sheets[index].pointOf(event);
        this.onpoint?.(index + 1, x, y, event);
    }

    /**
     * Shows these pages, a newer version at the same place and zoom. Resolves when those in sight are drawn, to the number of
     * pages; to 0 where a later call took its place.
     * @param {Uint8Array | null} data taken over; null: nothing
     */
    async show(data) {
        const turn = ++this.turn;
        if (!data) {
            this.take(null, []);
            fill(this.pages, h('p', { class: 'empty' }, t('noPages')));
            return 0;
        }
        /** @type {import('./pdf_file.js').Pdf | null} */
        let pdf = null;
        try {
            const opened = (pdf = await openPdf(data, this.hasAllFonts));
            const pages = await Promise.all(Array.from({ length: opened.numPages }, (_, i) => opened.getPage(i + 1)));
            if (turn !== this.turn) throw new DOMException('', 'AbortError');
            this.take(opened, pages);
            await this.layOut();
            return pages.length;
        } catch (fault) {
            pdf?.destroy();
            if (turn !== this.turn) return 0;
            this.take(null, []);
            fill(this.pages, h('p', { class: 'empty fault' }, t('unreadablePages', { reason: fault instanceof Error ? fault.message : String(fault) })));
            return 0;
        }
    }

    /** @param {import('./pdf_file.js').Pdf | null} pdf @param {import('./pdf_file.js').PdfPage[]} pages */
    take(pdf, pages) {
        const old = this.pdf;
        this.pdf = pdf;
        this.pages.querySelector('.empty')?.remove();
        for (const extra of this.sheets.splice(pages.length)) (extra.clear(), extra.element.remove());
        pages.forEach((page, index) => {
            const sheet = this.sheets[index];
            if (sheet) return sheet.replacePage(page);
            this.sheets.push(new Sheet(page, t('page', { page: index + 1, pages: pages.length })));
            this.pages.append(this.sheets[index].element);
        });
        this.sheets.forEach((sheet, index) => sheet.element.setAttribute('aria-label', t('page', { page: index + 1, pages: pages.length })));
        this.mark(this.marks);
        old?.destroy();
    }

    /**
     * Outlines places, instead of those outlined before.
     * @param {Mark[]} marks
     * @param {{ scroll?: boolean }} [options] scroll: brings the first into sight
     */
    mark(marks, { scroll = false } = {}) {
        this.marks = marks;
        this.sheets.forEach((sheet, index) => sheet.mark(marks.filter((mark) => mark.page === index + 1)));
        if (scroll && marks.length) this.reveal(marks[0]);
    }

    /** @param {Mark} mark */
    reveal({ page, box }) {
        const sheet = this.sheets[page - 1];
        if (!sheet) return;
        const margin = 40;
        const top = sheet.element.offsetTop + box[1] * sheet.scale - margin;
        const bottom = sheet.element.offsetTop + box[3] * sheet.scale + margin;
        if (top < this.pages.scrollTop || bottom > this.pages.scrollTop + this.pages.clientHeight) this.pages.scrollTop = top;
        const left = sheet.element.offsetLeft + box[0] * sheet.scale - margin;
        const right = sheet.element.offsetLeft + box[2] * sheet.scale + margin;
        if (left < this.pages.scrollLeft || right > this.pages.scrollLeft + this.pages.clientWidth) this.pages.scrollLeft = left;
    }

    close() {
        this.turn++;
        this.watch.disconnect();
        this.sheets.forEach((sheet) => sheet.clear());
        this.pdf?.destroy();
        this.pdf = null;
    }
}

/** @param {ConstructorParameters<typeof PdfView>[0]} options onpoint: a click, in points from the top left corner of the page */
export function pdfView(options) {
    return new PdfView(options);
}
