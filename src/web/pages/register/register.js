// The register of outgoing documents, as decree 30/2020 has it.
import { ask, fetchFile } from '../../shell/api.js';
import { debounced, download, fill, h, labelled } from '../../shell/dom.js';
import { dayOf, plain, t as shell } from '../../shell/language.js';
import { follow } from '../../shell/live.js';
import { tell } from '../../shell/notices.js';
import { mayDo } from '../../shell/router.js';
import { today } from '../../parts/dates.js';
import { numberOfEntry } from '../../parts/paper_names.js';
import { takeNumber } from './take_number.js';
import { t } from './words.js';

/**
 * @typedef {{ book: string, year: number, number: number, copies: number, symbol: string, date: string, type: string,
 *     subject: string, signer: string, recipients: string, drafter: string, note: string, id: string, taken: string }} Entry
 * @typedef {{ book: string, year: number, next: number }} Book
 */

const step = 200;
const columns = /** @type {const} */ ([
    'number',
    'date',
    'subject',
    'signer',
    'recipients',
    'keeper',
    'copies',
    'sent',
    'received',
    'note',
]);
/** Filled in by hand. */
const onPaper = ['sent', 'received'];

/** @param {Entry} entry */
function line(entry) {
    const subject = [entry.type, entry.subject].filter(Boolean).join(' ');
    return h(
        'tr',
        {},
        h('th', { scope: 'row' }, numberOfEntry(entry)),
        h('td', {}, dayOf(entry.date)),
        h('td', {}, entry.id ? h('a', { href: `#/kho/${entry.id}` }, subject) : subject),
        h('td', {}, entry.signer),
        h('td', {}, entry.recipients),
        h('td', {}, entry.drafter),
        h('td', {}, entry.copies || ''),
        ...onPaper.map(() => h('td', { class: 'paper' })),
        h('td', {}, entry.note),
    );
}

/** What an entry is looked through for. @param {Entry} entry */
function textOf(entry) {
    const { date, type, subject, signer, recipients, drafter, note } = entry;
    return plain([numberOfEntry(entry), dayOf(date), type, subject, signer, recipients, drafter, note].join(' '));
}

class RegisterPage {
    /** @param {HTMLElement} root @param {import('../../shell/router.js').Place} place */
    constructor(root, place) {
        this.root = root;
        this.book = place.query.get('book') ?? '';
        this.year = Number(place.query.get('year')) || Number(today().slice(0, 4));
        this.mayTake = mayDo(place.user.role, 'officer');
        this.most = step;
        /** @type {Entry[]} */
        this.entries = [];
        /** @type {Book[]} */
        this.books = [];
        this.bookSelect = h('select', { onchange: () => this.turnTo(this.bookSelect.value, this.year) });
        this.yearSelect = h('select', { onchange: () => this.turnTo(this.book, Number(this.yearSelect.value)) });
        this.filter = h('input', { type: 'search', autocomplete: 'off', oninput: debounced(80, () => this.draw()) });
        this.body = h('tbody');
        this.status = h('p', { role: 'status', class: 'status' });
        this.more = h('button', { type: 'button', onclick: () => this.draw((this.most += step)) });
        this.changed = debounced(300, () => this.load().catch(tell));
        this.printing = () => this.draw(Infinity);
        this.printed = () => this.draw();
        this.endFollowing = follow(['register'], this.changed);
        window.addEventListener('beforeprint', this.printing);
        window.addEventListener('afterprint', this.printed);
    }

    show() {
        const heads = columns.map((name) => h('th', { scope: 'col', class: onPaper.includes(name) && 'paper' }, t(name)));
        fill(
            this.root,
            h(
                'div',
                { class: 'top' },
                h('h1', {}, shell('register')),
                this.mayTake && h('button', { type: 'button', class: 'primary', onclick: () => this.take() }, t('take')),
            ),
            h(
                'div',
                { class: 'row tools' },
                labelled(t('book'), this.bookSelect),
                labelled(t('year'), this.yearSelect),
                labelled(t('filter'), this.filter),
                ...['xlsx', 'csv'].map((format) =>
                    h('button', { type: 'button', onclick: () => this.save(format) }, t('download', { format: format.toUpperCase() })),
                ),
                h('button', { type: 'button', onclick: () => window.print() }, t('print')),
            ),
            this.status,
            h('p', { class: 'printed' }),
            h(
                'div',
                { class: 'wide', tabindex: 0, role: 'region', 'aria-label': shell('register') },
                h('table', { class: 'list register' }, h('thead', {}, h('tr', {}, ...heads)), this.body),
            ),
            this.more,
        );
        return this.load();
    }

    async load() {
        const query = { book: this.book, year: this.year };
        const [{ entries }, { books }] = await Promise.all([ask('GET', '/register', { query }), ask('GET', '/register/books')]);
        this.entries = entries.toReversed(); // the newest is what is looked for
        this.books = books;
        this.drawChoices();
        this.draw();
    }

    drawChoices() {
        const names = [...new Set(['', this.book, ...this.books.map((one) => one.book)])];
        const years = [
            ...new Set([
                Number(today().slice(0, 4)),
                this.year,
                ...this.books.filter((one) => one.book === this.book).map((one) => one.year),
            ]),
        ].sort((a, b) => b - a);
        fill(this.bookSelect, ...names.map((name) => h('option', { value: name }, name || t('common'))));
        fill(this.yearSelect, ...years.map((year) => h('option', { value: String(year) }, year)));
        this.bookSelect.value = this.book;
        this.yearSelect.value = String(this.year);
        fill(
            /** @type {Element} */ (this.root.querySelector('.printed')),
            t('printed', { book: this.book || t('common'), year: this.year }),
        );
    }

    /** @param {number} [most] Infinity: all, in the order of paper */
    draw(most = this.most) {
        const words = plain(this.filter.value).split(/\s+/).filter(Boolean);
        const found = this.entries.filter((entry) => words.every((word) => textOf(entry).includes(word)));
        const shown = found.slice(0, most);
        this.body.replaceChildren(...(most === Infinity ? shown.toReversed() : shown).map(line));
        this.more.hidden = shown.length === found.length;
        this.more.textContent = t('more', { count: found.length - shown.length });
        if (!this.entries.length) this.status.textContent = t('empty', { year: this.year });
        else
            this.status.textContent = words.length
                ? t('foundCount', { found: found.length, count: this.entries.length })
                : t('count', { count: this.entries.length });
    }

    /** @param {string} book @param {number} year */
    turnTo(book, year) {
        Object.assign(this, { book, year, most: step });
        history.replaceState(null, '', `#/so?${new URLSearchParams({ ...(book && { book }), year: String(year) })}`);
        this.load().catch(tell);
    }

    /** @param {string} format */
    async save(format) {
        try {
            const { blob } = await fetchFile('GET', '/register', { query: { book: this.book, year: this.year, format } });
            download(blob, `so-dang-ky${this.book && `-${plain(this.book).replace(/\W+/g, '-')}`}-${this.year}.${format}`);
        } catch (fault) {
            tell(fault);
        }
    }

    async take() {
        const entry = await takeNumber(this.book, this.books, this.entries);
        if (entry) this.turnTo(entry.book, entry.year);
    }

    leave() {
        this.changed.cancel();
        this.endFollowing();
        window.removeEventListener('beforeprint', this.printing);
        window.removeEventListener('afterprint', this.printed);
    }
}

/** @param {HTMLElement} root @param {import('../../shell/router.js').Place} place */
export async function render(root, place) {
    const page = new RegisterPage(root, place);
    try {
        await page.show();
    } catch (fault) {
        page.leave();
        throw fault;
    }
    return { leave: () => page.leave() };
}
