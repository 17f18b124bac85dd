// The document in hand, with undo and redo over everything that was done to it.
import { withValue } from './pointer.js';

/** @typedef {import('./new_document.js').Document} Document */

const mostSteps = 1000;
/** Typing in one field that goes on within this time is one step. */
const oneStep = 2000;

export class DocumentStore extends EventTarget {
    /** @param {Document} document */
    constructor(document) {
        super();
        this.document = document;
        /** @type {Document[]} */
        this.past = [];
        /** @type {Document[]} */
        this.future = [];
        this.typed = { pointer: '', at: 0 };
    }

    /** @param {Document} document @param {string} pointer where somebody types; '': a step of its own */
    put(document, pointer) {
        if (document === this.document) return;
        const goesOn = pointer !== '' && pointer === this.typed.pointer && Date.now() - this.typed.at < oneStep;
        if (!goesOn) this.past.push(this.document);
        if (this.past.length > mostSteps) this.past.shift();
        this.future = [];
        this.typed = { pointer, at: Date.now() };
        this.document = document;
        this.dispatchEvent(new Event('change'));
    }

    /** Typing. @param {string} pointer @param {any} value undefined takes it out */
    type(pointer, value) {
        this.put(withValue(this.document, pointer, value), pointer);
    }

    /** @param {string} pointer @param {any} value undefined takes it out */
    change(pointer, value) {
        this.put(withValue(this.document, pointer, value), '');
    }

    /** @param {Document} document */
    replace(document) {
        this.put(document, '');
    }

    undo() {
        this.travel(this.past, this.future);
    }

    redo() {
        this.travel(this.future, this.past);
    }

    /** @param {Document[]} from @param {Document[]} to */
    travel(from, to) {
        const next = from.pop();
        if (!next) return;
        to.push(this.document);
        this.document = next;
        this.typed = { pointer: '', at: 0 };
        this.dispatchEvent(new Event('change'));
    }
}
