// "Lưu vào kho": what will happen, then that it happens, then what came of it.
import { registerNumber } from '../../parts/paper_names.js';
import { isoDate, shownDate, today } from '../../parts/dates.js';
import { addressOf, ask } from '../../shell/api.js';
import { fill, h, labelled } from '../../shell/dom.js';
import { tell } from '../../shell/notices.js';
import { fixableLink } from './finding_marks.js';
import { weighed } from './findings.js';
import { nextNumber } from './form_head.js';
import { issue } from './issuing.js';
import { cleaned } from './new_document.js';
import { t } from './issue_words.js';

/**
 * @typedef {import('./new_document.js').Document} Document
 * @typedef {import('./issuing.js').Order} Order
 * @typedef {{ user: string } & import('./finding_marks.js').Guide} Options the guide is to the fields behind the dialog
 */

class IssueDialog {
    /** @param {Options} options */
    constructor({ user, name, reveal }) {
        this.user = user;
        this.name = name;
        this.reveal = reveal;
        this.isBusy = false;
        this.element = h('dialog', { class: 'issue', 'aria-labelledby': 'issue-title' });
        this.element.addEventListener('cancel', (event) => this.isBusy && event.preventDefault());
        window.addEventListener('hashchange', () => this.isBusy || this.element.close(), { once: true });
        /** Closed: with what was issued, or null. @type {Promise<import('./issuing.js').Issued | null>} */
        this.closed = new Promise((resolve) => this.element.addEventListener('close', () => (this.element.remove(), resolve(this.issued))));
        /** @type {import('./issuing.js').Issued | null} */
        this.issued = null;
        document.body.append(this.element);
    }

    /** @param {string} title @param {...(Node | false | null | undefined)} content */
    show(title, ...content) {
        fill(this.element, h('h2', { id: 'issue-title', tabindex: -1 }, title), ...content);
        if (!this.element.open) this.element.showModal();
        /** @type {HTMLElement | null} */ (this.element.querySelector('[autofocus], h2'))?.focus();
    }

    /** @param {string} words @param {() => void} action @param {string} [kind] */
    button(words, action, kind) {
        return h('button', { type: 'button', class: kind, onclick: action }, words);
    }

    /** What is shown until it is known what to ask. Below it nothing can be written any more. */
    wait() {
        this.show(t('title'), h('p', { role: 'status' }, t('checking')), h('div', { class: 'row' }, this.cancel()));
    }

    cancel() {
        return this.button(t('cancel'), () => this.element.close());
    }

    /** @param {Document} document @param {Pick<Order, 'key' | 'draft' | 'version'>} order */
    async confirm(document, order) {
        const date = document.date || today();
        const [next, { diagnostics }] = await Promise.all([
            nextNumber(date),
            ask('POST', '/check', { json: cleaned({ ...document, date }) }),
        ]);
        if (!this.element.open) return; // cancelled meanwhile
        const findings = weighed(diagnostics, document, true);
        const errors = findings.filter(({ weight }) => weight === 'error');
        const day = h('input', { value: shownDate(date), inputmode: 'numeric', autocomplete: 'off' });
        const ways = document.number ? this.ways(document.number, next) : null;
        const go = this.button(
            t('issue'),
            () => {
                const chosen = isoDate(day.value);
                day.setAttribute('aria-invalid', String(!chosen));
                if (!chosen) return day.focus();
                const takesNumber = !ways || ways.takes();
                const at = new Date().toISOString();
                const isExpected = takesNumber && chosen.slice(0, 4) === date.slice(0, 4); // each year has numbers of its own
                this.run({ ...order, document: { ...cleaned(document), date: chosen }, takesNumber, at }, isExpected ? next : 0);
            },
            'primary',
        );
        const cancel = this.cancel();
        if (errors.length) return this.show(t('title'), this.found(errors, errors.length), h('div', { class: 'row' }, cancel));
        go.setAttribute('autofocus', '');
        const facts = h('dl', { class: 'facts' }, ...this.facts(document, next));
        this.show(
            t('title'),
            facts,
            ways?.element,
            labelled(t('date'), day, t('datePattern')),
            this.found(findings, 0),
            h('div', { class: 'row' }, go, cancel),
        );
    }

    /** @param {Document} document @param {number} next */
    facts(document, next) {
        const rows = [
            document.number ? null : [t('number'), t('willTake', { next: registerNumber(next), symbol: document.symbol })],
            [t('subject'), document.subject],
            [t('signer'), document.signature?.name],
        ];
        return rows.filter((row) => row !== null).flatMap(([name, value]) => [h('dt', {}, name), h('dd', {}, value || '…')]);
    }

    /** A number is written: is it that of another register? @param {string} number @param {number} next */
    ways(number, next) {
        const radio = (/** @type {string} */ value, /** @type {string} */ words, checked = false) =>
            h('label', {}, h('input', { type: 'radio', name: 'way', value, checked }), ' ', words);
        const element = h(
            'fieldset',
            {},
            h('legend', {}, t('wayTitle')),
            radio('take', t('wayTake', { next: registerNumber(next), number }), true),
            radio('keep', t('wayKeep', { number })),
        );
        return { element, takes: () => /** @type {HTMLInputElement} */ (element.querySelector(':checked')).value === 'take' };
    }

    /** @param {import('./findings.js').Weighed[]} findings @param {number} errors */
    found(findings, errors) {
        if (!findings.length) return h('p', { class: 'badge done' }, t('nothingFound'));
        const reveal = (/** @type {string} */ pointer) => (this.element.close(), this.reveal(pointer));
        const lines = findings.map((finding) => fixableLink(finding, { can: () => false, apply: () => {} }, { name: this.name, reveal }));
        const words = errors ? t('hasErrors', { number: errors }) : t('hasWarnings', { number: findings.length });
        return h('div', {}, h('p', { class: errors ? 'fault' : '' }, words), h('ul', { class: 'findings' }, ...lines));
    }

    /** @param {Order} order @param {number} expected the number that was shown; 0: none */
    async run(order, expected) {
        this.isBusy = true;
        const state = h('p', { role: 'status' }, t('working'));
        this.show(t('title'), state);
        try {
            this.issued = await issue(this.user, order, () => (state.textContent = t('lost')));
            this.isBusy = false;
            this.result(this.issued, expected);
        } catch (fault) {
            this.isBusy = false;
            this.element.close();
            tell(fault);
        }
    }

    /** @param {import('./issuing.js').Issued} issued @param {number} expected */
    result({ id, number, symbol, date }, expected) {
        const files = h('span', { class: 'row' });
        this.addFiles(id, files);
        const isOther = expected > 0 && String(expected) !== String(Number(number));
        this.show(
            t('done'),
            h('p', { class: 'issued-number' }, `${number}/${symbol}`),
            h('p', {}, t('dated', { date: shownDate(date) })),
            isOther && h('p', { class: 'badge warning' }, t('otherNumber', { expected: registerNumber(expected) })),
            h(
                'div',
                { class: 'row' },
                h(
                    'a',
                    { class: 'button primary', href: `#/kho/${id}`, autofocus: true, onclick: () => this.element.close() },
                    t('openArchived'),
                ),
                files,
                this.button(t('close'), () => this.element.close()),
            ),
        );
    }

    /** @param {string} id @param {HTMLElement} files */
    async addFiles(id, files) {
        try {
            const { versions } = await ask('GET', `/archive/documents/${id}`);
            for (const { path } of versions[0].files)
                if (/^original\/.*\.(pdf|docx)$/.test(path)) {
                    const href = addressOf(`/archive/documents/${id}/files/${path.split('/').map(encodeURIComponent).join('/')}`);
                    files.append(
                        h(
                            'a',
                            { class: 'button', href, download: path.split('/').pop() },
                            t(path.endsWith('.pdf') ? 'downloadPdf' : 'downloadWord'),
                        ),
                    );
                }
        } catch (fault) {
            tell(fault);
        }
    }
}

/**
 * The dialog is there at once; what it is about is made ready behind it.
 * @param {Options} options
 * @param {() => Promise<{ document: Document, order: Pick<Order, 'key' | 'draft' | 'version'> } | null>} ready null: it cannot be issued, and the person was told
 * @returns {Promise<import('./issuing.js').Issued | null>} null: it was not issued
 */
export async function confirmIssue(options, ready) {
    const dialog = new IssueDialog(options);
    dialog.wait();
    try {
        const made = await ready();
        if (!made) dialog.element.close();
        else if (dialog.element.open) await dialog.confirm(made.document, made.order);
    } catch (fault) {
        dialog.element.close();
        tell(fault);
    }
    return dialog.closed;
}

/** Asks again for what was asked before and not answered. @param {Options} options @param {Order} order */
export function issueAgain(options, order) {
    const dialog = new IssueDialog(options);
    dialog.run(order, 0);
    return dialog.closed;
}
