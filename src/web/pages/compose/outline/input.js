// Typing, pasting and entering lines of the outline.
import { cleanLine, looksLikeOldFont } from '../../../parts/clean_text.js';
import { labelTyped, relabel } from './edit.js';
import { pasteInto, pointsOf } from './paste.js';
import { t } from './words.js';

/** @typedef {import('./outline.js').Outline} Outline */

/** @param {Outline} outline @param {HTMLTextAreaElement} field @param {InputEvent} event */
function typed(outline, field, event) {
    const at = outline.indexOf(field);
    if (at < 0) return;
    const isSpace = event.inputType === 'insertText' && event.data === ' ' && !event.isComposing;
    const label = isSpace && labelTyped(outline.lines(), at, field.value, field.selectionStart);
    if (label) outline.apply(label);
    else outline.typed(at, field.value.replace(/\n/g, ' '));
}

/** @param {Outline} outline @param {HTMLTextAreaElement} field @param {ClipboardEvent} event */
function pasted(outline, field, event) {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    const points = pointsOf(text);
    event.preventDefault();
    if (points.length > 1) {
        outline.apply(pasteInto(outline.lines(), outline.indexOf(field), field.selectionStart, field.selectionEnd, text));
        outline.tell(t('pasted', { lines: points.length }));
    } else {
        field.setRangeText(cleanLine(text), field.selectionStart, field.selectionEnd, 'end');
        field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    }
    if (looksLikeOldFont(text)) outline.tell(t('oldFont'), true);
}

/** @param {Outline} outline */
export function followInput(outline) {
    const { list } = outline;
    list.addEventListener('input', (event) => {
        if (event.target instanceof HTMLTextAreaElement) typed(outline, event.target, /** @type {InputEvent} */ (event));
    });
    list.addEventListener('paste', (event) => {
        if (event.target instanceof HTMLTextAreaElement) pasted(outline, event.target, event);
    });
    list.addEventListener('focusin', ({ target }) => {
        const at = outline.indexOf(target);
        if (at < 0) return;
        outline.enter(at);
        const pointer = outline.pointerOf(at, target instanceof HTMLInputElement);
        if (pointer) outline.options.onfocus?.(pointer);
    });
    // A label counts when it is left.
    list.addEventListener('focusout', ({ target }) => {
        const at = outline.indexOf(target);
        if (at < 0 || !(target instanceof HTMLInputElement)) return;
        const label = cleanLine(target.value);
        if (label !== outline.lines()[at].label) outline.take(relabel(outline.lines(), at, label));
    });
}
