// What goes with the document: programmes, plans, regulations, and appendices with outlines and tables.
import { fill, h } from '../../shell/dom.js';
import { notice } from '../../shell/notices.js';
import { EntryList } from './entry_list.js';
import { longField, textAt, textField } from './fields.js';
import { outlineEditor } from './outline_editor.js';
import { valueAt } from './pointer.js';
import { newTable, tableEditor } from './table_editor.js';
import { t } from './words.js';

/**
 * @typedef {import('./form_context.js').FormContext} Form
 * @typedef {import('./form_context.js').Part} Part
 */

/** @param {string} kind @returns {any} */
function blankOf(kind) {
    if (kind === 'appendix') return { kind, title: '', table: newTable() };
    return { kind, title: t(/** @type {any} */ (`${kind}Title`)), subject: '', sections: [{ label: 'I.', title: '', items: [{ label: '1.', text: '' }] }] };
}

/** @param {Form} form @returns {Part} */
export function attachments(form) {
    const kindOf = (/** @type {number} */ index) => textAt(form, `/attachments/${index}/kind`);
    const list = new EntryList(form, {
        pointer: '/attachments',
        name: (index) => `${t('attachment', { number: index + 1 })}`,
        blank: () => blankOf('appendix'),
        first: (index) => `/attachments/${index}/title`,
        make: (pointer, index) => (kindOf(index) === 'appendix' ? appendix(form, pointer) : attachedText(form, pointer)),
    });
    const kinds = ['programme', 'plan', 'regulation', 'appendix'];
    const add = kinds.map((kind) => h('button', { type: 'button', onclick: () => list.add(list.values.length, blankOf(kind)) }, t(/** @type {any} */ (`add-${kind}`))));
    return { element: h('div', {}, list.element, h('div', { class: 'row' }, ...add)), update: () => list.update() };
}

/** The card of an attachment, which can be folded. @param {Form} form @param {string} pointer @param {HTMLElement[]} content */
function card(form, pointer, content) {
    const summary = h('summary', {});
    const tools = h('div', { class: 'tools' });
    const element = h('li', { class: 'entry attachment' }, tools, h('details', { open: true }, summary, ...content));
    const update = () => fill(summary, h('strong', {}, t(/** @type {any} */ (`kind-${textAt(form, `${pointer}/kind`)}`))), ` ${textAt(form, `${pointer}/title`)}`);
    return { element, tools, update };
}

/** @param {Form} form @param {string} pointer */
function reference(form, pointer) {
    return textField(form, { pointer: `${pointer}/reference`, label: t('reference'), placeholder: () => t('derived') });
}

/** @param {Form} form @param {string} pointer @returns {import('./entry_list.js').Entry} */
function attachedText(form, pointer) {
    const parts = [
        textField(form, { pointer: `${pointer}/title`, label: t('attachedTitle') }),
        longField(form, { pointer: `${pointer}/subject`, label: t('subject') }),
        reference(form, pointer),
        editorPart(form, `${pointer}/sections`, outlineEditor),
    ];
    const frame = card(form, pointer, parts.map(({ element }) => element));
    return withParts(frame, parts, ['programme', 'plan', 'regulation']);
}

/** @param {Form} form @param {string} pointer @returns {import('./entry_list.js').Entry} */
function appendix(form, pointer) {
    const parts = [
        textField(form, { pointer: `${pointer}/label`, label: t('appendixLabel'), placeholder: () => t('derivedLabel') }),
        textField(form, { pointer: `${pointer}/title`, label: t('appendixTitle') }),
        reference(form, pointer),
        optionalEditor(form, `${pointer}/sections`, outlineEditor, { add: t('addOutline'), remove: t('removeOutline'), blank: () => [{ items: [{ text: '' }] }] }),
        ...(form.isPrinted ? [] : [optionalEditor(form, `${pointer}/table`, tableEditor, { add: t('addTable'), remove: t('removeTable'), blank: newTable })]),
    ];
    const [label, title, ...others] = parts.map(({ element }) => element);
    const frame = card(form, pointer, [h('div', { class: 'pair label-title' }, label, title), ...others]);
    return withParts(frame, parts, ['appendix']);
}

/**
 * @param {ReturnType<typeof card>} frame
 * @param {(Part & { forget?: () => void })[]} parts @param {string[]} kinds
 */
function withParts(frame, parts, kinds) {
    return {
        ...frame,
        update: () => (frame.update(), parts.forEach((part) => part.update())),
        fits: (/** @type {any} */ { kind }) => kinds.includes(kind),
        forget: () => parts.forEach((part) => part.forget?.()),
    };
}

/** @typedef {(value: any, options: { pointer: string, onchange: (value: any) => void, onfocus: (pointer: string) => void }) => any} MakeEditor */

/**
 * A grid or an outline as a part of the form; made when there is something to edit.
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
        if (old !== undefined) notice(`${remove}: ${t('done')}`, 'done', { label: t('undo'), action: () => form.store.change(pointer, old) });
    });
    const element = h('div', { class: 'optional' }, part.element, button);
    const update = () => {
        part.update();
        button.textContent = isThere() ? remove : add;
        button.classList.toggle('quiet', isThere());
    };
    return { element, update, forget: part.forget };
}
