// The grid itself: what it holds, what is selected, what was done; keys, mouse, clipboard and buttons call it.
import { cleanLines, looksLikeOldFont } from '../../../parts/clean_text.js';
import { history } from '../../../parts/history.js';
import { CellInput } from './cell_input.js';
import { marksOf } from './findings.js';
import { keptInSequence } from './numbering.js';
import { cellName } from './row_view.js';
import { at, clamped, isSingle, rangeOf } from './selection.js';
import { Status } from './status.js';
import { cellColumn, columnOf, pathOf, sound, textAt, withCell, withoutTail } from './table.js';
import { GridView } from './view.js';
import { t } from './words.js';

/** @typedef {import('./table.js').Table} Table */
/** @typedef {import('./selection.js').Selection} Selection */
/** @typedef {import('../../../shell/api.js').Finding} Finding */
/** @typedef {{ table: Table, before: Selection, after: Selection }} Step a state, and where one stood before and after it came about */
/** @typedef {Pick<ReturnType<typeof history<Step>>, 'current' | 'apply' | 'canUndo' | 'canRedo' | 'undo' | 'redo'>} Steps */
/**
 * @typedef {{ pointer: string, onchange: (value: Table) => void, onfocus?: (pointer: string) => void, steps?: Steps, isPrinted?: boolean }} Options
 *     steps: of whom the table is, where not the grid's own; isPrinted: ordinals stay as they are on paper
 */

let counter = 0;

/** @param {Table} table */
const firstStep = (table) => history(/** @type {Step} */ ({ table: sound(table), before: at(0, 0), after: at(0, 0) }));

export class Grid {
    /**
     * @param {Table} table
     * @param {Options & { oncolumn: (column: number) => void, onwidth: (column: number, millimetres: number) => void }} options
     */
    constructor(table, options) {
        this.options = options;
        const id = `grid${++counter}`;
        this.hint = `${id}-hint`;
        this.view = new GridView(t('grid'), options);
        this.input = new CellInput({ ontyped: () => this.typed(), hint: this.hint });
        this.status = new Status(`${id}-finding`);
        this.selection = at(0, 0);
        /** @type {import('./numbering.js').Mode} */
        this.numbering = 'section';
        /** @type {Map<string, Finding[]>} */
        this.marks = new Map();
        /** @type {number | null} where Enter goes back to after a row of Tabs */
        this.tabColumn = null;
        this.changed = () => {};
        this.steps = options.steps ?? firstStep(table);
        this.show();
        this.input.element.addEventListener('focus', () => this.entered());
        this.input.element.addEventListener('blur', () => this.commit());
    }

    /** A table without a past. @param {Table} table */
    begin(table) {
        this.input.setMode('select');
        this.steps = firstStep(table);
        this.selection = clamped(this.selection, this.table());
        this.marks = new Map();
        this.show();
        this.changed();
    }

    table() {
        return this.steps.current().table;
    }

    range() {
        return rangeOf(this.selection, this.table());
    }

    /** The cell that is entered. */
    place() {
        const { row, column } = this.selection;
        return { row, column: cellColumn(this.table(), row, column) };
    }

    /** With what is being typed. @returns {Table} */
    present() {
        const { row, column } = this.place();
        return this.input.isWriting() ? withCell(this.table(), row, column, this.written()) : this.table();
    }

    value() {
        return withoutTail(this.present());
    }

    tell() {
        this.options.onchange(this.value());
    }

    /** As the data takes it. What was not changed stays as it is. */
    written() {
        const text = this.input.element.value;
        return text === this.input.before ? text : cleanLines(text);
    }

    typed() {
        this.tell();
        this.show();
    }

    /** What was typed becomes a step. */
    commit() {
        if (!this.input.isWriting()) return;
        const { row, column } = this.place();
        const text = this.written();
        this.input.setMode('select');
        const isTask = column === columnOf(this.table(), 'task');
        this.apply(withCell(this.table(), row, column, text), this.selection, { sequence: isTask });
        this.show();
        if (looksLikeOldFont(text)) this.status.tell(t('oldFont'), 'warning');
    }

    cancel() {
        this.input.setMode('select');
        this.show();
        this.tell();
    }

    /**
     * A change as one step that can be undone.
     * @param {Table} table
     * @param {Selection} selection
     * @param {{ moved?: boolean, sequence?: boolean }} [options] moved: rows may stand elsewhere; sequence: numbers go along
     */
    apply(table, selection, { moved = false, sequence = false } = {}) {
        const before = this.table();
        if (table === before) return;
        const next = sequence && !this.options.isPrinted ? keptInSequence(before, table, this.numbering) : table;
        if (moved || next.columns !== before.columns) this.marks = new Map();
        this.steps.apply({ table: next, before: this.selection, after: selection });
        this.selection = clamped(selection, next);
        this.tell();
        this.changed();
    }

    /**
     * A change by a command: what was typed is a step of its own before it.
     * @param {(table: Table) => Table} change
     * @param {Selection} [selection]
     * @param {{ moved?: boolean, sequence?: boolean }} [options]
     */
    change(change, selection, options) {
        this.commit();
        this.apply(change(this.table()), selection ?? this.selection, options);
        this.enter(this.selection);
    }

    undo() {
        this.travel((steps) => {
            const { before } = steps.current();
            return steps.canUndo() ? (steps.undo(), before) : null;
        });
    }

    redo() {
        this.travel((steps) => (steps.canRedo() ? steps.redo().after : null));
    }

    /** @param {(steps: ReturnType<typeof history<Step>>) => Selection | null} go */
    travel(go) {
        this.commit();
        const selection = go(this.steps);
        if (!selection) return;
        this.marks = new Map();
        this.status.tell('');
        this.tell();
        this.changed();
        this.enter(clamped(selection, this.table()));
    }

    /** Goes there, with the keyboard. @param {Selection} selection */
    enter(selection) {
        this.select(selection);
        this.input.focus();
    }

    /** @param {Selection} selection */
    select(selection) {
        this.commit();
        const moved = selection.row !== this.selection.row || selection.column !== this.selection.column;
        this.selection = selection;
        this.show();
        const [row, column] = isSingle(selection) ? [selection.row, selection.column] : [selection.endRow, selection.endColumn];
        this.view.reveal(row, cellColumn(this.table(), row, column));
        if (moved && this.input.hasFocus()) this.entered();
        const range = this.range();
        if (!isSingle(selection)) this.status.tell(t('selected', { rows: range.bottom - range.top + 1, columns: range.right - range.left + 1 }));
        else if (moved) this.status.tell('');
    }

    show() {
        const table = this.present();
        const range = this.range();
        this.view.show({ table, range, single: isSingle(this.selection), marks: this.marks }, this.selection.row);
        this.showInput();
    }

    /** The text field stands in the cell that is entered. */
    showInput() {
        const { row, column } = this.place();
        const findings = [...(this.marks.get(`${row},${column}`) ?? []), ...(this.marks.get(`${row},-1`) ?? [])];
        this.input.describe(this.status.findings(findings));
        if (this.input.isWriting()) return this.input.grow();
        const cell = this.view.cellAt(row, column);
        if (!cell) return;
        const focused = this.input.hasFocus();
        this.input.enter(cell, textAt(this.table(), row, column), cellName(this.table(), row, column));
        if (focused) this.input.focus();
    }

    entered() {
        const { row, column } = this.place();
        this.options.onfocus?.(this.options.pointer + pathOf(this.table(), row, column));
    }

    /** @param {Finding[]} findings of the whole document */
    showFindings(findings) {
        const { marks, others } = marksOf(this.table(), this.options.pointer, findings);
        this.marks = marks;
        this.status.table(others);
        this.show();
    }
}
