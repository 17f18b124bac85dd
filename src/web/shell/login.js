// Who works here: a dialog over the page, so that nothing on it is lost when a session ends.
import { ApiProblem, ask } from './api.js';
import { h, labelled } from './dom.js';
import { t } from './language.js';

/** @type {Promise<void> | null} */
let open = null;

/** Resolves when somebody has logged in. */
export function login() {
    open ??= new Promise((done) => {
        const name = h('input', { name: 'name', autocomplete: 'username', required: true, autofocus: true });
        const password = h('input', { type: 'password', name: 'password', autocomplete: 'current-password', required: true });
        const fault = h('p', { class: 'fault', role: 'alert' });
        const form = h(
            'form',
            {},
            h('h1', {}, t('login')),
            labelled(t('name'), name),
            labelled(t('password'), password),
            fault,
            h('button', { class: 'primary' }, t('login')),
        );
        const dialog = h('dialog', { class: 'login', 'aria-label': t('login'), oncancel: (/** @type {Event} */ event) => event.preventDefault() }, form);
        form.addEventListener('submit', async (event) => {
            event.preventDefault();
            fault.textContent = '';
            try {
                await ask('POST', '/session', { json: { name: name.value, password: password.value } });
                dialog.close();
                dialog.remove();
                open = null;
                done();
            } catch (problem) {
                fault.textContent = problem instanceof ApiProblem ? problem.message : String(problem);
                password.select();
            }
        });
        document.body.append(dialog);
        dialog.showModal();
    });
    return open;
}
