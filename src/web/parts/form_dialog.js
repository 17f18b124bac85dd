// A form over the page: what it asks for is done before it closes, and a failure leaves it open with all that was typed.
import { ApiProblem } from '../shell/api.js';
import { append, fill, h } from '../shell/dom.js';
import { t as shell } from '../shell/language.js';

/**
 * @typedef {object} Form
 * @property {string} title
 * @property {(Node | string | null)[]} content
 * @property {string} submit label of the button
 * @property {() => Promise<(Node | string)[] | void>} action what it returns is shown instead of the form
 */

/** @param {unknown} fault */
function reasonOf(fault) {
    if (!(fault instanceof ApiProblem)) return String(fault);
    const hint = fault.findings[0]?.hint || fault.body.detail;
    return hint ? `${fault.message} → ${hint}` : fault.message;
}

class FormDialog {
    /** @param {Form} form @param {(isDone: boolean) => void} onclose */
    constructor({ title, content, submit, action }, onclose) {
        this.action = action;
        this.isBusy = false;
        this.isDone = false;
        this.heading = h('h2', { id: 'form-dialog-title' }, title);
        this.fault = h('p', { class: 'fault', role: 'alert' });
        this.button = h('button', { class: 'primary' }, submit);
        const cancel = h('button', { type: 'button', onclick: () => this.dialog.close() }, shell('cancel'));
        const buttons = h('div', { class: 'row' }, this.button, cancel);
        this.form = h('form', {}, this.heading, ...content, this.fault, buttons);
        this.form.addEventListener('submit', (event) => (event.preventDefault(), this.submit()));
        this.dialog = h('dialog', { class: 'form', 'aria-labelledby': this.heading.id }, this.form);
        this.dialog.addEventListener('cancel', (event) => this.isBusy && event.preventDefault());
        this.dialog.addEventListener('close', () => (this.dialog.remove(), onclose(this.isDone)));
        document.body.append(this.dialog);
        this.dialog.showModal();
    }

    async submit() {
        if (this.isBusy || this.isDone) return;
        this.isBusy = this.button.disabled = true;
        this.fault.textContent = '';
        try {
            const result = await this.action();
            this.isDone = true;
            if (result) this.showResult(result);
            else this.dialog.close();
        } catch (problem) {
            this.fault.textContent = reasonOf(problem);
        }
        this.isBusy = this.button.disabled = false;
    }

    /** @param {(Node | string)[]} result */
    showResult(result) {
        const status = h('div', { role: 'status' });
        const close = h('button', { type: 'button', class: 'primary', onclick: () => this.dialog.close() }, shell('close'));
        fill(this.form, this.heading, status, close);
        append(status, result); // told as a change
        close.focus();
    }
}

/** Resolves when it is closed, to whether the action was done. @param {Form} form @returns {Promise<boolean>} */
export function formDialog(form) {
    return new Promise((resolve) => void new FormDialog(form, resolve));
}
