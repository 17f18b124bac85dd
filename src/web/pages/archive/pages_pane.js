// The pages of a document, with a search in their text.
import { fill, h } from '../../shell/dom.js';
import { tell } from '../../shell/notices.js';
import { pdfView } from '../../parts/pdf_view.js';
import { findInPages } from './find_in_pages.js';
import { pagesOf } from './pages_of.js';
import { t } from './document_words.js';

/** @param {string} words to be found from the beginning */
export function pagesPane(words) {
    const view = pdfView({ label: t('pages') });
    const note = h('p', { class: 'note', hidden: true });
    const input = h('input', { type: 'search', value: words, 'aria-label': t('findInPages'), placeholder: t('findInPages'), autocomplete: 'off' });
    const count = h('span', { role: 'status' });
    const previous = h('button', { type: 'button', 'aria-label': t('previous'), title: t('previous') }, '↑');
    const next = h('button', { type: 'button', 'aria-label': t('next'), title: t('next') }, '↓');
    const find = h('form', { class: 'find', role: 'search', 'aria-label': t('findInPages') }, input, previous, next, count);
    /** @type {import('../../parts/pdf_view.js').Mark[][]} */
    let places = [];
    let at = 0;
    let turn = 0;

    const showPlace = () => {
        const current = places[at] ?? [];
        const others = places.filter((one) => one !== current).flat();
        view.mark([...current.map((mark) => ({ ...mark, kind: 'found current' })), ...others], { scroll: true });
        count.textContent = places.length ? t('placeOf', { at: at + 1, count: places.length }) : '';
    };
    /** @param {number} direction */
    const go = (direction) => {
        at = places.length ? (at + direction + places.length) % places.length : 0;
        showPlace();
    };
    const search = async () => {
        const mine = ++turn;
        const pdf = view.pdf;
        const isAsked = pdf !== null && input.value.trim() !== '';
        const found = isAsked ? await findInPages(pdf, input.value) : { places: [], hasText: true };
        if (mine !== turn) return;
        places = found.places;
        at = 0;
        showPlace();
        if (isAsked && !places.length) count.textContent = t(found.hasText ? 'notOnPages' : 'noText');
    };
    find.addEventListener('submit', (event) => (event.preventDefault(), go(1)));
    input.addEventListener('input', () => search().catch(tell));
    previous.addEventListener('click', () => go(-1));
    next.addEventListener('click', () => go(1));

    return {
        element: h('div', { class: 'pane' }, note, find, view.element),
        /** @param {string} id @param {import('./pages_of.js').Version} version */
        async show(id, version) {
            try {
                const { data, isOriginal } = await pagesOf(id, version);
                fill(note, data ? t('madeFromData') : t('noPages'));
                note.hidden = isOriginal;
                find.hidden = !data;
                await view.show(data);
                await search();
            } catch (fault) {
                tell(fault);
            }
        },
        /** Outlines a place. @param {number} page @param {number[]} box */
        point(page, box) {
            places = [];
            count.textContent = '';
            view.mark([{ page, box }], { scroll: true });
            view.element.scrollIntoView({ block: 'nearest' });
        },
        close: () => view.close(),
    };
}
