// "Đọc văn bản cũ": the queue, and the work on one of its documents.
import { ask } from '../../shell/api.js';
import { fill, h } from '../../shell/dom.js';
import { reload } from '../../shell/router.js';
import { Desk } from './desk.js';
import { originalOf } from './page_pane.js';
import { showQueue } from './queue.js';
import { WorkPage } from './work_page.js';
import { t } from './words.js';

/** @typedef {import('../../shell/router.js').Place} Place */
/** @typedef {import('./desk.js').Reading} Reading */

/** A document that has not been read: how far it is, or why not. @param {HTMLElement} root @param {Desk} desk @param {Reading} reading */
function showUnread(root, desk, reading) {
    const line = h('p', { class: 'unread', role: 'status' });
    const tell = (/** @type {Reading} */ now) => {
        const { done, total } = now.progress ?? { done: 0, total: 0 };
        const [why] = now.diagnostics ?? [];
        if (now.state === 'failed') fill(line, h('span', { class: 'fault' }, why?.message ?? t('state-failed')), ` → ${why?.hint || t('brokenHint')}`);
        else fill(line, total ? t('readingPages', { done, total }) : t(`state-${now.state}`));
    };
    desk.addEventListener('change', () => {
        const now = desk.readings.get(reading.id) ?? reading;
        if (now.state === 'done') reload();
        else tell(now);
    });
    tell(reading);
    fill(root, h('p', {}, h('a', { href: '#/doc' }, t('toQueue'))), h('h1', {}, reading.name), line);
    return { leave: () => desk.stop() };
}

/** @param {HTMLElement} root @param {Place} place @returns {Promise<import('../../shell/router.js').Leave>} */
export async function render(root, place) {
    if (!place.rest.length) return showQueue(root);
    const desk = new Desk();
    const id = Number(place.rest[0]);
    const [{ reading, content }, original, { templates }] = await Promise.all([ask('GET', `/readings/${id}`), originalOf(id), ask('GET', '/templates'), desk.load()]);
    if (reading.state !== 'done') return showUnread(root, desk, reading);
    const page = new WorkPage({ reading, served: content, original, templates, user: place.user, desk });
    await page.show(root);
    return { leave: () => (page.leave(), desk.stop()), mayLeave: () => page.mayLeave() };
}
