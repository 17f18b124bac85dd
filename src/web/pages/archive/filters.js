// What hits are narrowed down by.
import { debounced, h, labelled } from '../../shell/dom.js';
import { dayField } from '../../parts/day_field.js';
import { filtersIn } from './search_state.js';
import { t } from './words.js';

/** @typedef {import('./search_state.js').Search} Search */
/** @typedef {{ total: number, types: string[], years: string[], issuers: string[] }} Facets */

/**
 * @param {Search} search changed in place
 * @param {() => void} onchange
 */
export function filters(search, onchange) {
    const typed = debounced(200, onchange);
    /** @param {'type' | 'year'} name @param {string} label */
    const select = (name, label) => {
        const control = h('select', {}, h('option', { value: '' }, t('all')));
        control.addEventListener('change', () => ((search[name] = control.value), onchange()));
        return { control, element: labelled(label, control) };
    };
    /** @param {'issuer' | 'signer' | 'agency'} name @param {string} label @param {string} [list] */
    const text = (name, label, list) => {
        const control = h('input', { value: search[name], autocomplete: 'off', list });
        control.addEventListener('input', () => ((search[name] = control.value.trim()), typed()));
        return { control, element: labelled(label, control) };
    };
    const type = select('type', t('type'));
    const year = select('year', t('year'));
    const known = h('datalist', { id: 'known-issuers' });
    const names = [text('issuer', t('issuer'), known.id), text('signer', t('signer')), text('agency', t('agency'))];
    /** @param {'due_from' | 'due_to'} name @param {string} label */
    const due = (name, label) => dayField(label, { value: search[name], isPeriod: true, onchange: (iso) => ((search[name] = iso), onchange()) });
    const days = [due('due_from', t('dueFrom')), due('due_to', t('dueTo'))];
    const clear = h('button', { type: 'button', class: 'clear' }, t('clearFilters'));
    const summary = h('summary');
    const element = h('details', { class: 'filters' }, summary, h('div', { class: 'row' }, type.element, year.element, ...names.map((one) => one.element), ...days.map((one) => one.element), clear, known));
    element.open = filtersIn(search) > 0 || window.matchMedia('(min-width: 70rem)').matches;
    clear.addEventListener('click', () => {
        Object.assign(search, { type: '', year: '', issuer: '', signer: '', agency: '', due_from: '', due_to: '' });
        for (const control of [type.control, year.control, ...names.map((one) => one.control)]) control.value = '';
        days.forEach((day) => day.set(''));
        onchange();
    });
    const show = () => {
        const count = filtersIn(search);
        summary.textContent = count ? t('filtersSet', { count }) : t('filters');
        clear.hidden = count === 0;
    };
    show();
    return { element, show, offer: (/** @type {Facets} */ facets) => offer(facets, search, type.control, year.control, known) };
}

/** @param {Facets} facets @param {Search} search @param {HTMLSelectElement} type @param {HTMLSelectElement} year @param {HTMLElement} issuers */
function offer(facets, search, type, year, issuers) {
    for (const [control, values, chosen] of /** @type {[HTMLSelectElement, string[], string][]} */ ([[type, facets.types, search.type], [year, facets.years, search.year]])) {
        // What the address asks for stays chosen, also where no document has it.
        const all = chosen && !values.includes(chosen) ? [chosen, ...values] : values;
        control.replaceChildren(h('option', { value: '' }, t('all')), ...all.map((value) => h('option', { value }, value)));
        control.value = chosen;
    }
    const longest = 80; // longer ones were read wrongly
    issuers.replaceChildren(...facets.issuers.filter((name) => name.length <= longest).map((value) => h('option', { value })));
}
