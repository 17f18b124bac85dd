// A form over the page: what it asks for is done before it closes, and a failure leaves it open with all that was typed.
import { ApiProblem } from '../shell/api.js';
import { append, fill, h } from '../shell/dom.js';
import { t as shell } from '../shell/language.js';

/**
 * @typedef {object} Form
 * @property {string} title
 * @property {(Node | string | null)[]} content
 * @property {string} submit label of the button
 * @property {string} [kind] class of the dialog
 * @property {() => Promise<(Node | string)[] | void>} action what it returns is shown instead of the form
 */

/** @param {unknown} fault */
function reasonOf(fault) {
    if (!(fault instanceof ApiProblem)) return String(fault);
    const hint = fault.findings[0]?.hint || fault.body.detail;
    return hint ? `${fault.message} → ${hint}` : fault.message;
}

/** Resolves when it is closed, to whether the action was done. @param {Form} form @returns {Promise<boolean>} */
export function formDialog({ title, content, submit, kind = '', action }) {
    return new Promise((resolve) => {
        let isBusy = false;
        let isDone = false;
        const heading = h('h2', { id: 'form-dialog-title' }, title);
        const fault = h('p', { class: 'fault', role: 'alert' });
        const button = h('button', { class: 'primary' }, submit);
        const close = () => dialog.close();
        const buttons = h('div', { class: 'row' }, button, h('button', { type: 'button', onclick: close }, shell('cancel')));
        const form = h('form', {}, heading, ...content, fault, buttons);
        const dialog = h('dialog', { class: `form ${kind}`, 'aria-labelledby': heading.id }, form);
        const showResult = (/** @type {(Node | string)[]} */ result) => {
            const last = h('button', { type: 'button', class: 'primary', onclick: close }, shell('close'));
            fill(form, heading, h('div', { role: 'status' }), last);
            append(/** @type {Element} */ (form.querySelector('[role=status]')), result); // told as a change
            last.focus();
        };
        form.addEventListener('submit', async (event) => {
            event.preventDefault();
            if (isBusy || isDone) return;
            isBusy = button.disabled = true;
            fault.textContent = '';
            try {
                const result = await action();
                isDone = true;
                if (result) showResult(result);
                else close();
            } catch (problem) {
                fault.textContent = reasonOf(problem);
            }
            isBusy = button.disabled = false;
        });
        dialog.addEventListener('cancel', (event) => isBusy && event.preventDefault());
        dialog.addEventListener('close', () => {
            dialog.remove();
            resolve(isDone);
        });
        document.body.append(dialog);
        dialog.showModal();
    });
}
