// What goes with the document: programmes, plans, regulations, and appendices with outlines and tables.
import { fill, h } from '../../shell/dom.js';
import { editorPart, optionalEditor } from './editor_part.js';
import { EntryList } from './entry_list.js';
import { longField, textAt, textField } from './fields.js';
import { blankSections } from './new_document.js';
import { outlineEditor } from './outline_editor.js';
import { newTable, tableEditor } from './table_editor.js';
import { t } from './words.js';

/**
 * @typedef {import('./form_context.js').FormContext} Form
 * @typedef {import('./form_context.js').Part} Part
 */

/** @param {string} kind @returns {any} */
function blankOf(kind) {
    if (kind === 'appendix') return { kind, title: '', table: newTable() };
    const sections = [{ label: 'I.', title: '', items: [{ label: '1.', text: '' }] }];
    return { kind, title: t(/** @type {any} */ (`${kind}Title`)), subject: '', sections };
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
    const add = kinds.map((kind) => {
        const words = t(/** @type {any} */ (`add-${kind}`));
        return h('button', { type: 'button', onclick: () => list.add(list.values.length, blankOf(kind)) }, words);
    });
    return { element: h('div', {}, list.element, h('div', { class: 'row' }, ...add)), update: () => list.update() };
}

/** The card of an attachment, which can be folded. @param {Form} form @param {string} pointer @param {HTMLElement[]} content */
function card(form, pointer, content) {
    const summary = h('summary', {});
    const tools = h('div', { class: 'tools' });
    const element = h('li', { class: 'entry attachment' }, tools, h('details', { open: true }, summary, ...content));
    const update = () => {
        const kind = t(/** @type {any} */ (`kind-${textAt(form, `${pointer}/kind`)}`));
        fill(summary, h('strong', {}, kind), ` ${textAt(form, `${pointer}/title`)}`);
    };
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
    const frame = card(
        form,
        pointer,
        parts.map(({ element }) => element),
    );
    return withParts(frame, parts, ['programme', 'plan', 'regulation']);
}

/** @param {Form} form @param {string} pointer @returns {import('./entry_list.js').Entry} */
function appendix(form, pointer) {
    const table = optionalEditor(form, `${pointer}/table`, tableEditor, { add: t('addTable'), remove: t('removeTable'), blank: newTable });
    const parts = [
        textField(form, { pointer: `${pointer}/label`, label: t('appendixLabel'), placeholder: () => t('derivedLabel') }),
        textField(form, { pointer: `${pointer}/title`, label: t('appendixTitle') }),
        reference(form, pointer),
        optionalEditor(form, `${pointer}/sections`, outlineEditor, {
            add: t('addOutline'),
            remove: t('removeOutline'),
            blank: blankSections,
        }),
        ...(form.isPrinted ? [] : [table]),
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
