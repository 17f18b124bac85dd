// A list of texts that is written as in a word processor: Enter parts a text in two, Backspace at its beginning joins it
// with the one above, several lines that are pasted become several texts.
import { cleanLine } from '../../parts/clean_text.js';
import { spliced } from '../../parts/lists.js';
import { h } from '../../shell/dom.js';
import { EntryList } from './entry_list.js';
import { longBox } from './fields.js';
import { pastedLines } from './texts.js';

/**
 * @typedef {import('./form_context.js').FormContext} Form
 * @typedef {{ pointer: string, name: (index: number) => string, mark?: string, placeholder?: (index: number) => string,
 *     stripsBullets?: boolean, least?: number, pasted?: (index: number, lines: string[]) => boolean }} About
 *     mark: stands before each; pasted: whether it took several lines that were pasted itself
 */

/** @param {Form} form @param {About} about */
export function textList(form, about) {
    const make = (/** @type {string} */ pointer, /** @type {number} */ index, /** @type {EntryList} */ list) =>
        entry(form, list, about, pointer, index);
    return new EntryList(form, { ...about, blank: () => '', make });
}

/** @param {Form} form @param {EntryList} list @param {About} about @param {string} pointer @param {number} index @returns {import('./entry_list.js').Entry} */
function entry(form, list, about, pointer, index) {
    const placeholder = about.placeholder && (() => about.placeholder?.(index) ?? '');
    const { box, element: frame, update } = longBox(form, pointer, { placeholder, label: about.name(index) });
    const tools = h('div', { class: 'tools' });
    const mark = about.mark && h('span', { class: 'mark', 'aria-hidden': true }, about.mark);
    const element = h('li', { class: 'entry' }, mark, frame, tools);
    box.addEventListener('keydown', (event) => keyed(event, list, index));
    box.addEventListener('paste', (event) => pasted(event, list, index, about));
    return { element, tools, update };
}

/** What stands before and behind the caret. @param {HTMLTextAreaElement} box */
function parts(box) {
    return [cleanLine(box.value.slice(0, box.selectionStart)), cleanLine(box.value.slice(box.selectionEnd))];
}

/** @param {string} before @param {string} behind */
const joined = (before, behind) => cleanLine(`${before} ${behind}`);

/** @param {KeyboardEvent} event @param {EntryList} list @param {number} index */
function keyed(event, list, index) {
    const box = /** @type {HTMLTextAreaElement} */ (event.target);
    if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
    const { values } = list;
    const isAt = (/** @type {number} */ place) => box.selectionStart === place && box.selectionEnd === place;
    if (event.key === 'Enter') {
        event.preventDefault();
        list.put(spliced(values, index, 1, ...parts(box)));
        list.focus(index + 1, 0);
    } else if (event.key === 'Backspace' && isAt(0) && index > 0) {
        event.preventDefault();
        join(list, index - 1);
    } else if (event.key === 'Delete' && isAt(box.value.length) && index + 1 < values.length) {
        event.preventDefault();
        join(list, index);
    } else if (event.key === 'ArrowUp' && isAt(0) && index > 0) {
        event.preventDefault();
        list.focus(index - 1, values[index - 1].length);
    } else if (event.key === 'ArrowDown' && isAt(box.value.length) && index + 1 < values.length) {
        event.preventDefault();
        list.focus(index + 1, 0);
    }
}

/** An entry with the next. @param {EntryList} list @param {number} index */
function join(list, index) {
    const { values } = list;
    list.put(spliced(values, index, 2, joined(values[index], values[index + 1])));
    list.focus(index, values[index].length);
}

/** @param {ClipboardEvent} event @param {EntryList} list @param {number} index @param {About} about */
function pasted(event, list, index, about) {
    const box = /** @type {HTMLTextAreaElement} */ (event.target);
    const lines = pastedLines(event.clipboardData?.getData('text/plain') ?? '', about.stripsBullets);
    if (about.pasted?.(index, lines)) return event.preventDefault();
    if (lines.length < 2) return;
    event.preventDefault();
    const [before, behind] = parts(box);
    const added = [joined(before, lines[0]), ...lines.slice(1, -1), joined(lines[lines.length - 1], behind)];
    list.put(spliced(list.values, index, 1, ...added));
    list.focus(index + lines.length - 1, lines[lines.length - 1].length);
}
