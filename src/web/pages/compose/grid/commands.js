// What the keys and the buttons do.
import { addRows, deleteRows, duplicateRows, moveColumn, moveRows, toggleSections } from './rows.js';
import { renumbered } from './numbering.js';
import { at, everything, lower, rangeOf, tabbed, walked, wholeColumns, wholeRows } from './selection.js';
import { cleared, emptyRow, filledDown, isEmptyRow } from './table.js';
import { t } from './words.js';

/** @typedef {import('./grid.js').Grid} Grid */
/** @typedef {import('./keys.js').Command} Command */

/** Rows came, went or moved. */
const rowsChange = { moved: true, sequence: true };

/** @param {Grid} grid @param {number} index @param {number} [column] */
function addRow(grid, index, column) {
    grid.commit();
    const { selection } = grid;
    grid.change((table) => addRows(table, index, [emptyRow(table.columns.length)]), at(index, column ?? selection.column), rowsChange);
}

/** @param {Grid} grid */
const onLastRow = (grid) => grid.selection.row === grid.table().rows.length - 1;

/** @param {Grid} grid */
function lastRowIsFilled(grid) {
    const { rows } = grid.present();
    return !isEmptyRow(rows[rows.length - 1]);
}

/** @param {Grid} grid @param {Command} command */
function enter(grid, { step = 1 }) {
    const column = grid.tabColumn ?? grid.selection.column;
    grid.tabColumn = null;
    if (step > 0 && onLastRow(grid) && lastRowIsFilled(grid)) return addRow(grid, grid.table().rows.length, column);
    grid.commit();
    const next = walked(at(grid.selection.row, column), grid.table(), { down: step });
    grid.enter(next);
}

/**
 * Behind the last cell comes a new row; behind that of an empty one, what follows the grid.
 * @param {Grid} grid
 * @param {Command} command
 * @returns {boolean}
 */
function tab(grid, { step = 1 }) {
    const next = tabbed(grid.selection, grid.table(), step);
    if (!next && (step < 0 || !lastRowIsFilled(grid))) return false;
    const column = grid.tabColumn ?? grid.selection.column;
    if (next) grid.enter(next);
    else addRow(grid, grid.table().rows.length, 0);
    grid.tabColumn = next ? column : 0;
    return true;
}

/** @param {Grid} grid @param {Command} command @param {boolean} corner of the grid, else of the row */
function edge(grid, { step = 1, extend = false }, corner) {
    const table = grid.table();
    const column = step < 0 ? 0 : table.columns.length - 1;
    const row = corner ? (step < 0 ? 0 : table.rows.length - 1) : extend ? grid.selection.endRow : grid.selection.row;
    grid.enter(extend ? { ...grid.selection, endRow: row, endColumn: column } : at(row, column));
}

/** @param {Grid} grid @param {1 | -1} step */
function shiftRows(grid, step) {
    const { top, bottom } = grid.range();
    const { selection } = grid;
    const last = grid.table().rows.length - 1;
    if (top + step < 0 || bottom + step > last) return;
    grid.change((table) => moveRows(table, top, bottom, step), lower(selection, step), rowsChange);
}

/** @param {Grid} grid @param {1 | -1} step */
function shiftColumn(grid, step) {
    const { column } = grid.selection;
    if (column + step < 0 || column + step >= grid.table().columns.length) return;
    grid.change((table) => moveColumn(table, column, column + step), at(grid.selection.row, column + step));
}

/** @param {Grid} grid */
function removeRows(grid) {
    const { top, bottom } = grid.range();
    grid.change((table) => deleteRows(table, top, bottom), at(top, grid.selection.column), rowsChange);
    const rows = bottom - top + 1;
    grid.status.tell(t('rowsDeleted', { rows }), 'done', { label: t('undo'), action: () => grid.undo() });
}

/** @param {Grid} grid */
function copyRows(grid) {
    const { top, bottom } = grid.range();
    const height = bottom - top + 1;
    const { selection } = grid;
    grid.change((table) => duplicateRows(table, top, bottom), lower(selection, height), rowsChange);
}

/** @param {Grid} grid */
export function renumber(grid) {
    grid.commit();
    const next = renumbered(grid.table(), grid.numbering);
    const text = next === grid.table() ? t('numberedAlready') : t('renumbered');
    grid.change(() => next);
    grid.status.tell(text);
}

/** @type {Record<string, (grid: Grid, command: Command) => void | boolean>} false: the key is the browser's */
export const commands = {
    walk: (grid, step) => grid.enter(walked(grid.selection, grid.table(), step)),
    rowEdge: (grid, command) => edge(grid, command, false),
    corner: (grid, command) => edge(grid, command, true),
    everything: (grid) => grid.enter(everything(grid.table())),
    wholeRows: (grid) => grid.enter(wholeRows(grid.selection, grid.table())),
    wholeColumns: (grid) => grid.enter(wholeColumns(grid.selection, grid.table())),
    tab,
    enter,
    edit: (grid) => grid.input.edit(),
    retype: (grid) => (grid.input.edit(), (grid.input.element.value = ''), grid.input.insert('')),
    lineBreak: (grid) => grid.input.insert('\n'),
    switchMode: (grid) => grid.input.setMode(grid.input.mode === 'type' ? 'caret' : 'type'),
    leave: (grid) => grid.enter(at(grid.selection.row, grid.selection.column)),
    cancel: (grid) => (grid.cancel(), grid.input.focus()),
    clear: (grid) => grid.change((table) => cleared(table, rangeOf(grid.selection, table))),
    fillDown: (grid) => grid.change((table) => filledDown(table, rangeOf(grid.selection, table))),
    undo: (grid) => grid.undo(),
    redo: (grid) => grid.redo(),
    addAbove: (grid) => addRow(grid, grid.range().top),
    addBelow: (grid) => addRow(grid, grid.range().bottom + 1),
    deleteRows: removeRows,
    duplicate: copyRows,
    moveRows: (grid, { step = 1 }) => shiftRows(grid, step),
    moveColumn: (grid, { step = 1 }) => shiftColumn(grid, step),
    section: (grid) => grid.change((table) => toggleSections(table, grid.range().top, grid.range().bottom), undefined, rowsChange),
};
