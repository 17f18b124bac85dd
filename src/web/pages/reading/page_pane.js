// The left side: the pages of the file; where it has none, the text that was read, in the same part.
import { ask, fetchFile } from '../../shell/api.js';
import { fill, h } from '../../shell/dom.js';
import { pdfView } from '../../parts/pdf_view.js';
import { t } from './words.js';

/** @typedef {import('./spots.js').Target} Target */

export class PagePane {
    /** @param {{ onpoint: (page: number, x: number, y: number) => void, online: (line: string) => void }} hooks online: a line of the text was chosen */
    constructor(hooks) {
        this.hooks = hooks;
        this.element = h('div', { class: 'page-pane' });
        /** @type {ReturnType<typeof pdfView> | null} */
        this.pdf = null;
        /** @type {HTMLElement[]} */
        this.lines = [];
    }

    /** @param {import('./desk.js').Reading} reading @param {string} text */
    async show(reading, text) {
        if (!reading.pages) return this.showText(text);
        this.pdf = pdfView({ label: t('pagesOf', { name: reading.name }), onpoint: this.hooks.onpoint });
        fill(this.element, this.pdf.element);
        const { blob } = await fetchFile('GET', `/readings/${reading.id}/pages.pdf`);
        await this.pdf?.show(new Uint8Array(await blob.arrayBuffer()));
    }

    /** @param {string} text */
    showText(text) {
        this.lines = text.split('\n').map((line) => h('p', { class: 'text-line' }, line));
        const sheet = h('div', { class: 'text-sheet', role: 'region', 'aria-label': t('textOf'), tabindex: 0 }, ...this.lines);
        sheet.addEventListener('click', (event) => {
            const line = /** @type {Element} */ (event.target).closest('.text-line')?.textContent?.trim();
            if (line) this.hooks.online(line);
        });
        fill(this.element, h('p', { class: 'why' }, t('noPages')), sheet);
    }

    /** Outlines spots, or the lines in which a text stands. @param {import('../../parts/pdf_sheet.js').Mark[]} marks @param {string} raw as it stood in the file @param {boolean} scroll */
    mark(marks, raw, scroll) {
        this.pdf?.mark(marks, { scroll });
        if (this.pdf || !this.lines.length) return;
        const found = raw.split('\n').flatMap((one) => this.lineOf(one.trim()) ?? []);
        for (const line of this.lines) line.classList.toggle('chosen', found.includes(line));
        if (scroll) found[0]?.scrollIntoView({ block: 'nearest' });
    }

    /** The line that says it, else one in which it stands; a few letters stand in many. @param {string} text */
    lineOf(text) {
        const fewest = 6;
        const said = (/** @type {HTMLElement} */ line) => line.textContent?.trim() ?? '';
        return this.lines.find((line) => text && said(line) === text) ?? this.lines.find((line) => text.length >= fewest && said(line).includes(text));
    }

    close() {
        this.pdf?.close();
        this.pdf = null;
    }
}

/** What the machine read at first. @param {number} id */
export async function originalOf(id) {
    const { content } = await ask('GET', `/readings/${id}/original`);
    return content;
}
