// The form, in the order of the printed document.
import { looksLikeOldFont } from '../../parts/clean_text.js';
import { h } from '../../shell/dom.js';
import { notice } from '../../shell/notices.js';
import { FormContext } from './form_context.js';
import { articles } from './form_articles.js';
import { optionalEditor } from './editor_part.js';
import { attachments } from './form_attachments.js';
import { edges, recipients, signature } from './form_end.js';
import { longField, textAt, textField } from './fields.js';
import { head } from './form_head.js';
import { blankSections } from './new_document.js';
import { outlineEditor } from './outline_editor.js';
import { valueAt } from './pointer.js';
import { textList } from './text_list.js';
import { t } from './words.js';

/**
 * @typedef {import('./form_context.js').Part} Part
 * @typedef {FormContext} Form
 */

/** @param {string} title @param {...Node} content */
function group(title, ...content) {
    return h('section', { class: 'form-part' }, h('h2', {}, title), ...content);
}

/**
 * A list that a document may have: shown where it has one, else a button adds it.
 * @param {Form} form
 * @param {string} pointer
 * @param {{ add: string, blank: () => any, part: Part, shown?: HTMLElement, beside?: string[] }} about beside: fields that also show it
 * @returns {Part & { button: HTMLElement }}
 */
function optional(form, pointer, { add, blank, part, shown = part.element, beside = [] }) {
    const button = h('button', { type: 'button', onclick: () => (form.store.change(pointer, [blank()]), form.focus(`${pointer}/0`)) }, add);
    const update = () => {
        part.update();
        shown.hidden = [pointer, ...beside].every((one) => !valueAt(form.store.document, one)?.length);
        button.hidden = !shown.hidden;
    };
    return { element: shown, button, update };
}

/** @param {Form} form */
function addressees(form) {
    const list = textList(form, { pointer: '/addressees', name: (i) => t('addressee', { number: i + 1 }), mark: '-', stripsBullets: true });
    const add = h('button', { type: 'button', onclick: () => list.add(list.values.length) }, t('addAddressee'));
    return optional(form, '/addressees', {
        add: t('addAddressees'),
        blank: () => '',
        part: list,
        shown: group(t('addressees'), list.element, add),
    });
}

/** @param {Form} form */
function bases(form) {
    const isDecision = () => textAt(form, '/kind') === 'decision';
    const authority = longField(form, {
        pointer: '/authority',
        label: t('authorityField'),
        placeholder: () => (isDecision() ? textAt(form, '/issuer/name') : ''),
    });
    const list = textList(form, {
        pointer: '/legal_bases',
        name: (i) => t('basis', { number: i + 1 }),
        stripsBullets: true,
        placeholder: (i) => (i === 0 ? t('basisPlaceholder') : ''),
    });
    const add = h('button', { type: 'button', onclick: () => list.add(list.values.length) }, t('addBasis'));
    const enactment = textField(form, {
        pointer: '/enactment',
        label: t('enactment'),
        placeholder: () => (isDecision() ? 'QUYẾT ĐỊNH:' : ''),
    });
    const element = group(t('bases'), authority.element, list.element, add, enactment.element);
    const update = () => [authority, list, enactment].forEach((part) => part.update());
    const beside = ['/authority', '/enactment'];
    return optional(form, '/legal_bases', { add: t('addBases'), blank: () => '', part: { element, update }, beside });
}

/** @param {Form} form @returns {Part} */
function body(form) {
    const ofArticles = optional(form, '/articles', {
        add: t('addArticles'),
        blank: () => ({ number: '1', paragraphs: [''] }),
        part: articles(form),
    });
    const outline = optionalEditor(form, '/sections', outlineEditor, {
        add: t('addSections'),
        remove: t('removeSections'),
        blank: blankSections,
    });
    return {
        element: group(t('body'), ofArticles.element, outline.element, ofArticles.button),
        update: () => (ofArticles.update(), outline.update()),
    };
}

/**
 * @param {import('./document_store.js').DocumentStore} store
 * @param {import('./form_head.js').Template[]} templates
 * @param {(pointer: string) => void} onfocus
 * @param {boolean} [isPrinted] see FormContext
 */
export function documentForm(store, templates, onfocus, isPrinted) {
    const element = h('form', { class: 'document-form', 'aria-label': t('form'), novalidate: true });
    element.addEventListener('submit', (event) => event.preventDefault());
    const form = new FormContext(store, element, onfocus, isPrinted);
    const top = head(form, templates);
    const subject = longField(form, {
        pointer: '/subject',
        label: t('subject'),
        placeholder: () => t(textAt(form, '/kind') === 'letter' ? 'subjectOfLetter' : 'subjectPlaceholder'),
    });
    const [to, from] = [recipients(form), signature(form)];
    const [addressed, based, content] = [addressees(form), bases(form), body(form)];
    const [goesWith, edge] = [attachments(form), edges(form)];
    const more = h('details', { class: 'form-part' }, h('summary', {}, t('edges')), edge.element);
    const parts = [top, subject, addressed, based, content, to, from, goesWith, edge];
    element.append(
        group(t('head'), top.element, subject.element, h('div', { class: 'row' }, addressed.button, based.button)),
        addressed.element,
        based.element,
        content.element,
        h('div', { class: 'pair form-part' }, to.element, from.element),
        group(t('attachments'), goesWith.element),
        more,
    );
    more.open = ['/drafter_mark', '/contact', '/marks/urgency', '/marks/circulation'].some((pointer) => textAt(form, pointer));
    element.addEventListener('paste', ({ target, clipboardData }) => {
        const isOld = looksLikeOldFont(clipboardData?.getData('text/plain') ?? '');
        if (isOld && !(/** @type {Element} */ (target).closest('.editor'))) notice(t('oldFont'), 'warning');
    });
    element.addEventListener('focusin', (event) => {
        const { pointer } = /** @type {HTMLElement} */ (event.target).dataset;
        if (pointer) onfocus(pointer);
    });
    return { form, element, update: () => parts.forEach((part) => part.update()), showNext: top.showNext };
}
