// The document in hand, with undo and redo over everything that was done to it.
import { history } from '../../parts/history.js';
import { withValue } from './pointer.js';

/** @typedef {import('./new_document.js').Document} Document */

/** Milliseconds: typing in one field that goes on within this time is one step. */
const oneStep = 2000;

/** Event "change". */
export class DocumentStore extends EventTarget {
    /** @param {Document} document */
    constructor(document) {
        super();
        this.steps = history(document);
        this.typed = { at: 0, run: 0 };
    }

    get document() {
        return this.steps.current();
    }

    /** @param {() => void} act */
    act(act) {
        const before = this.document;
        act();
        if (this.document !== before) this.dispatchEvent(new Event('change'));
    }

    /** Typing. @param {string} pointer @param {any} value undefined takes it out */
    type(pointer, value) {
        if (Date.now() - this.typed.at > oneStep) ++this.typed.run;
        this.typed.at = Date.now();
        this.act(() => this.steps.apply(withValue(this.document, pointer, value), `${this.typed.run}${pointer}`));
    }

    /** @param {string} pointer @param {any} value undefined takes it out */
    change(pointer, value) {
        this.replace(withValue(this.document, pointer, value));
    }

    /** @param {Document} document */
    replace(document) {
        this.act(() => this.steps.apply(document));
    }

    undo() {
        this.act(() => this.steps.undo());
    }

    /** Back to a document that was there before. @param {Document} document */
    undoTo(document) {
        this.act(() => {
            while (this.document !== document && this.steps.canUndo()) this.steps.undo();
        });
    }

    redo() {
        this.act(() => this.steps.redo());
    }
}
