// One page of a PDF: drawn when it comes near the window, with outlines over it.
import { h } from '../shell/dom.js';
import { drawPage } from './pdf_file.js';
import { t } from './words.js';

/** @typedef {{ page: number, box: number[], kind?: string, label?: string }} Mark box: x1, y1, x2, y2 in points from the top left corner */

export class Sheet {
    /** @param {import('./pdf_file.js').PdfPage} page @param {string} label */
    constructor(page, label) {
        this.scale = 1;
        /** The scale that is on the canvas or being drawn; 0: none. */
        this.drawn = 0;
        /** @type {ReturnType<typeof drawPage> | null} */
        this.drawing = null;
        this.page = page;
        this.width = this.height = 1;
        this.replacePage(page);
        this.marks = h('div', { class: 'marks' });
        this.element = h('div', { class: 'sheet', role: 'img', 'aria-label': label }, this.marks);
    }

    /** The same sheet of a newer version: what is drawn stays until the new page is. @param {import('./pdf_file.js').PdfPage} page */
    replacePage(page) {
        this.stop();
        this.page = page;
        const size = page.getViewport({ scale: 1 });
        this.width = size.width;
        this.height = size.height;
        this.drawn = 0;
    }

    /** @param {number} scale CSS pixels a point */
    resize(scale) {
        this.scale = scale;
        this.element.style.width = `${Math.round(this.width * scale)}px`;
        this.element.style.height = `${Math.round(this.height * scale)}px`;
    }

    async draw() {
        if (this.drawn === this.scale) return;
        this.drawing?.cancel();
        const drawing = drawPage(this.page, this.scale);
        this.drawing = drawing;
        this.drawn = this.scale;
        /** @type {Node} */
        let shown = drawing.canvas;
        try {
            await drawing.done;
        } catch (fault) {
            shown = h('p', { class: 'fault' }, t('unreadablePages', { reason: fault instanceof Error ? fault.message : String(fault) }));
        }
        if (this.drawing !== drawing) return; // a newer one took its place
        this.drawing = null;
        this.element.replaceChildren(shown, this.marks);
    }

    /** Frees what is drawn. */
    clear() {
        this.stop();
        this.element.replaceChildren(this.marks);
    }

    stop() {
        this.drawing?.cancel();
        this.drawing = null;
        this.drawn = 0;
    }

    /** @param {Mark[]} marks those of this page */
    mark(marks) {
        this.marks.replaceChildren(
            ...marks.map(({ box: [left, top, right, bottom], kind, label }) => {
                const element = h('div', { class: `mark ${kind ?? ''}`, title: label });
                element.style.left = `${(left / this.width) * 100}%`;
                element.style.top = `${(top / this.height) * 100}%`;
                element.style.width = `${((right - left) / this.width) * 100}%`;
                element.style.height = `${((bottom - top) / this.height) * 100}%`;
                return element;
            }),
        );
    }

    /** Points from the top left corner. @param {MouseEvent} event */
    pointOf(event) {
        const frame = this.element.getBoundingClientRect();
        return { x: (event.clientX - frame.left) / this.scale, y: (event.clientY - frame.top) / this.scale };
    }
}
