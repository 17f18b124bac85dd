// Fields of the form: each shows one value of the document and puts back what is typed.
import { cleanLine } from '../../parts/clean_text.js';
import { growing } from '../../parts/growing.js';
import { isoDate, shownDate, today } from '../../parts/dates.js';
import { h, labelled } from '../../shell/dom.js';
import { valueAt } from './pointer.js';
import { t } from './words.js';

/**
 * @typedef {import('./form_context.js').FormContext} Form
 * @typedef {import('./form_context.js').Part} Part
 * @typedef {{ pointer: string, label: string, hint?: string, placeholder?: () => string, className?: string }} About
 */

/** @param {Form} form @param {string} pointer @returns {string} */
export function textAt(form, pointer) {
    return String(valueAt(form.store.document, pointer) ?? '');
}

/**
 * Ties a text control to a value: what is typed goes into the document, what the document says is shown.
 * @param {Form} form
 * @param {string} pointer
 * @param {HTMLInputElement | HTMLTextAreaElement} control
 * @param {{ placeholder?: () => string, show?: (text: string) => void }} [options] show: where setting the value is not enough
 * @returns {() => void} shows what the document says now
 */
export function tied(form, pointer, control, { placeholder, show = (text) => (control.value = text) } = {}) {
    control.dataset.pointer = pointer;
    control.addEventListener('input', () => form.store.type(pointer, cleanLine(control.value)));
    const update = () => {
        const text = textAt(form, pointer);
        const isBeingTyped = document.activeElement === control && cleanLine(control.value) === text;
        if (!isBeingTyped && control.value !== text) show(text);
        if (placeholder) control.placeholder = placeholder();
    };
    control.addEventListener('blur', update);
    return update;
}

/** A box that is as high as its text, tied to a value. @param {Form} form @param {string} pointer @param {{ placeholder?: () => string, label?: string }} about */
export function longBox(form, pointer, { placeholder, label }) {
    const box = h('textarea', { rows: 1, spellcheck: 'false', 'aria-label': label });
    const { element, set } = growing(box);
    return { box, element, update: tied(form, pointer, box, { placeholder, show: set }) };
}

/** @param {Form} form @param {About & { suggestions?: string[] }} about @returns {Part} */
export function textField(form, { pointer, label, hint, placeholder, className = '', suggestions }) {
    const list =
        suggestions && h('datalist', { id: `list${pointer.replaceAll('/', '-')}` }, ...suggestions.map((value) => h('option', { value })));
    const control = h('input', { autocomplete: 'off', spellcheck: 'false', list: list?.id });
    const element = labelled(label, control, hint);
    element.className += ` ${className}`;
    if (list) element.append(list);
    return { element, update: tied(form, pointer, control, { placeholder }) };
}

/** A text that may be long; it has no line breaks. @param {Form} form @param {About} about @returns {Part} */
export function longField(form, { pointer, label, placeholder }) {
    const { box, element, update } = longBox(form, pointer, { placeholder });
    box.addEventListener('keydown', (event) => {
        if (event.key === 'Enter' && !event.isComposing) event.preventDefault();
    });
    const field = labelled(label, box);
    element.append(box);
    field.append(element);
    return { element: field, update };
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
    const now = h(
        'button',
        { type: 'button', hidden: form.isPrinted, onclick: () => (form.store.change(pointer, today()), update()) },
        t('today'),
    );
    const element = labelled(label, control, hint);
    element.append(h('div', { class: 'with-button' }, control, now));
    return { element, update };
}
