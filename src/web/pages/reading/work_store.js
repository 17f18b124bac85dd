// The document and the tables in hand, with undo and redo over everything that was done to them. A form may use it as the store of
// its document.
import { history } from '../../parts/history.js';
import { spliced } from '../../parts/lists.js';
import { valueAt, withValue } from '../compose/pointer.js';
import { realigned } from './realign.js';

/**
 * @typedef {import('./model.js').Content} Content
 * @typedef {import('./model.js').Table} Table
 * @typedef {import('./spots.js').Target} Target
 * @typedef {{ content: Content, target: Target | null }} Step target: what was selected when it came to be
 */

/** The document says that somebody looked at the value. @param {any} document @param {string} pointer */
export function markSeen(document, pointer) {
    const known = document.provenance?.[pointer] ?? { places: [], raw: '' };
    if (known.seen) return document;
    return { ...document, provenance: { ...document.provenance, [pointer]: { ...known, confidence: 1, seen: true } } };
}

/** Events: "change"; its detail is a target where that shall be selected now. */
export class WorkStore extends EventTarget {
    /** @param {Content} content */
    constructor(content) {
        super();
        /** What is selected: undoing goes back to it. @type {Target | null} */
        this.target = null;
        this.steps = history(/** @type {Step} */ ({ content, target: null }));
    }

    get content() {
        return this.steps.current().content;
    }

    get document() {
        return this.content.document;
    }

    get tables() {
        return this.content.tables;
    }

    /** @param {Content} content @param {{ name?: string, target?: Target | null }} [options] name: a row of changes with one name is one step */
    apply(content, { name, target = null } = {}) {
        if (content === this.content) return;
        this.steps.apply({ content, target: this.target }, name);
        this.dispatchEvent(new CustomEvent('change', { detail: target }));
    }

    /** @param {any} document @param {string} pointer where somebody types; '': a step of its own */
    put(document, pointer) {
        if (document === this.document) return;
        const moved = realigned(this.document, document);
        const seen = pointer ? markSeen(moved, pointer) : moved;
        this.apply({ ...this.content, document: seen }, { name: pointer || undefined });
    }

    /** Typing. @param {string} pointer @param {any} value undefined takes it out */
    type(pointer, value) {
        if (valueAt(this.document, pointer) !== value) this.put(withValue(this.document, pointer, value), pointer);
    }

    /** @param {string} pointer @param {any} value undefined takes it out */
    change(pointer, value) {
        if (valueAt(this.document, pointer) !== value) this.put(markSeen(withValue(this.document, pointer, value), pointer), '');
    }

    /** @param {any} document */
    replace(document) {
        this.put(document, '');
    }

    /** @param {Table[]} tables @param {{ name?: string, target?: Target | null }} [options] */
    putTables(tables, options) {
        this.apply({ ...this.content, tables }, options);
    }

    /** @param {number} index @param {Table} table @param {{ name?: string, target?: Target | null }} [options] */
    putTable(index, table, options) {
        if (table !== this.tables[index]) this.putTables(spliced(this.tables, index, 1, table), options);
    }

    undo() {
        if (!this.steps.canUndo()) return;
        const { target } = this.steps.current();
        this.steps.undo();
        this.dispatchEvent(new CustomEvent('change', { detail: target }));
    }

    redo() {
        if (!this.steps.canRedo()) return;
        const { target } = this.steps.redo();
        this.dispatchEvent(new CustomEvent('change', { detail: target }));
    }
}
