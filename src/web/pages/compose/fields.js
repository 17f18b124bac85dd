// Fields of the form: each shows one value of the document and puts back what is typed.
import { cleanLine } from '../../parts/clean_text.js';
import { isoDate, shownDate, today } from '../../parts/dates.js';
import { h, labelled } from '../../shell/dom.js';
import { valueAt } from './pointer.js';
import { t } from './words.js';

/**
 * @typedef {import('./form_context.js').FormContext} Form
 * @typedef {import('./form_context.js').Part} Part
 * @typedef {{ pointer: string, label: string, hint?: string, placeholder?: () => string, className?: string }} About
 */

const growsItself = CSS.supports('field-sizing', 'content');

/** Makes a text box as high as its text. @param {HTMLTextAreaElement} box */
export function grow(box) {
    if (growsItself) return;
    box.style.height = 'auto';
    box.style.height = `${box.scrollHeight + 2}px`;
}

/** @param {Form} form @param {string} pointer @returns {string} */
export function textAt(form, pointer) {
    return String(valueAt(form.store.document, pointer) ?? '');
}

/**
 * Ties a text control to a value: what is typed goes into the document, what the document says is shown.
 * @template {HTMLInputElement | HTMLTextAreaElement} Control
 * @param {Form} form
 * @param {string} pointer
 * @param {Control} control
 * @param {() => string} [placeholder]
 */
export function tied(form, pointer, control, placeholder) {
    control.dataset.pointer = pointer;
    control.addEventListener('input', () => {
        form.store.type(pointer, cleanLine(control.value));
        if (control instanceof HTMLTextAreaElement) grow(control);
    });
    control.addEventListener('blur', update);
    function update() {
        const text = textAt(form, pointer);
        const isBeingTyped = document.activeElement === control && cleanLine(control.value) === text;
        if (!isBeingTyped && control.value !== text) control.value = text;
        if (placeholder) control.placeholder = placeholder();
        if (control instanceof HTMLTextAreaElement) grow(control);
    }
    return update;
}

/** @param {Form} form @param {About & { suggestions?: string[] }} about @returns {Part} */
export function textField(form, { pointer, label, hint, placeholder, className = '', suggestions }) {
    const list = suggestions && h('datalist', { id: `list${pointer.replaceAll('/', '-')}` }, ...suggestions.map((value) => h('option', { value })));
    const control = h('input', { autocomplete: 'off', spellcheck: 'false', list: list?.id });
    const element = labelled(label, control, hint);
    element.className += ` ${className}`;
    if (list) element.append(list);
    return { element, update: tied(form, pointer, control, placeholder) };
}

/** A text that may be long; it has no line breaks. @param {Form} form @param {About} about @returns {Part} */
export function longField(form, { pointer, label, hint, placeholder, className = '' }) {
    const control = h('textarea', { rows: 1, spellcheck: 'false' });
    control.addEventListener('keydown', (event) => {
        if (event.key === 'Enter' && !event.isComposing) event.preventDefault();
    });
    const element = labelled(label, control, hint);
    element.className += ` ${className}`;
    return { element, update: tied(form, pointer, control, placeholder) };
}

/** @param {Form} form @param {About & { options: [string, string][] }} about options: value and words @returns {Part} */
export function choiceField(form, { pointer, label, hint, options, className = '' }) {
    const control = h('select', { 'data-pointer': pointer }, ...options.map(([value, words]) => h('option', { value }, words)));
    control.addEventListener('change', () => form.store.change(pointer, control.value || undefined));
    const element = labelled(label, control, hint);
    element.className += ` ${className}`;
    return { element, update: () => (control.value = textAt(form, pointer)) };
}

/** dd/mm/yyyy; what is no date stays as it was typed and the service tells so. @param {Form} form @param {About} about @returns {Part} */
export function dateField(form, { pointer, label, hint }) {
    const control = h('input', { inputmode: 'numeric', autocomplete: 'off', placeholder: t('datePattern'), 'data-pointer': pointer });
    const put = (/** @type {string} */ value) => form.store.type(pointer, value || undefined);
    control.addEventListener('input', () => {
        const isWhole = /\d{4}$/.test(control.value.trim()) || control.value.trim() === '';
        if (isWhole) put(isoDate(control.value) || control.value.trim());
    });
    control.addEventListener('change', () => put(isoDate(control.value) || control.value.trim()));
    control.addEventListener('blur', () => setTimeout(update));
    const update = () => {
        if (document.activeElement !== control) control.value = shownDate(textAt(form, pointer));
    };
    const now = h('button', { type: 'button', hidden: form.isPrinted, onclick: () => (form.store.change(pointer, today()), update()) }, t('today'));
    const element = labelled(label, control, hint);
    const pair = h('div', { class: 'with-button' });
    control.replaceWith(pair);
    pair.append(control, now);
    return { element, update };
}
