// What is known of a document: what was read of it, and its line in the register.
import { h } from '../../shell/dom.js';
import { shownDate, shownTime } from '../../parts/dates.js';
import { numberOf, registerNumber } from '../../parts/paper_names.js';
import { t } from './document_words.js';

/** @param {string} label @param {(Node | string | false | undefined)[]} values */
function fact(label, ...values) {
    const isKnown = values.some(Boolean);
    return h('div', {}, h('dt', {}, label), h('dd', {}, ...(isKnown ? values : [h('span', { class: 'unread' }, t('unread'))])));
}

/** @param {{ book: string, year: number, number: number, symbol: string, taken: string, drafter: string }} entry */
function entryLine(entry) {
    const address = `#/so?${new URLSearchParams({ book: entry.book, year: String(entry.year) })}`;
    const words = t('entry', { number: registerNumber(entry.number), book: entry.book || t('commonBook'), year: entry.year });
    return h(
        'div',
        {},
        h('a', { href: address }, words),
        h('small', {}, ` ${t('taken', { time: shownTime(entry.taken), by: entry.drafter })}`),
    );
}

/** @param {import('./document_page.js').Paper} paper @param {any[]} entries of the register */
export function facts(paper, entries) {
    const isUnsure = paper.trust < 1;
    return h(
        'section',
        { class: 'card', 'aria-labelledby': 'facts-title' },
        h('h2', { id: 'facts-title' }, t('facts')),
        h(
            'dl',
            {},
            fact(t('number'), numberOf(paper)),
            fact(t('date'), paper.date && shownDate(paper.date)),
            fact(t('type'), paper.type),
            fact(t('issuer'), paper.issuer),
            fact(t('place'), paper.place),
            fact(t('signer'), [paper.signer, paper.position].filter(Boolean).join(', ')),
            fact(t('recipients'), (paper.recipients ?? []).join('; ')),
            h('div', {}, h('dt', {}, t('registerEntry')), h('dd', {}, ...(entries.length ? entries.map(entryLine) : [t('noEntry')]))),
            fact(t('source'), paper.source),
            paper.pages > 0 && fact(t('pageCount'), String(paper.pages)),
            isUnsure &&
                fact(
                    t('trust'),
                    h('span', { class: 'badge warning' }, `⚠ ${t('trustOf', { percent: Math.round(paper.trust * 100) })}`),
                    ` ${t('trustHint')}`,
                ),
        ),
    );
}
