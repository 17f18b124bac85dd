// Days, months and years as they are typed: 30/6/2026, 6/2026, 2026.
import { h } from '../shell/dom.js';
import { isoDate, shownDate } from './dates.js';
import { t } from './words.js';

/** "6/2026" → "2026-06", "2026" stays, else as isoDate(); '': nothing of that. @param {string} text */
export function isoPeriod(text) {
    const words = text.trim();
    if (/^(19|20|21)\d\d$/.test(words)) return words;
    const month = /^(0?[1-9]|1[0-2])\s*[/.-]\s*((?:19|20|21)\d\d)$/.exec(words);
    return month ? `${month[2]}-${month[1].padStart(2, '0')}` : isoDate(words);
}

/** @param {string} iso */
function shownPeriod(iso) {
    const month = /^(\d{4})-(\d\d)$/.exec(iso);
    return month ? `${month[2]}/${month[1]}` : shownDate(iso);
}

/**
 * A field for a day; with `isPeriod` also for a month or a year.
 * @param {string} label
 * @param {{ value?: string, isPeriod?: boolean, required?: boolean, name?: string, onchange?: (iso: string) => void }} [options] value: ISO
 * @returns {{ element: HTMLElement, input: HTMLInputElement, value: () => string, set: (iso: string) => void }} value(): ISO; '': empty or no day
 */
export function dayField(label, { value = '', isPeriod = false, required = false, name, onchange } = {}) {
    const id = `day${++count}`;
    const read = isPeriod ? isoPeriod : isoDate;
    const fault = h('small', { class: 'fault', id: `${id}-fault`, hidden: true }, t(isPeriod ? 'noPeriod' : 'noDay'));
    const input = h('input', {
        id,
        name,
        required,
        inputmode: 'numeric',
        autocomplete: 'off',
        placeholder: t('dayForm'),
        'aria-describedby': fault.id,
        class: 'day',
        value: shownPeriod(value),
    });
    const check = () => {
        const typed = input.value.trim();
        const iso = read(typed);
        const isWrong = typed !== '' && iso === '';
        fault.hidden = !isWrong;
        input.setAttribute('aria-invalid', String(isWrong));
        input.setCustomValidity(isWrong ? (fault.textContent ?? '') : '');
        if (iso) input.value = shownPeriod(iso);
        if (!isWrong) onchange?.(iso);
    };
    input.addEventListener('change', check);
    return {
        element: h('div', { class: 'field' }, h('label', { for: id }, label), input, fault),
        input,
        value: () => read(input.value),
        set: (iso) => (input.value = shownPeriod(iso)),
    };
}
let count = 0;
