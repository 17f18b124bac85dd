// What the list of tasks is narrowed down by.
import { debounced, h, labelled } from '../../shell/dom.js';
import { dayOf } from '../../shell/language.js';
import { today } from '../../parts/dates.js';
import { dayField } from '../../parts/day_field.js';
import { daysOf, periods } from './task_search.js';
import { t } from './words.js';

/** @typedef {import('./task_search.js').TaskSearch} TaskSearch */
/** @typedef {import('./task_search.js').Period} Period */

/** @param {Period} period */
function daysInWords(period) {
    const { due_from, due_to } = daysOf(period, today());
    return due_from ? `${dayOf(due_from)} – ${dayOf(due_to)}` : '';
}

/** @param {TaskSearch} search changed in place @param {() => void} onchange */
export function taskFilters(search, onchange) {
    const typed = debounced(150, onchange);
    /** @param {'q' | 'lead' | 'partner'} name @param {string} label */
    const text = (name, label) => {
        const control = h('input', { value: search[name], autocomplete: 'off', oninput: () => ((search[name] = control.value), typed()) });
        return labelled(label, control);
    };
    const buttons = periods.map((period) => {
        const choose = () => ((search.han = period), onchange());
        return h('button', { type: 'button', 'data-period': period, title: daysInWords(period), onclick: choose }, t(period || 'allTime'));
    });
    /** @param {'due_from' | 'due_to'} name @param {string} label */
    const due = (name, label) =>
        dayField(label, { value: search[name], isPeriod: true, onchange: (iso) => ((search[name] = iso), onchange()) }).element;
    const days = h('div', { class: 'row days' }, due('due_from', t('dueFrom')), due('due_to', t('dueTo')));
    const element = h(
        'search',
        {},
        h('div', { class: 'row' }, text('q', t('words')), text('lead', t('lead')), text('partner', t('partners'))),
        h('div', { class: 'row periods', role: 'group', 'aria-label': t('period') }, ...buttons),
        days,
    );
    const show = () => {
        for (const button of buttons) button.setAttribute('aria-pressed', String(button.dataset.period === search.han));
        days.hidden = search.han !== 'tu-den';
    };
    return { element, show, leave: typed.cancel };
}
