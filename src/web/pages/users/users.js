// Who may use the service, and what was done.
import { ask } from '../../shell/api.js';
import { fill, h } from '../../shell/dom.js';
import { t as shell } from '../../shell/language.js';
import { tell } from '../../shell/notices.js';
import { refill } from '../../parts/refill.js';
import { auditLog } from './audit_log.js';
import { addUser, changeUser, removeUser, setLock, setPassword, showToken } from './user_dialogs.js';
import { t } from './words.js';

/** @typedef {{ name: string, full_name: string, role: string, locked: boolean }} User */

/** @param {User} user @param {boolean} isMe @param {() => void} reload */
function line(user, isMe, reload) {
    /** @param {string} label @param {() => Promise<boolean>} action */
    const button = (label, action) =>
        h(
            'button',
            { type: 'button', 'aria-label': `${label}: ${user.name}`, onclick: () => action().then((done) => done && reload(), tell) },
            label,
        );
    const deeds = [
        button(t('change'), () => changeUser(user)),
        button(t('password'), () => setPassword(user)),
        button(user.locked ? t('unlock') : t('lock'), () => setLock(user)),
        button(t('token'), () => showToken(user)),
        button(shell('remove'), () => removeUser(user)),
    ];
    return h(
        'tr',
        { 'data-row': user.name },
        h('th', { scope: 'row' }, user.name, isMe && h('small', {}, t('isYou'))),
        h('td', {}, user.full_name),
        h('td', {}, t(/** @type {any} */ (user.role))),
        h('td', {}, h('span', { class: `badge ${user.locked ? 'error' : 'done'}` }, user.locked ? `✕ ${t('locked')}` : `✓ ${t('active')}`)),
        h('td', {}, h('div', { class: 'row' }, ...deeds)),
    );
}

/** How the first user comes, where there is none. */
function explanation() {
    const command = 'vanthu users add TÊN --role admin --store KHO';
    return h(
        'section',
        { class: 'card first' },
        h('h2', {}, t('noUsers')),
        h('p', {}, t('noUsersMeaning')),
        h('p', {}, t('firstUser')),
        h('p', {}, t('byCommand'), ' ', h('code', {}, command)),
    );
}

/** @param {HTMLElement} root @param {import('../../shell/router.js').Place} place */
export async function render(root, { user: me }) {
    const list = h('div');
    const log = auditLog();
    const add = h('button', { type: 'button', class: 'primary' }, t('add'));
    const heads = /** @type {const} */ (['name', 'fullName', 'role', 'state', 'actions']).map((name) => h('th', { scope: 'col' }, t(name)));
    const body = h('tbody', {});
    const table = h('table', { class: 'list' }, h('thead', {}, h('tr', {}, ...heads)), body);
    const wide = h('div', { class: 'wide', tabindex: 0, role: 'region', 'aria-label': shell('users') }, table);
    const first = explanation();
    let isFirst = false;
    const load = async () => {
        /** @type {{ users: User[] }} */
        const { users } = await ask('GET', '/users');
        isFirst = users.length === 0;
        add.textContent = isFirst ? t('addFirst') : t('add');
        const rows = users.map((user) => line(user, user.name === me.name, () => load().catch(tell)));
        refill(body, rows);
        const shown = isFirst ? first : wide;
        if (list.firstChild !== shown) fill(list, shown);
        await log.load();
    };
    add.addEventListener('click', async () => {
        if (!(await addUser(isFirst))) return;
        // From the first user on everybody logs in.
        if (isFirst) location.reload();
        else load().catch(tell);
    });
    fill(root, h('div', { class: 'top' }, h('h1', {}, shell('users')), add), list, log.element);
    await load();
}
