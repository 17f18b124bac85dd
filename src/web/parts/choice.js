// A question over the page.
import { h } from '../shell/dom.js';

/** @typedef {{ name: string, label: string, kind?: 'primary' | '', explains?: string }} Choice */

/**
 * Resolves to the name of the chosen button; to '' where the dialog was closed without an answer.
 * @param {string} title
 * @param {(Node | string)[]} content
 * @param {Choice[]} choices the first has the focus
 * @returns {Promise<string>}
 */
export function choose(title, content, choices) {
    return new Promise((resolve) => {
        const heading = h('h2', { id: 'choice-title' }, title);
        const buttons = choices.map(({ name, label, kind, explains }) => {
            const note = explains ? h('small', { id: `choice-${name}` }, explains) : null;
            const button = h('button', { value: name, class: kind, 'aria-describedby': note?.id }, label);
            return h('div', { class: explains ? 'choice' : '' }, button, note);
        });
        const form = h(
            'form',
            { method: 'dialog' },
            heading,
            ...content.map((part) => (typeof part === 'string' ? h('p', {}, part) : part)),
            h('div', { class: choices.some((one) => one.explains) ? 'choices' : 'row' }, ...buttons),
        );
        const dialog = h('dialog', { 'aria-labelledby': heading.id }, form);
        dialog.addEventListener('close', () => {
            dialog.remove();
            resolve(dialog.returnValue);
        });
        window.addEventListener('hashchange', () => dialog.close(''), { once: true });
        document.body.append(dialog);
        dialog.showModal();
    });
}
