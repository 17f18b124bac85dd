// What an admin does with a user.
import { ask } from '../../shell/api.js';
import { h, labelled } from '../../shell/dom.js';
import { t as shell } from '../../shell/language.js';
import { notice } from '../../shell/notices.js';
import { choose } from '../../parts/choice.js';
import { formDialog } from '../../parts/form_dialog.js';
import { t } from './words.js';

/** @typedef {import('./users.js').User} User */

const roles = /** @type {const} */ (['reader', 'clerk', 'officer', 'admin']);
const shortest = 10;

/** @param {User} user */
const pathOf = (user) => `/users/${encodeURIComponent(user.name)}`;

/** @param {string} chosen */
function roleField(chosen) {
    const select = h('select', {}, ...roles.map((role) => h('option', { value: role }, `${t(role)} – ${t(`${role}May`)}`)));
    select.value = chosen;
    return select;
}

function passwordField() {
    return h('input', { type: 'text', required: true, minlength: shortest, autocomplete: 'off', spellcheck: 'false', class: 'secret' });
}

/** @param {boolean} isFirst of all: becomes the admin @returns {Promise<boolean>} */
export function addUser(isFirst) {
    const name = h('input', { required: true, pattern: '[a-z0-9._\\-]{1,40}', autocomplete: 'off', autofocus: true, title: t('nameHint') });
    const fullName = h('input', { autocomplete: 'off' });
    const role = roleField(isFirst ? 'admin' : 'clerk');
    role.disabled = isFirst;
    const password = passwordField();
    return formDialog({
        title: isFirst ? t('addFirst') : t('add'),
        submit: t('addNow'),
        content: [
            labelled(t('name'), name, t('nameHint')),
            labelled(t('fullName'), fullName),
            labelled(t('role'), role, isFirst ? t('firstIsAdmin') : undefined),
            labelled(t('newPassword'), password, t('passwordHint')),
        ],
        action: async () => {
            await ask('POST', '/users', {
                json: { name: name.value, full_name: fullName.value.trim(), role: role.value, password: password.value },
            });
            notice(t('added', { name: name.value }));
        },
    });
}

/** @param {User} user @param {Partial<User> & { password?: string }} changes */
function put(user, changes) {
    const { role, full_name, locked } = user;
    return ask('PUT', pathOf(user), { json: { role, full_name, locked, ...changes } });
}

/** @param {User} user */
export function changeUser(user) {
    const fullName = h('input', { value: user.full_name, autocomplete: 'off', autofocus: true });
    const role = roleField(user.role);
    return formDialog({
        title: t('changeOf', { name: user.name }),
        submit: shell('save'),
        content: [labelled(t('fullName'), fullName), labelled(t('role'), role)],
        action: async () => {
            await put(user, { full_name: fullName.value.trim(), role: role.value });
            notice(t('changed', { name: user.name }));
        },
    });
}

/** @param {User} user */
export function setPassword(user) {
    const password = passwordField();
    return formDialog({
        title: t('passwordOf', { name: user.name }),
        submit: t('setPassword'),
        content: [labelled(t('newPassword'), password, t('passwordHint')), h('p', {}, t('passwordEnds'))],
        action: async () => {
            await put(user, { password: password.value });
            notice(t('passwordSet', { name: user.name }));
        },
    });
}

/** @param {User} user */
export async function setLock(user) {
    if (
        !user.locked &&
        (await choose(
            t('lockOf', { name: user.name }),
            [t('lockEnds')],
            [
                { name: '', label: shell('cancel') },
                { name: 'lock', label: t('lock'), kind: 'primary' },
            ],
        )) !== 'lock'
    )
        return false;
    await put(user, { locked: !user.locked });
    notice(t(user.locked ? 'unlockedNow' : 'lockedNow', { name: user.name }));
    return true;
}

/** @param {User} user */
export function showToken(user) {
    return formDialog({
        title: t('tokenOf', { name: user.name }),
        submit: t('makeToken'),
        content: [h('p', {}, t('tokenHint'))],
        action: async () => {
            const { token } = await ask('POST', `${pathOf(user)}/token`);
            const field = h('input', {
                value: token,
                readonly: true,
                'aria-label': t('token'),
                class: 'secret',
                onfocus: () => field.select(),
            });
            const copied = h('span', { role: 'status' });
            const copy = () => {
                field.select();
                navigator.clipboard.writeText(token).then(() => (copied.textContent = ` ✓ ${t('copied')}`));
            };
            return [
                h('p', {}, t('tokenOnce')),
                field,
                navigator.clipboard ? h('p', {}, h('button', { type: 'button', onclick: copy }, t('copy')), copied) : '',
            ];
        },
    });
}

/** @param {User} user */
export async function removeUser(user) {
    const answer = await choose(
        t('removeOf', { name: user.name }),
        [t('removeMeans')],
        [
            { name: '', label: shell('cancel') },
            { name: 'remove', label: shell('remove'), kind: 'primary' },
        ],
    );
    if (answer !== 'remove') return false;
    await ask('DELETE', pathOf(user));
    notice(t('removed', { name: user.name }));
    return true;
}
