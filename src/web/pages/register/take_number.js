// A number for a document that was made elsewhere.
import { ask } from '../../shell/api.js';
import { h, labelled } from '../../shell/dom.js';
import { today } from '../../parts/dates.js';
import { dayField } from '../../parts/day_field.js';
import { formDialog } from '../../parts/form_dialog.js';
import { numberOfEntry } from '../../parts/paper_names.js';
import { t } from './words.js';

/** @typedef {import('./register.js').Entry} Entry */
/** @typedef {import('./register.js').Book} Book */

/** What was typed before, to choose from. @param {string} id @param {string[]} values */
function offer(id, values) {
    return h(
        'datalist',
        { id },
        ...[...new Set(values)]
            .filter(Boolean)
            .slice(0, 50)
            .map((value) => h('option', { value })),
    );
}

/** @param {Entry} entry */
function taken(entry) {
    const number = numberOfEntry(entry);
    const copied = h('span', { role: 'status' });
    const copy = () => navigator.clipboard.writeText(number).then(() => (copied.textContent = ` ✓ ${t('copied')}`));
    return [
        h('p', {}, t('numberTaken')),
        h('p', { class: 'taken' }, number),
        h('p', {}, t('takenHint', { year: entry.year, book: entry.book || t('common') })),
        navigator.clipboard ? h('p', {}, h('button', { type: 'button', onclick: copy }, t('copy')), copied) : '',
    ];
}

function randomKey() {
    return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The fields of a line of the register. */
class EntryForm {
    /** @param {string} book looked at @param {Book[]} books @param {Entry[]} known */
    constructor(book, books, known) {
        this.books = books;
        this.known = known;
        // Asked again with the same key, after a lost connection, the service gives the same number.
        this.key = randomKey();
        const field = (/** @type {Record<string, any>} */ properties) => h('input', { autocomplete: 'off', ...properties });
        this.symbol = field({ list: 'known-symbols', placeholder: 'QĐ-UBND', value: known[0]?.symbol ?? '', autofocus: true });
        this.date = dayField(t('dateOf'), { value: today(), required: true, onchange: () => this.showNext() });
        this.type = field({ list: 'known-types' });
        this.signer = field({ list: 'known-signers' });
        this.subject = h('textarea', { rows: 3, required: true });
        this.recipients = h('textarea', { rows: 2 });
        this.book = field({ list: 'known-books', value: book, oninput: () => this.showNext() });
        this.next = h('p', { class: 'next', role: 'status' });
        this.showNext();
    }

    showNext() {
        const year = Number((this.date.value() || today()).slice(0, 4));
        const found = this.books.find((one) => one.book === this.book.value.trim() && one.year === year);
        this.next.textContent = t('next', { number: found?.next ?? 1, year });
    }

    content() {
        return [
            h('p', {}, t('takeHint')),
            h('div', { class: 'pair' }, labelled(t('symbol'), this.symbol), this.date.element),
            h('div', { class: 'pair' }, labelled(t('type'), this.type), labelled(t('signer'), this.signer)),
            labelled(t('subjectOf'), this.subject),
            labelled(t('recipients'), this.recipients),
            labelled(t('book'), this.book, t('bookHint')),
            this.next,
            offer(
                'known-symbols',
                this.known.map((one) => one.symbol),
            ),
            offer(
                'known-types',
                this.known.map((one) => one.type),
            ),
            offer(
                'known-signers',
                this.known.map((one) => one.signer),
            ),
            offer(
                'known-books',
                this.books.map((one) => one.book),
            ),
        ];
    }

    order() {
        const { book, symbol, type, subject, signer, recipients } = this;
        const texts = Object.entries({ book, symbol, type, subject, signer, recipients }).map(([name, field]) => [
            name,
            field.value.trim(),
        ]);
        return { key: this.key, date: this.date.value(), ...Object.fromEntries(texts) };
    }
}

/**
 * Resolves to the entry that was made, if one was.
 * @param {string} book looked at
 * @param {Book[]} books
 * @param {Entry[]} known
 * @returns {Promise<Entry | null>}
 */
export async function takeNumber(book, books, known) {
    const form = new EntryForm(book, books, known);
    /** @type {Entry | null} */
    let entry = null;
    await formDialog({
        title: t('take'),
        submit: t('takeNow'),
        content: form.content(),
        action: async () => {
            const { entries } = await ask('POST', '/register', { json: form.order() });
            entry = entries[0];
            return taken(entries[0]);
        },
    });
    return entry;
}
