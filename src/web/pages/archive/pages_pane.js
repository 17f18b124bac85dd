// The pages of a document, with a search in their text.
import { fill, h } from '../../shell/dom.js';
import { tell } from '../../shell/notices.js';
import { pdfView } from '../../parts/pdf_view.js';
import { findInPages } from './find_in_pages.js';
import { pagesOf } from './pages_of.js';
import { t } from './document_words.js';

/** @param {string} sign @param {string} label @param {() => void} onclick */
function button(sign, label, onclick) {
    return h('button', { type: 'button', 'aria-label': label, title: label, onclick }, sign);
}

export class PagesPane {
    /** @param {string} words to be found from the beginning */
    constructor(words) {
        this.view = pdfView({ label: t('pages') });
        this.note = h('p', { class: 'note', hidden: true });
        this.input = h('input', {
            type: 'search',
            value: words,
            'aria-label': t('findInPages'),
            placeholder: t('findInPages'),
            autocomplete: 'off',
            oninput: () => this.search().catch(tell),
        });
        this.count = h('span', { role: 'status' });
        const buttons = [button('↑', t('previous'), () => this.go(-1)), button('↓', t('next'), () => this.go(1))];
        this.find = h('form', { class: 'find', role: 'search', 'aria-label': t('findInPages') }, this.input, ...buttons, this.count);
        this.find.addEventListener('submit', (event) => (event.preventDefault(), this.go(1)));
        this.element = h('div', { class: 'pane' }, this.note, this.find, this.view.element);
        /** @type {import('../../parts/pdf_view.js').Mark[][]} */
        this.places = [];
        this.at = 0;
        this.turn = 0;
        this.asked = new AbortController();
    }

    /** What is asked for last is shown, whatever comes first. @param {string} id @param {import('./pages_of.js').Version} version */
    async show(id, version) {
        this.asked.abort();
        const { signal } = (this.asked = new AbortController());
        try {
            const { data, isOriginal } = await pagesOf(id, version, signal);
            signal.throwIfAborted();
            fill(this.note, t(data ? 'madeFromData' : 'noPages'));
            this.note.hidden = isOriginal;
            this.find.hidden = !data;
            await this.view.show(data);
            if (!signal.aborted) await this.search();
        } catch (fault) {
            if (!signal.aborted) tell(fault);
        }
    }

    async search() {
        const mine = ++this.turn;
        const words = this.input.value.trim();
        const pdf = this.view.pdf;
        const found = words && pdf ? await findInPages(pdf, words) : { places: [], hasText: true };
        if (mine !== this.turn) return;
        this.places = found.places;
        this.at = 0;
        this.showPlace();
        if (words && pdf && !this.places.length) this.count.textContent = t(found.hasText ? 'notOnPages' : 'noText');
    }

    /** @param {1 | -1} direction */
    go(direction) {
        if (!this.places.length) return;
        this.at = (this.at + direction + this.places.length) % this.places.length;
        this.showPlace();
    }

    showPlace() {
        const current = this.places[this.at] ?? [];
        const others = this.places.filter((one) => one !== current).flat();
        this.view.mark([...current.map((mark) => ({ ...mark, kind: 'found current' })), ...others], { scroll: true });
        this.count.textContent = this.places.length ? t('placeOf', { at: this.at + 1, count: this.places.length }) : '';
    }

    /** Outlines a place instead of what was found. @param {number} page @param {number[]} box */
    point(page, box) {
        this.places = [];
        this.count.textContent = '';
        this.view.mark([{ page, box }], { scroll: true });
        this.view.element.scrollIntoView({ block: 'nearest' });
    }

    close() {
        this.turn++;
        this.asked.abort();
        this.view.close();
    }
}
