// A number for a document that was made elsewhere.
import { ask } from '../../shell/api.js';
import { h, labelled } from '../../shell/dom.js';
import { today } from '../../parts/dates.js';
import { dayField } from '../../parts/day_field.js';
import { formDialog } from '../../parts/form_dialog.js';
import { numberOf } from '../../parts/paper_names.js';
import { t } from './words.js';

/** @typedef {import('./register.js').Entry} Entry */
/** @typedef {import('./register.js').Book} Book */

/** What was typed before, to choose from. @param {string} id @param {string[]} values */
function offer(id, values) {
    return h('datalist', { id }, ...[...new Set(values)].filter(Boolean).slice(0, 50).map((value) => h('option', { value })));
}

/** @param {Entry} entry */
function taken(entry) {
    const number = numberOf({ number: String(entry.number), symbol: entry.symbol });
    const copied = h('span', { role: 'status' });
    const copy = () => navigator.clipboard.writeText(number).then(() => (copied.textContent = ` ✓ ${t('copied')}`));
    return [
        h('p', {}, t('numberTaken')),
        h('p', { class: 'taken' }, number),
        h('p', {}, t('takenHint', { year: entry.year, book: entry.book || t('common') })),
        navigator.clipboard ? h('p', {}, h('button', { type: 'button', onclick: copy }, t('copy')), copied) : '',
    ];
}

/**
 * Resolves to the entry that was made, if one was.
 * @param {string} book looked at
 * @param {Book[]} books
 * @param {Entry[]} known
 * @returns {Promise<Entry | null>}
 */
export async function takeNumber(book, books, known) {
    // Asked again with the same key, after a lost connection, the service gives the same number.
    const key = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
    const next = h('p', { class: 'next', role: 'status' });
    const showNext = () => {
        const year = Number((date.value() || today()).slice(0, 4));
        const found = books.find((one) => one.book === bookInput.value.trim() && one.year === year);
        next.textContent = t('next', { number: found?.next ?? 1, year });
    };
    const bookInput = h('input', { value: book, list: 'known-books', autocomplete: 'off', oninput: showNext });
    const date = dayField(t('dateOf'), { value: today(), required: true, onchange: showNext });
    const symbol = h('input', { list: 'known-symbols', autocomplete: 'off', placeholder: 'QĐ-UBND', value: known[0]?.symbol ?? '', autofocus: true });
    const type = h('input', { list: 'known-types', autocomplete: 'off' });
    const subject = h('textarea', { rows: 3, required: true });
    const signer = h('input', { list: 'known-signers', autocomplete: 'off' });
    const recipients = h('textarea', { rows: 2 });
    showNext();
    /** @type {Entry | null} */
    let entry = null;
    await formDialog({
        title: t('take'),
        submit: t('takeNow'),
        content: [
            h('p', {}, t('takeHint')),
            h('div', { class: 'pair' }, labelled(t('symbol'), symbol), date.element),
            h('div', { class: 'pair' }, labelled(t('type'), type), labelled(t('signer'), signer)),
            labelled(t('subjectOf'), subject),
            labelled(t('recipients'), recipients),
            labelled(t('book'), bookInput, t('bookHint')),
            next,
            offer('known-symbols', known.map((one) => one.symbol)),
            offer('known-types', known.map((one) => one.type)),
            offer('known-signers', known.map((one) => one.signer)),
            offer('known-books', books.map((one) => one.book)),
        ],
        action: async () => {
            const order = { key, book: bookInput.value.trim(), symbol: symbol.value.trim(), date: date.value(), type: type.value.trim(), subject: subject.value.trim(), signer: signer.value.trim(), recipients: recipients.value.trim() };
            entry = /** @type {Entry} */ ((await ask('POST', '/register', { json: order })).entries[0]);
            return taken(entry);
        },
    });
    return entry;
}
