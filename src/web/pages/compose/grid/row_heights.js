// How high rows are: measured where they have been shown, else guessed from their texts.
import { cellsOf } from './table.js';

/** @typedef {import('./table.js').Table} Table */
/** @typedef {import('./table.js').Row} Row */

const lineHeight = 20;
const padding = 9;
const letterWidth = 7.2;
const least = 30;

export class RowHeights {
    constructor() {
        /** @type {WeakMap<Row, number>} */
        this.known = new WeakMap();
        /** @type {number[]} */
        this.letters = [];
        /** @type {Table | null} */
        this.table = null;
        /** Where each row begins, and the end of the last. */
        this.starts = new Float64Array(1);
    }

    /** Forgets all: cells have other widths now. @param {number[]} widths in pixels */
    widen(widths) {
        this.known = new WeakMap();
        this.letters = widths.map((width) => Math.max(2, (width - padding) / letterWidth));
        this.table = null;
    }

    /** @param {Row} row @param {number} count @returns {number} */
    of(row, count) {
        const known = this.known.get(row);
        if (known !== undefined) return known;
        const total = this.letters.reduce((sum, width) => sum + width, 0);
        let lines = 1;
        cellsOf(row, count).forEach((text, c) => {
            const letters = row.kind === 'section' && c > 0 ? total : (this.letters[c] ?? 20);
            if (text.length <= letters && !text.includes('\n')) return;
            lines = Math.max(
                lines,
                text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / letters)), 0),
            );
        });
        const guess = Math.max(least, lines * lineHeight + padding);
        this.known.set(row, guess);
        return guess;
    }

    /** @param {Row} row @param {number} height @returns {boolean} whether that is new */
    learn(row, height) {
        if (this.known.get(row) === height) return false;
        this.known.set(row, height);
        this.table = null;
        return true;
    }

    /** @param {Table} table */
    layOut(table) {
        if (this.table === table) return;
        this.table = table;
        const count = table.columns.length;
        if (this.starts.length !== table.rows.length + 1) this.starts = new Float64Array(table.rows.length + 1);
        let at = 0;
        table.rows.forEach((row, i) => {
            this.starts[i] = at;
            at += this.of(row, count);
        });
        this.starts[table.rows.length] = at;
    }

    /** The row at a height. @param {number} y */
    rowAt(y) {
        let [low, high] = [0, this.starts.length - 2];
        while (low < high) {
            const middle = (low + high + 1) >> 1;
            if (this.starts[middle] <= y) low = middle;
            else high = middle - 1;
        }
        return low;
    }
}
