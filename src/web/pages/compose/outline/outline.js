// The outline itself: its lines, where the caret is, what was done; keys, buttons and the clipboard call it.
import { h } from '../../../shell/dom.js';
import { cleanLine } from '../../../parts/clean_text.js';
import { history } from '../../../parts/history.js';
import { withLine } from './edit.js';
import { LineView } from './line_view.js';
import { linesOf, outlineOf } from './lines.js';
import { withAuto } from './numbering.js';

/** @typedef {import('./lines.js').Line} Line */
/** @typedef {import('./lines.js').Section} Section */
/** @typedef {import('./edit.js').Edited} Edited */
/** @typedef {import('../../../shell/api.js').Finding} Finding */
/** @typedef {{ at: number, caret: number }} Place */
/** @typedef {{ lines: Line[], before: Place, after: Place }} Step */
/**
 * @typedef {{ pointer: string, onchange: (value: Section[]) => void, onfocus?: (pointer: string) => void, kind?: string }} Options kind: of
 *     the text, programme, plan, regulation
 */

let counter = 0;

/** @param {Section[]} sections */
function firstStep(sections) {
    const place = { at: 0, caret: 0 };
    return history(/** @type {Step} */ ({ lines: withAuto(linesOf(sections)), before: place, after: place }));
}

export class Outline {
    /** @param {Section[]} sections @param {Options} options */
    constructor(sections, options) {
        this.options = options;
        this.hint = `outline${++counter}-hint`;
        /** @type {import('./labels.js').Style} what new headings begin with */
        this.heading = options.kind === 'regulation' ? 'chapter' : 'roman';
        /** @type {Map<number, LineView>} by id of the line */
        this.views = new Map();
        this.at = 0;
        this.told = h('p', { role: 'status', class: 'told' });
        this.others = h('div', { class: 'line-findings' });
        this.list = h('div', { class: 'lines' });
        this.changed = () => {};
        this.steps = firstStep(sections);
        this.show();
    }

    /** Another outline, without a past. @param {Section[]} sections */
    begin(sections) {
        this.steps = firstStep(sections);
        this.at = Math.min(this.at, this.lines().length - 1);
        for (const view of this.views.values()) view.mark([]);
        this.show();
        this.changed();
    }

    lines() {
        return this.steps.current().lines;
    }

    outline() {
        return outlineOf(this.lines(), cleanLine);
    }

    value() {
        return this.outline().sections;
    }

    /** @param {number} at */
    viewOf(at) {
        return /** @type {LineView} */ (this.views.get(this.lines()[at].id));
    }

    /** @param {EventTarget | null} target @returns {number} -1: in no line */
    indexOf(target) {
        const id = Number(/** @type {Element | null} */ (target)?.closest?.('.line')?.getAttribute('data-line') ?? 0);
        return this.lines().findIndex((line) => line.id === id);
    }

    show() {
        const lines = this.lines();
        const ids = new Set(lines.map((line) => line.id));
        for (const [id, view] of this.views) if (!ids.has(id)) (view.element.remove(), this.views.delete(id));
        let place = this.list.firstChild;
        lines.forEach((line, index) => {
            let view = this.views.get(line.id);
            if (!view) {
                view = new LineView(line, this.hint);
                view.mark([]);
                this.views.set(line.id, view);
            }
            view.show(line, index, index === this.at);
            if (view.element === place) place = place.nextSibling;
            else this.list.insertBefore(view.element, place);
        });
    }

    /** @returns {Place} */
    place() {
        return { at: this.at, caret: this.viewOf(this.at).text.selectionStart };
    }

    /** The line is entered: its buttons are meant. @param {number} at */
    enter(at) {
        for (const view of this.views.values()) view.setCurrent(false);
        this.at = at;
        this.viewOf(at).setCurrent(true);
        this.changed();
    }

    /** @param {Place} place */
    focus({ at, caret }) {
        this.enter(Math.max(0, Math.min(at, this.lines().length - 1)));
        const { text } = this.viewOf(this.at);
        text.focus();
        text.setSelectionRange(caret, caret);
    }

    /** A change as one step; the keyboard goes where it happened. @param {Edited | null} edited */
    apply(edited) {
        if (!edited) return;
        this.take(edited);
        this.focus(edited);
    }

    /** A change as one step; the keyboard stays where it is. @param {Edited} edited */
    take({ lines, at, caret }) {
        const old = this.lines();
        if (lines.length === old.length && lines.every((line, i) => line === old[i])) return;
        this.steps.apply({ lines, before: this.place(), after: { at, caret } });
        if (lines.length !== old.length) this.at = at;
        this.told.textContent = '';
        this.show();
        this.changed();
        this.options.onchange(this.value());
    }

    /** A change by a function of edit.js at the present line. @param {(lines: Line[], at: number) => Edited | null} change */
    change(change) {
        this.apply(change(this.lines(), this.at));
    }

    /** What was typed in a text; each word is a step. @param {number} at @param {string} text */
    typed(at, text) {
        const line = this.lines()[at];
        const words = text.split(' ').length;
        const after = { at, caret: this.viewOf(at).text.selectionStart };
        this.steps.apply({ lines: withLine(this.lines(), at, { text }), before: this.place(), after }, `${line.id} ${words}`);
        this.changed();
        this.options.onchange(this.value());
    }

    undo() {
        if (!this.steps.canUndo()) return;
        const { before } = this.steps.current();
        this.steps.undo();
        this.travelled(before);
    }

    redo() {
        if (this.steps.canRedo()) this.travelled(this.steps.redo().after);
    }

    /** @param {Place} place */
    travelled(place) {
        this.told.textContent = '';
        this.at = Math.min(place.at, this.lines().length - 1);
        this.show();
        this.focus(place);
        this.options.onchange(this.value());
    }

    /** The line that a pointer below that of the outline names, or the next above it; -1: none. @param {string} path */
    lineAt(path) {
        const { pointers } = this.outline();
        for (let part = path.replace(/\/(text|title|label|items)$/, ''); part !== ''; part = part.replace(/\/[^/]*$/, '')) {
            const at = pointers.indexOf(part);
            if (at >= 0) return at;
        }
        return -1;
    }

    /** @param {number} at @param {boolean} inLabel */
    pointerOf(at, inLabel) {
        const pointer = this.outline().pointers[at];
        if (!pointer) return '';
        return `${this.options.pointer}${pointer}/${inLabel ? 'label' : this.lines()[at].depth === 0 ? 'title' : 'text'}`;
    }

    /** @param {string} text @param {boolean} [isWarning] */
    tell(text, isWarning = false) {
        this.told.textContent = text;
        this.told.className = isWarning ? 'told warning' : 'told';
    }
}
