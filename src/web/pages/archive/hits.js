// The documents that were found, and the keys that go through them.
import { h } from '../../shell/dom.js';
import { dayOf } from '../../shell/language.js';
import { numberOf, subjectOf } from '../../parts/paper_names.js';
import { addressOfDocument } from './search_state.js';
import { t } from './words.js';

/**
 * @typedef {{ id: string, type: string, number: string, symbol: string, date: string, issuer: string, subject: string,
 *     signer: string, source: string, pages: number, snippet: string }} Hit
 */

const firstMark = '\uE000';
const lastMark = '\uE001';

/** A text in which what was found stands between U+E000 and U+E001. @param {string} text */
function marked(text) {
    const parts = text.split(new RegExp(`${firstMark}([^${lastMark}]*)${lastMark}`));
    return parts.map((part, index) => (index % 2 ? h('mark', {}, part) : part));
}

/** @param {Hit} hit @param {string} words that were searched for */
export function hitLine(hit, words) {
    const facts = [hit.type, hit.issuer, hit.signer, hit.pages > 0 && t('pages', { count: hit.pages })].filter(Boolean);
    return h(
        'li',
        { class: 'hit', 'data-id': hit.id },
        h('div', { class: 'number' }, h('strong', {}, numberOf(hit) || t('numberless')), h('span', {}, dayOf(hit.date) || t('dateless'))),
        h(
            'div',
            {},
            h('a', { href: addressOfDocument(hit.id, words), class: 'title' }, subjectOf(hit)),
            h('p', { class: 'facts' }, facts.join(' · ')),
            hit.snippet.includes(firstMark) && h('p', { class: 'snippet' }, ...marked(hit.snippet)),
        ),
    );
}

/**
 * ↓ and ↑ go through the hits and back to the search, Home and End to the first and last.
 * @param {HTMLInputElement} input
 * @param {HTMLElement} list
 */
export function goByKeys(input, list) {
    const links = () => /** @type {HTMLElement[]} */ ([...list.querySelectorAll('a.title')]);
    input.addEventListener('keydown', (event) => {
        if (event.key !== 'ArrowDown' || !links().length) return;
        event.preventDefault();
        links()[0].focus();
    });
    list.addEventListener('keydown', (event) => {
        const all = links();
        const at = all.indexOf(/** @type {HTMLElement} */ (event.target));
        const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key];
        if (at < 0 || next === undefined) return;
        event.preventDefault();
        if (next < 0) input.focus();
        else all[Math.min(next, all.length - 1)].focus();
    });
}
