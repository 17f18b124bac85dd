// A list of the document in the form: entries that can be added, deleted and moved, by buttons and by Alt with the arrows.
import { moved, spliced } from '../../parts/lists.js';
import { notice } from '../../shell/notices.js';
import { h } from '../../shell/dom.js';
import { valueAt, withValue } from './pointer.js';
import { t } from './words.js';

/**
 * @typedef {import('./form_context.js').FormContext} Form
 * @typedef {import('./form_context.js').Part} Part
 * @typedef {import('./new_document.js').Document} Document
 * @typedef {Part & { tools: HTMLElement, fits?: (value: any) => boolean, forget?: () => void }} Entry tools: where its buttons go
 * @typedef {{ pointer: string, make: (pointer: string, index: number, list: EntryList) => Entry, blank: () => any, least?: number,
 *     name: (index: number) => string, first?: (index: number) => string, settle?: (document: Document, before: any[]) => Document }} About
 *     least: so many are always there; first: pointer of the control that an entry begins with; settle: what else changes when entries were added, deleted or moved
 */

export class EntryList {
    /** @param {Form} form @param {About} about */
    constructor(form, about) {
        this.form = form;
        this.about = about;
        /** @type {{ part: Entry, up: HTMLButtonElement, down: HTMLButtonElement }[]} */
        this.entries = [];
        this.element = h('ol', { class: 'entries' });
        this.element.addEventListener('keydown', (event) => this.keyed(event));
    }

    /** @returns {any[]} */
    get values() {
        return valueAt(this.form.store.document, this.about.pointer) ?? [];
    }

    update() {
        const { values, entries } = this;
        for (const { part } of entries.splice(values.length)) (part.forget?.(), part.element.remove());
        values.forEach((value, index) => {
            const old = entries[index]?.part;
            if (!old || old.fits?.(value) === false) {
                entries[index] = this.made(index);
                if (old) (old.forget?.(), old.element.replaceWith(entries[index].part.element));
                else this.element.append(entries[index].part.element);
            }
            entries[index].part.update();
        });
        entries.forEach(({ part, up, down }, index) => {
            part.tools.hidden = entries.length <= (this.about.least ?? 0);
            up.disabled = index === 0;
            down.disabled = index === entries.length - 1;
        });
    }

    /** @param {number} index */
    made(index) {
        const part = this.about.make(`${this.about.pointer}/${index}`, index, this);
        const name = this.about.name(index);
        /** @param {string} sign @param {string} label @param {() => void} action */
        const button = (sign, label, action) =>
            h('button', { type: 'button', class: 'tool', title: label, 'aria-label': label, onclick: action }, sign);
        const up = button('↑', t('moveUp', { name }), () => this.move(index, -1));
        const down = button('↓', t('moveDown', { name }), () => this.move(index, 1));
        part.tools.append(
            up,
            down,
            button('×', t('deleteEntry', { name }), () => this.remove(index)),
        );
        return { part, up, down };
    }

    /** @param {any[]} list */
    put(list) {
        const document = withValue(this.form.store.document, this.about.pointer, list);
        this.form.store.replace(this.about.settle?.(document, this.values) ?? document);
    }

    /** @param {number} index @param {any} [value] */
    add(index, value = this.about.blank()) {
        this.put(spliced(this.values, index, 0, value));
        this.focus(index);
    }

    /** @param {number} index */
    remove(index) {
        const { values } = this;
        const { store } = this.form;
        const before = store.document;
        this.put(spliced(values, index, 1));
        const after = store.document;
        this.focus(Math.min(index, values.length - 2));
        const undo = () => {
            if (store.document !== after) return this.add(Math.min(index, this.values.length), values[index]);
            store.undoTo(before); // with all that followed from it
            this.focus(index);
        };
        notice(t('deleted', { name: this.about.name(index) }), 'done', { label: t('undo'), action: undo });
    }

    /** @param {number} index @param {-1 | 1} direction */
    move(index, direction) {
        const { values } = this;
        const to = index + direction;
        if (to < 0 || to >= values.length) return;
        this.put(moved(values, index, 1, to));
        this.focus(to);
    }

    /** @param {number} index @param {number} [caret] */
    focus(index, caret) {
        if (index >= 0) this.form.focus(this.about.first?.(index) ?? `${this.about.pointer}/${index}`, caret);
    }

    /** @param {KeyboardEvent} event */
    keyed(event) {
        if (!event.altKey || !['ArrowUp', 'ArrowDown'].includes(event.key)) return;
        const index = this.entries.findIndex(({ part }) => part.element.contains(/** @type {Node} */ (event.target)));
        if (index < 0) return;
        event.preventDefault();
        event.stopPropagation();
        this.move(index, event.key === 'ArrowUp' ? -1 : 1);
    }
}
