// Who did what, newest first.
import { ask } from '../../shell/api.js';
import { h } from '../../shell/dom.js';
import { tell } from '../../shell/notices.js';
import { deed as nameOf, t } from './words.js';

/** @typedef {{ id: number, at: string, user: string, peer: string, action: string, subject: string }} Deed */

const step = 50;
/** 29/11/2026, 20:00:35 in both languages. */
const time = new Intl.DateTimeFormat('en-GB', { dateStyle: 'short', timeStyle: 'medium' });

/** @param {Deed} deed */
function line(deed) {
    const subject = deed.subject.startsWith('vt-') ? h('a', { href: `#/kho/${deed.subject}` }, deed.subject) : deed.subject;
    return h(
        'tr',
        {},
        h('td', {}, time.format(new Date(deed.at))),
        h('td', {}, deed.user || t('nobody')),
        h('td', {}, nameOf(/** @type {any} */ (deed.action))),
        h('td', {}, subject),
        h('td', {}, deed.peer),
    );
}

export function auditLog() {
    const body = h('tbody');
    const more = h('button', { type: 'button', hidden: true }, t('older'));
    const heads = /** @type {const} */ (['time', 'who', 'what', 'whom', 'where']).map((name) => h('th', { scope: 'col' }, t(name)));
    const table = h('table', { class: 'list' }, h('thead', {}, h('tr', {}, ...heads)), body);
    const element = h(
        'section',
        { class: 'log' },
        h('h2', { id: 'log-title' }, t('log')),
        h('p', {}, t('logHint')),
        h('div', { class: 'wide', tabindex: 0, role: 'region', 'aria-labelledby': 'log-title' }, table),
        more,
    );
    let last = 0;
    /** @param {number} [before] only older ones */
    const load = async (before) => {
        /** @type {{ entries: Deed[] }} */
        const { entries } = await ask('GET', '/audit', { query: { limit: step, before } });
        if (before === undefined) body.replaceChildren();
        body.append(...entries.map(line));
        last = entries.at(-1)?.id ?? 0;
        more.hidden = entries.length < step;
    };
    more.addEventListener('click', () => load(last).catch(tell));
    return { element, load: () => load() };
}
