// Keys in the outline.
import { indent, joinDown, joinUp, move, outdent, split } from './edit.js';
import { t } from './words.js';

/** @typedef {import('./outline.js').Outline} Outline */

/** @typedef {(outline: Outline, field: HTMLTextAreaElement) => boolean | void} Action false: the key is the browser's */

/** @param {HTMLTextAreaElement} field @param {number} caret */
const caretAt = (field, caret) => field.selectionStart === caret && field.selectionEnd === caret;

/**
 * To the line above or below, once the caret can go no further in this one.
 * @param {Outline} outline
 * @param {HTMLTextAreaElement} field
 * @param {1 | -1} step
 */
function step(outline, field, step) {
    const before = field.selectionStart;
    const next = outline.lines()[outline.at + step];
    const oneLine = 40;
    setTimeout(() => {
        const stays = field.selectionStart === before || field.clientHeight < oneLine;
        if (stays && next && document.activeElement === field) outline.focus({ at: outline.at + step, caret: step < 0 ? next.text.length : 0 });
    });
    return false;
}

/** @type {Record<string, Action>} */
const actions = {
    Enter: (outline, field) => {
        if (field.selectionStart !== field.selectionEnd) {
            field.setRangeText('', field.selectionStart, field.selectionEnd, 'end');
            field.dispatchEvent(new InputEvent('input', { bubbles: true }));
        }
        outline.change((lines, at) => split(lines, at, field.selectionStart, outline.heading));
    },
    Tab: (outline) => outline.change(indent),
    'Shift+Tab': (outline) => outline.change((lines, at) => outdent(lines, at, outline.heading)),
    'Alt+ArrowRight': (outline) => outline.change(indent),
    'Alt+ArrowLeft': (outline) => outline.change((lines, at) => outdent(lines, at, outline.heading)),
    'Alt+ArrowUp': (outline) => outline.change((lines, at) => move(lines, at, -1)),
    'Alt+ArrowDown': (outline) => outline.change((lines, at) => move(lines, at, 1)),
    Backspace: (outline, field) => (caretAt(field, 0) ? outline.change(joinUp) : false),
    Delete: (outline, field) => (caretAt(field, field.value.length) ? outline.change(joinDown) : false),
    'Ctrl+z': (outline) => outline.undo(),
    'Ctrl+y': (outline) => outline.redo(),
    'Ctrl+Shift+z': (outline) => outline.redo(),
    ArrowUp: (outline, field) => step(outline, field, -1),
    ArrowDown: (outline, field) => step(outline, field, 1),
    ArrowLeft: (outline, field) => {
        if (!caretAt(field, 0)) return false;
        const { label } = outline.viewOf(outline.at);
        label.focus();
        label.setSelectionRange(label.value.length, label.value.length);
    },
};
actions['Shift+Enter'] = actions.Enter;

/** @param {KeyboardEvent} event */
function spelled(event) {
    const name = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    return `${event.ctrlKey || event.metaKey ? 'Ctrl+' : ''}${event.altKey ? 'Alt+' : ''}${event.shiftKey ? 'Shift+' : ''}${name}`;
}

/** In the field of a label. @param {Outline} outline @param {HTMLInputElement} field @param {KeyboardEvent} event */
function inLabel(outline, field, event) {
    const name = spelled(event);
    const atEnd = field.selectionStart === field.value.length;
    const leaves = ['Escape', 'Enter', 'Tab', 'Ctrl+z', 'Ctrl+y'].includes(name) || (name === 'ArrowRight' && atEnd);
    if (!leaves) return;
    event.preventDefault();
    if (name === 'Escape') field.value = outline.lines()[outline.at].label;
    outline.focus({ at: outline.at, caret: 0 });
    if (name.startsWith('Ctrl+')) actions[name](outline, outline.viewOf(outline.at).text);
}

/** @param {Outline} outline */
export function followKeys(outline) {
    // Tab changes the level; behind Esc it goes on to what follows, so that nobody is caught.
    let leaving = false;
    outline.list.addEventListener('keydown', (event) => {
        if (event.isComposing || ['Shift', 'Control', 'Alt', 'Meta'].includes(event.key)) return;
        const field = event.target;
        if (field instanceof HTMLInputElement) return inLabel(outline, field, event);
        if (!(field instanceof HTMLTextAreaElement) || (leaving && event.key === 'Tab')) return;
        leaving = event.key === 'Escape';
        if (leaving) return outline.tell(t('leaving'));
        const action = actions[spelled(event)];
        if (action && action(outline, field) !== false) event.preventDefault();
    });
    outline.list.addEventListener('focusout', () => (leaving = false));
}
