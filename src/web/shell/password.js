// Changing one's own password. The service ends all sessions then; the page logs in again at once.
import { formDialog } from '../parts/form_dialog.js';
import { ask } from './api.js';
import { h, labelled } from './dom.js';
import { t } from './language.js';
import { notice } from './notices.js';

/** @param {string} autocomplete */
function field(autocomplete) {
    return h('input', { type: 'password', required: true, autocomplete, minlength: autocomplete === 'new-password' ? 10 : undefined });
}

/** @param {string} name of who is logged in */
export function changePassword(name) {
    const old = field('current-password');
    const fresh = field('new-password');
    const again = field('new-password');
    const compare = () => again.setCustomValidity(again.value === fresh.value ? '' : t('passwordsDiffer'));
    for (const input of [fresh, again]) input.addEventListener('input', compare);
    const user = h('input', { value: name, autocomplete: 'username', hidden: true }); // for the browser's memory of passwords
    return formDialog({
        title: t('changePassword'),
        submit: t('changePassword'),
        content: [
            user,
            labelled(t('oldPassword'), old),
            labelled(t('newPassword'), fresh, t('passwordHint')),
            labelled(t('newPasswordAgain'), again),
        ],
        action: async () => {
            await ask('PUT', '/session/password', { json: { old: old.value, new: fresh.value } });
            await ask('POST', '/session', { json: { name, password: fresh.value } });
            notice(t('passwordChanged'));
        },
    });
}
