// The text of programmes, plans, regulations and letters as an outline, written as in Word.
import { fill, h, useStyle } from '../../shell/dom.js';
import { findingLine } from '../../parts/finding_line.js';
import { ownArrows } from '../../parts/own_arrows.js';
import { isBelow } from '../../parts/pointers.js';
import { followInput } from './outline/input.js';
import { followKeys } from './outline/keys.js';
import { Outline } from './outline/outline.js';
import { outlineTools } from './outline/tools.js';
import { t } from './outline/words.js';

/** @typedef {import('../../shell/api.js').Finding} Finding */

/** @param {Outline} outline @param {string} path below the list of sections */
function reveal(outline, path) {
    const at = path === '' ? 0 : outline.lineAt(path);
    if (at < 0) return false;
    const view = outline.viewOf(at);
    if (path.endsWith('/label')) view.label.focus();
    else outline.focus({ at, caret: view.text.value.length });
    view.element.scrollIntoView({ block: 'nearest' });
    return true;
}

/** Each finding at its line; those about no line above all. @param {Outline} outline @param {Finding[]} findings */
function showFindings(outline, findings) {
    /** @type {Map<number, Finding[]>} */
    const marks = new Map();
    const { pointer } = outline.options;
    for (const finding of findings) {
        const about = finding.pointer ?? '';
        if (!isBelow(about, pointer)) continue;
        const at = outline.lineAt(about.slice(pointer.length));
        marks.set(at, [...(marks.get(at) ?? []), finding]);
    }
    outline.lines().forEach((_, at) => outline.viewOf(at).mark(marks.get(at) ?? []));
    fill(outline.others, ...(marks.get(-1) ?? []).map((finding) => findingLine(finding)));
}

/**
 * @param {import('./outline/lines.js').Section[]} sections
 * @param {import('./outline/outline.js').Options} options pointer: of the list of sections in the document; onchange: after
 *     every change; onfocus: a line is entered
 */
export function outlineEditor(sections, options) {
    const outline = new Outline(sections, options);
    followKeys(outline);
    followInput(outline);
    const { bar, help } = outlineTools(outline);
    const element = h('div', { class: 'outline-editor', role: 'group', 'aria-label': t('outline') });
    element.append(bar, outline.others, outline.list, outline.told, help);
    ownArrows(element);
    useStyle('outline');
    return {
        element,
        value: () => outline.value(),
        /** Another outline, without a past. @param {import('./outline/lines.js').Section[]} other */
        set: (other) => outline.begin(other),
        /** Scrolls to what the pointer names and puts the keyboard there; false: that is none of the outline's. @param {string} pointer */
        reveal: (pointer) => isBelow(pointer, options.pointer) && reveal(outline, pointer.slice(options.pointer.length)),
        /** @param {Finding[]} findings of the whole document */
        showFindings: (findings) => showFindings(outline, findings),
        remove: () => element.remove(),
    };
}
