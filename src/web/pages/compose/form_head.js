// The head of the document, as it stands on paper: issuer, number and symbol on the left, place and date on the right.
import { ask } from '../../shell/api.js';
import { h } from '../../shell/dom.js';
import { abbreviationOf, namedTypes, symbolFor } from './document_types.js';
import { choiceField, dateField, textAt, textField } from './fields.js';
import { t } from './words.js';

/**
 * @typedef {import('./form_context.js').FormContext} Form
 * @typedef {import('./form_context.js').Part} Part
 * @typedef {{ kind: string, title: string, symbol: string, has_articles: boolean }} Template
 */

/** @param {Form} form @param {Template[]} templates @returns {Part & { showNext: (next: number) => void }} */
export function head(form, templates) {
    const symbolOf = () => abbreviationOf(textAt(form, '/type')) || (templates.find(({ kind }) => kind === textAt(form, '/kind'))?.symbol ?? '');
    const follow = () => {
        const symbol = textAt(form, '/symbol');
        const next = symbolFor(symbol, symbolOf());
        if (!form.isPrinted && symbol && next && next !== symbol) form.store.change('/symbol', next);
    };
    const kind = choiceField(form, { pointer: '/kind', label: t('kind'), className: 'inline', options: templates.map((one) => [one.kind, one.title]) });
    const type = textField(form, { pointer: '/type', label: t('type'), className: 'inline', suggestions: namedTypes.map(([name]) => name) });
    for (const { element } of [kind, type]) element.addEventListener('change', follow);
    const hint = h('small', { id: 'number-date-hint', hidden: form.isPrinted }, t('numberHint', { next: '…' }));
    const number = textField(form, { pointer: '/number', label: t('number'), placeholder: () => (form.isPrinted ? '' : t('numberPlaceholder')) });
    const parts = [
        kind,
        type,
        textField(form, { pointer: '/issuer/parent', label: t('parent'), placeholder: () => t('parentHint') }),
        textField(form, { pointer: '/issuer/name', label: t('issuer') }),
        number,
        textField(form, { pointer: '/symbol', label: t('symbol'), placeholder: () => (symbolOf() ? `${symbolOf()}-…` : '') }),
        textField(form, { pointer: '/place', label: t('place') }),
        dateField(form, { pointer: '/date', label: t('date') }),
    ];
    const [, , parent, issuer, , symbol, place, date] = parts.map(({ element }) => element);
    const pair = (/** @type {Node[]} */ ...children) => h('div', { class: 'pair' }, ...children);
    const rows = [pair(kind.element, type.element), pair(parent, issuer), h('div', { class: 'number-date' }, number.element, symbol, place, date, hint)];
    const update = () => {
        for (const part of parts) part.update();
        type.element.hidden = textAt(form, '/kind') !== 'named';
    };
    /** @param {number} next */
    const showNext = (next) => (hint.textContent = t('numberHint', { next }));
    for (const part of [number.element, date]) part.querySelector('input')?.setAttribute('aria-describedby', hint.id);
    return { element: h('div', { class: 'letterhead' }, ...rows), update, showNext };
}

/** The number that the register gives next, in the year of that date. @param {string} date ISO 8601 */
export async function nextNumber(date) {
    const { entries } = await ask('GET', '/register', { query: { year: date.slice(0, 4), last: 1 } });
    return (entries[0]?.number ?? 0) + 1;
}
