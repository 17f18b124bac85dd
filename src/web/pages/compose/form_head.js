// The head of the document, as it stands on paper: issuer, number and symbol on the left, place and date on the right.
import { registerNumber } from '../../parts/paper_names.js';
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

/** @param {Form} form @param {Template[]} templates */
function kindFields(form, templates) {
    const options = templates.map(({ kind, title }) => /** @type {[string, string]} */ ([kind, title]));
    const suggestions = namedTypes.map(([name]) => name);
    const kind = choiceField(form, { pointer: '/kind', label: t('kind'), className: 'inline', options });
    const type = textField(form, { pointer: '/type', label: t('type'), className: 'inline', suggestions });
    /** The abbreviation of the type, with which the symbol begins. */
    const abbreviation = () => {
        const template = templates.find((one) => one.kind === textAt(form, '/kind'));
        return abbreviationOf(textAt(form, '/type')) || (template?.symbol ?? '');
    };
    const follow = () => {
        const symbol = textAt(form, '/symbol');
        const next = symbolFor(symbol, abbreviation());
        if (!form.isPrinted && symbol && next && next !== symbol) form.store.change('/symbol', next);
    };
    for (const { element } of [kind, type]) element.addEventListener('change', follow);
    return { kind, type, abbreviation };
}

/** @param {...Node} children */
const pair = (...children) => h('div', { class: 'pair' }, ...children);

/** @param {Form} form @param {Template[]} templates @returns {Part & { showNext: (next: number) => void }} */
export function head(form, templates) {
    const { kind, type, abbreviation } = kindFields(form, templates);
    const fromRegister = () => (form.isPrinted ? '' : t('numberPlaceholder'));
    const parts = [
        textField(form, { pointer: '/issuer/parent', label: t('parent'), placeholder: () => t('parentHint') }),
        textField(form, { pointer: '/issuer/name', label: t('issuer') }),
        textField(form, { pointer: '/number', label: t('number'), placeholder: fromRegister }),
        textField(form, { pointer: '/symbol', label: t('symbol'), placeholder: () => abbreviation() && `${abbreviation()}-…` }),
        textField(form, { pointer: '/place', label: t('place') }),
        dateField(form, { pointer: '/date', label: t('date') }),
    ];
    const [parent, issuer, number, symbol, place, date] = parts.map(({ element }) => element);
    const hint = h('small', { id: 'number-date-hint', hidden: form.isPrinted }, t('numberHint', { next: '…' }));
    for (const field of [number, date]) field.querySelector('input')?.setAttribute('aria-describedby', hint.id);
    const line = h('div', { class: 'number-date' }, number, symbol, place, date, hint);
    const update = () => {
        for (const part of [kind, type, ...parts]) part.update();
        type.element.hidden = textAt(form, '/kind') !== 'named';
    };
    return {
        element: h('div', { class: 'letterhead' }, pair(kind.element, type.element), pair(parent, issuer), line),
        update,
        showNext: (next) => (hint.textContent = t('numberHint', { next: registerNumber(next) })),
    };
}

/** The number that the register gives next, in the year of that date. @param {string} date ISO 8601 */
export async function nextNumber(date) {
    const { entries } = await ask('GET', '/register', { query: { year: date.slice(0, 4), last: 1 } });
    return (entries[0]?.number ?? 0) + 1;
}
