// One task of the list.
import { h } from '../../shell/dom.js';
import { dueText } from '../../parts/due.js';
import { dayOf } from '../../shell/language.js';
import { numberOf } from '../../parts/paper_names.js';
import { t } from './words.js';

/**
 * @typedef {{ id: string, number: string, symbol: string, date: string, issuer: string, section: string, ordinal: string,
 *     task: string, product: string, due: string, from: string, to: string, recurrence: string, lead: string[],
 *     partners: string[] }} TaskHit
 */

/** @param {TaskHit} hit */
export function taskLine(hit) {
    return h(
        'tr',
        {},
        h('td', {}, dueText({ raw: hit.due, from: hit.from, to: hit.to, recurrence: hit.recurrence })),
        h('td', {}, hit.task, hit.product && h('small', {}, `${t('product')}: ${hit.product}`)),
        h('td', {}, hit.lead.join('; ')),
        h('td', {}, hit.partners.join('; ')),
        h(
            'td',
            {},
            h('a', { href: `#/kho/${hit.id}` }, numberOf(hit) || t('open')),
            h('small', {}, [dayOf(hit.date), hit.issuer].filter(Boolean).join(' · ')),
        ),
    );
}
