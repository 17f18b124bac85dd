// The one text field of the grid. It stands in the cell that is entered with the cell's text in it, all of it selected:
// so typing replaces it, input methods compose from the first key, and screen readers say what is there.
import { h } from '../../../shell/dom.js';

/** @typedef {import('./keys.js').Mode} Mode */

export class CellInput {
    /** @param {{ ontyped: () => void, hint: string }} options hint: id of what tells the keys */
    constructor({ ontyped, hint }) {
        this.hint = hint;
        /** @type {Mode} */
        this.mode = 'select';
        /** What stood in the cell before. */
        this.before = '';
        const properties = { rows: 1, class: 'cell-input select', spellcheck: 'false', autocomplete: 'off', 'aria-describedby': hint };
        this.element = h('textarea', properties);
        this.element.addEventListener('input', () => {
            if (this.mode === 'select') this.setMode('type');
            this.grow();
            ontyped();
        });
    }

    /** @param {Mode} mode */
    setMode(mode) {
        this.mode = mode;
        this.element.classList.toggle('select', mode === 'select');
    }

    isWriting() {
        return this.mode !== 'select';
    }

    hasFocus() {
        return document.activeElement === this.element;
    }

    /** @param {HTMLTableCellElement} cell @param {string} text @param {string} name */
    enter(cell, text, name) {
        this.before = text;
        this.setMode('select');
        this.element.value = text;
        this.element.setAttribute('aria-label', name);
        if (this.element.parentElement === cell) return;
        this.element.parentElement?.classList.remove('active');
        cell.classList.add('active');
        cell.append(this.element);
    }

    /** @param {string | undefined} id of the finding about the cell */
    describe(id) {
        this.element.setAttribute('aria-describedby', id ? `${id} ${this.hint}` : this.hint);
    }

    focus() {
        this.element.focus({ preventScroll: true });
        if (this.mode === 'select') this.element.select();
    }

    /** The keys go to the text from here on, which is kept, with the caret behind it. */
    edit() {
        this.setMode('caret');
        this.element.setSelectionRange(this.element.value.length, this.element.value.length);
    }

    /** @param {string} text in place of what is selected */
    insert(text) {
        if (!this.isWriting()) this.edit();
        this.element.setRangeText(text, this.element.selectionStart, this.element.selectionEnd, 'end');
        this.element.dispatchEvent(new Event('input'));
    }

    /** The cell is as high as what is written. */
    grow() {
        const text = this.element.parentElement?.querySelector('.text');
        if (text) text.textContent = this.element.value;
    }
}
