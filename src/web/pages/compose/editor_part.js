// A grid or an outline as a part of the form.
import { fill, h } from '../../shell/dom.js';
import { notice } from '../../shell/notices.js';
import { valueAt } from './pointer.js';
import { t } from './words.js';

/** @typedef {import('./form_context.js').FormContext} Form */
/** @typedef {import('./form_context.js').Part} Part */
/** @typedef {(value: any, options: { pointer: string, onchange: (value: any) => void, onfocus: (pointer: string) => void }) => any} MakeEditor */

/**
 * Made when there is something to edit.
 * @param {Form} form @param {string} pointer @param {MakeEditor} make
 * @returns {Part & { forget: () => void }}
 */
export function editorPart(form, pointer, make) {
    const element = h('div', { class: 'editor' });
    /** @type {any} */
    let editor = null;
    /** @type {any} */
    let shown;
    const forget = () => {
        editor?.remove();
        editor = null;
        form.editors.delete(pointer);
        fill(element);
    };
    const update = () => {
        const value = valueAt(form.store.document, pointer);
        if (value === shown && editor) return;
        shown = value;
        if (value === undefined) return forget();
        if (editor) return editor.set(value);
        const onchange = (/** @type {any} */ next) => {
            shown = next;
            form.store.type(pointer, next);
        };
        editor = make(value, { pointer, onchange, onfocus: (at) => form.onfocus(at) });
        form.editors.set(pointer, Object.assign(editor, { pointer }));
        element.append(editor.element);
    };
    return { element, update, forget };
}

/**
 * @param {Form} form @param {string} pointer @param {MakeEditor} make
 * @param {{ add: string, remove: string, blank: () => any }} words
 */
export function optionalEditor(form, pointer, make, { add, remove, blank }) {
    const part = editorPart(form, pointer, make);
    const button = h('button', { type: 'button' });
    const isThere = () => valueAt(form.store.document, pointer) !== undefined;
    button.addEventListener('click', () => {
        const old = valueAt(form.store.document, pointer);
        form.store.change(pointer, isThere() ? undefined : blank());
        if (old !== undefined)
            notice(`${remove}: ${t('done')}`, 'done', { label: t('undo'), action: () => form.store.change(pointer, old) });
    });
    const element = h('div', { class: 'optional' }, part.element, button);
    const update = () => {
        part.update();
        button.textContent = isThere() ? remove : add;
        button.classList.toggle('quiet', isThere());
    };
    return { element, update, forget: part.forget };
}
