// The tables of a reading in one grid, one at a time, with what can be done to a table that was read.
import { h, useStyle } from '../../shell/dom.js';
import { spliced } from '../../parts/lists.js';
import { signTool, tool, toolbar } from '../../parts/toolbar.js';
import { followClipboard } from '../compose/grid/clipboard_events.js';
import { openColumn } from '../compose/grid/column_dialog.js';
import { commands } from '../compose/grid/commands.js';
import { Grid } from '../compose/grid/grid.js';
import { followKeys } from '../compose/grid/keyboard.js';
import { followPointer } from '../compose/grid/pointer.js';
import { changeColumn } from '../compose/grid/rows.js';
import { at, clamped } from '../compose/grid/selection.js';
import { withCell } from '../compose/grid/table.js';
import { t as gridWord } from '../compose/grid/words.js';
import { joinWithNext, mergeRows, splitRow, withOrigins, withWrittenCellsSure } from './table_edit.js';
import { t } from './words.js';

/**
 * @typedef {import('./work_store.js').WorkStore} Store
 * @typedef {import('../compose/grid/grid.js').Step} Step
 * @typedef {import('./spots.js').Target} Target
 * @typedef {Map<string, import('../../shell/api.js').Finding[]>} Marks
 */

/** The grid's steps are those of the whole page. @param {Store} store @param {TablePanel} panel */
function stepsOf(store, panel) {
    /** @returns {Step} */
    const current = () => ({ table: store.tables[panel.index], before: panel.grid?.selection ?? at(0, 0), after: panel.grid?.selection ?? at(0, 0) });
    return {
        current,
        apply: (/** @type {Step} */ { table }) => {
            const before = store.tables[panel.index];
            store.putTable(panel.index, withWrittenCellsSure(before, withOrigins(before, table)));
        },
        canUndo: () => store.steps.canUndo(),
        canRedo: () => store.steps.canRedo(),
        undo: () => (store.undo(), current()),
        redo: () => (store.redo(), current()),
    };
}

export class TablePanel {
    /** @param {Store} store @param {(target: Target) => void} onselect */
    constructor(store, onselect) {
        this.store = store;
        this.index = 0;
        /** @type {Marks} */
        this.marks = new Map();
        /** @type {Grid | undefined} */
        this.grid = undefined;
        this.join = tool('', t('joinNext'), () => this.joinNext(), t('joinNextTitle'));
        this.element = h('div', { class: 'grid-editor', role: 'group', 'aria-label': gridWord('grid') });
        this.onselect = onselect;
        if (store.tables.length) this.make();
    }

    make() {
        const grid = new Grid(this.store.tables[this.index], {
            pointer: '',
            isPrinted: true,
            steps: stepsOf(this.store, this),
            onchange: () => {},
            onfocus: () => this.onselect(this.target()),
            oncolumn: (column) => openColumn(grid, column),
            onwidth: (column, width) => grid.change((old) => changeColumn(old, column, { width })),
        });
        this.grid = grid;
        grid.input.element.addEventListener('keydown', (event) => this.keyed(event)); // before the grid's own keys
        followKeys(grid);
        followPointer(grid);
        followClipboard(grid);
        const hint = h('p', { id: grid.hint, class: 'unseen' }, gridWord('hint'));
        this.element.append(this.tools(grid), grid.view.element, grid.status.element, hint);
        useStyle('grid').then(() => grid.view.resized());
    }

    /** @param {Grid} grid */
    tools(grid) {
        const run = (/** @type {string} */ name, /** @type {1 | -1} */ step = 1) => () => void commands[name](grid, { name, step });
        const group = (/** @type {HTMLElement[]} */ ...tools) => h('span', { class: 'group' }, ...tools);
        return toolbar(
            gridWord('tools'),
            group(
                tool('⤒', t('mergeUp'), () => this.mergeUp(), t('mergeUpTitle')),
                tool('⤓', t('split'), () => this.split(), t('splitTitle')),
                tool('§', gridWord('section'), run('section'), t('sectionTitle')),
            ),
            group(
                tool('+', gridWord('rowBelow'), run('addBelow'), t('rowBelowTitle')),
                tool('×', gridWord('deleteRow'), run('deleteRows'), gridWord('deleteRowKey')),
                signTool('↑', gridWord('rowUp'), run('moveRows', -1)),
                signTool('↓', gridWord('rowDown'), run('moveRows')),
            ),
            group(
                tool('', gridWord('columns'), () => openColumn(grid, grid.place().column), gridWord('columnsTitle')),
                this.join,
                tool('', t('deleteTable'), () => this.deleteTable(), t('deleteTableTitle')),
            ),
        );
    }

    /** @param {KeyboardEvent} event */
    keyed(event) {
        const name = `${event.ctrlKey ? 'Ctrl+' : ''}${event.altKey ? 'Alt+' : ''}${event.shiftKey ? 'Shift+' : ''}${event.key.toLowerCase()}`;
        const action = { 'Alt+g': this.mergeUp, 'Alt+t': this.split, insert: this.addBelow }[name];
        if (!action) return;
        event.preventDefault();
        event.stopImmediatePropagation();
        action.call(this);
    }

    addBelow() {
        if (this.grid) commands.addBelow(this.grid, { name: 'addBelow' });
    }

    /** The chosen rows become one; a single one goes into that above. */
    mergeUp() {
        const { grid } = this;
        if (!grid) return;
        const { top, bottom } = grid.range();
        const first = top === bottom ? top - 1 : top;
        if (first < 0) return grid.status.tell(t('noRowAbove'));
        grid.change((table) => mergeRows(/** @type {any} */ (table), first, bottom), at(first, grid.selection.column));
        grid.status.tell(t('merged', { rows: bottom - first + 1 }));
    }

    split() {
        const { grid } = this;
        if (!grid) return;
        const { row, column } = grid.place();
        const caret = grid.input.isWriting() ? grid.input.element.selectionStart : -1;
        const length = grid.input.element.value.length;
        if (caret <= 0 || caret >= length) {
            if (!grid.input.isWriting()) grid.input.edit();
            return grid.status.tell(t('splitHow'), 'warning');
        }
        grid.change((table) => splitRow(/** @type {any} */ (table), row, column, caret), at(row + 1, column));
        grid.status.tell(t('parted'));
    }

    joinNext() {
        this.grid?.commit();
        const { index, store } = this;
        store.putTables(joinWithNext(store.tables, index), { target: { table: index, row: store.tables[index].rows.length, column: 0 } });
    }

    deleteTable() {
        this.grid?.commit();
        this.store.putTables(spliced(this.store.tables, this.index, 1));
    }

    /** @param {{ table: number, row: number, column: number }} target @param {string} text */
    write({ table, row, column }, text) {
        this.commit();
        const before = this.store.tables[table];
        this.store.putTable(table, /** @type {any} */ (withCell(before, row, column, text)));
    }

    /** What was typed becomes part of the table. */
    commit() {
        this.grid?.commit();
    }

    /** Whether the keys go to the text of a cell. */
    isWriting() {
        return Boolean(this.grid?.input.isWriting() && this.grid.input.hasFocus());
    }

    /** The cell that is entered. @returns {Target} */
    target() {
        return { table: this.index, .../** @type {Grid} */ (this.grid).place() };
    }

    /** @param {number} index */
    show(index) {
        this.commit();
        this.index = index;
        this.update(this.marks);
    }

    /** Shows what the store has now; what is being typed stays. @param {Marks} marks by "row,column" */
    update(marks) {
        this.marks = marks;
        this.index = Math.max(0, Math.min(this.index, this.store.tables.length - 1));
        if (!this.store.tables.length) return;
        if (!this.grid) this.make();
        const grid = /** @type {Grid} */ (this.grid);
        grid.marks = marks;
        grid.selection = clamped(grid.selection, grid.table());
        this.join.disabled = this.index + 1 >= this.store.tables.length;
        if (!this.element.hidden) grid.show();
    }

    /** @param {{ table: number, row: number, column: number }} target @param {boolean} withKeyboard */
    select({ row, column }, withKeyboard) {
        const selection = clamped(at(row, column), /** @type {Grid} */ (this.grid).table());
        if (withKeyboard) this.grid?.enter(selection);
        else this.grid?.select(selection);
    }

    remove() {
        this.grid?.view.close();
    }
}
