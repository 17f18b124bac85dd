// What hits are narrowed down by.
import { debounced, h, labelled } from '../../shell/dom.js';
import { dayField } from '../../parts/day_field.js';
import { filtersIn } from './search_state.js';
import { t } from './words.js';

/** @typedef {import('./search_state.js').Search} Search */
/** @typedef {{ total: number, types: string[], years: string[], issuers: string[] }} Facets */

const longest = 80; // longer names of issuers were read wrongly

export class Filters {
    /** @param {Search} search changed in place @param {() => void} onchange */
    constructor(search, onchange) {
        this.search = search;
        this.onchange = onchange;
        this.typed = debounced(200, onchange);
        this.type = this.select('type');
        this.year = this.select('year');
        this.known = h('datalist', { id: 'known-issuers' });
        this.texts = [this.text('issuer', this.known.id), this.text('signer'), this.text('agency')];
        this.days = [this.day('due_from', t('dueFrom')), this.day('due_to', t('dueTo'))];
        this.clear = h('button', { type: 'button', class: 'clear', onclick: () => this.clearAll() }, t('clearFilters'));
        this.summary = h('summary');
        const fields = [labelled(t('type'), this.type), labelled(t('year'), this.year), ...this.texts.map((one) => one.element)];
        const row = h('div', { class: 'row' }, ...fields, ...this.days.map((day) => day.element), this.clear, this.known);
        this.element = h('details', { class: 'filters' }, this.summary, row);
        this.element.open = filtersIn(search) > 0 || window.matchMedia('(min-width: 70rem)').matches;
        this.show();
    }

    /** @param {'type' | 'year'} name */
    select(name) {
        const control = h('select', { onchange: () => this.set(name, control.value) }, h('option', { value: '' }, t('all')));
        return control;
    }

    /** @param {'issuer' | 'signer' | 'agency'} name @param {string} [list] */
    text(name, list) {
        const control = h('input', { value: this.search[name], autocomplete: 'off', list });
        control.addEventListener('input', () => {
            this.search[name] = control.value.trim();
            this.typed();
        });
        return { control, element: labelled(t(name), control) };
    }

    /** @param {'due_from' | 'due_to'} name @param {string} label */
    day(name, label) {
        return dayField(label, { value: this.search[name], isPeriod: true, onchange: (iso) => this.set(name, iso) });
    }

    /** @param {keyof Search} name @param {string} value */
    set(name, value) {
        this.search[name] = value;
        this.onchange();
    }

    clearAll() {
        Object.assign(this.search, { type: '', year: '', issuer: '', signer: '', agency: '', due_from: '', due_to: '' });
        for (const control of [this.type, this.year, ...this.texts.map((one) => one.control)]) control.value = '';
        for (const day of this.days) day.set('');
        this.onchange();
    }

    leave() {
        this.typed.cancel();
    }

    /** How many are set. */
    show() {
        const count = filtersIn(this.search);
        this.summary.textContent = count ? t('filtersSet', { count }) : t('filters');
        this.clear.hidden = count === 0;
    }

    /** @param {Facets} facets */
    offer(facets) {
        offerValues(this.type, facets.types, this.search.type);
        offerValues(this.year, facets.years, this.search.year);
        const names = facets.issuers.filter((name) => name.length <= longest);
        this.known.replaceChildren(...names.map((value) => h('option', { value })));
    }
}

/**
 * What the address asks for stays chosen, also where no document has it.
 * @param {HTMLSelectElement} control @param {string[]} values @param {string} chosen
 */
function offerValues(control, values, chosen) {
    const all = chosen && !values.includes(chosen) ? [chosen, ...values] : values;
    control.replaceChildren(h('option', { value: '' }, t('all')), ...all.map((value) => h('option', { value }, value)));
    control.value = chosen;
}
