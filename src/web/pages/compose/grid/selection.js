// Where one stands in the grid and how far the selection reaches from there.
import { cellColumn, textAt } from './table.js';

/** @typedef {import('./table.js').Table} Table */
/** @typedef {import('./table.js').Range} Range */
/**
 * @typedef {{ row: number, column: number, endRow: number, endColumn: number }} Selection the cell that is entered, and the opposite corner
 */

/** @param {number} row @param {number} column @returns {Selection} */
export function at(row, column) {
    return { row, column, endRow: row, endColumn: column };
}

/** @param {number} value @param {number} count */
const within = (value, count) => Math.max(0, Math.min(value, count - 1));

/** @param {Selection} selection @param {Table} table @returns {Selection} */
export function clamped(selection, table) {
    const [rows, columns] = [table.rows.length, table.columns.length];
    return {
        row: within(selection.row, rows),
        column: within(selection.column, columns),
        endRow: within(selection.endRow, rows),
        endColumn: within(selection.endColumn, columns),
    };
}

/** @param {Selection} selection @param {number} rows @returns {Selection} */
export function lower(selection, rows) {
    return { ...selection, row: selection.row + rows, endRow: selection.endRow + rows };
}

/** @param {Selection} selection */
export function isSingle(selection) {
    return selection.row === selection.endRow && selection.column === selection.endColumn;
}

/** @param {Selection} selection @param {Table} table @returns {Range} */
export function rangeOf(selection, table) {
    const { row, column, endRow, endColumn } = selection;
    if (isSingle(selection)) {
        const own = cellColumn(table, row, column);
        return { top: row, left: own, bottom: row, right: own };
    }
    return { top: Math.min(row, endRow), left: Math.min(column, endColumn), bottom: Math.max(row, endRow), right: Math.max(column, endColumn) };
}

/** @param {Range} range @returns {Selection} */
export function selectionOf(range) {
    return { row: range.top, column: range.left, endRow: range.bottom, endColumn: range.right };
}

/**
 * @param {Table} table
 * @param {number} row
 * @param {number} column
 * @param {number} down
 * @param {number} right
 * @returns {[number, number]}
 */
function stepped(table, row, column, down, right) {
    const last = table.columns.length - 1;
    const isSection = table.rows[row].kind === 'section';
    if (right > 0 && isSection && column >= 1) return [row, last];
    if (right < 0 && isSection && column > 1) return [row, 0];
    return [within(row + down, table.rows.length), within(column + right, table.columns.length)];
}

/**
 * To the last cell before an empty one, or the next that is filled, as Ctrl and an arrow do.
 * @param {Table} table
 * @param {number} row
 * @param {number} column
 * @param {number} down
 * @param {number} right
 * @returns {[number, number]}
 */
function jumped(table, row, column, down, right) {
    const isFilled = (/** @type {number} */ r, /** @type {number} */ c) => textAt(table, r, c) !== '';
    const inside = (/** @type {number} */ r, /** @type {number} */ c) => r >= 0 && r < table.rows.length && c >= 0 && c < table.columns.length;
    let [r, c] = [row + down, column + right];
    if (!inside(r, c)) return [row, column];
    const along = isFilled(row, column) && isFilled(r, c);
    while (inside(r + down, c + right) && (along ? isFilled(r + down, c + right) : !isFilled(r, c))) [r, c] = [r + down, c + right];
    return [r, c];
}

/** @typedef {{ down?: number, right?: number, jump?: boolean, extend?: boolean }} Step */

/** @param {Selection} selection @param {Table} table @param {Step} step @returns {Selection} */
export function walked(selection, table, { down = 0, right = 0, jump = false, extend = false }) {
    const [row, column] = extend ? [selection.endRow, selection.endColumn] : [selection.row, selection.column];
    const [r, c] = (jump ? jumped : stepped)(table, row, column, down, right);
    return extend ? { ...selection, endRow: r, endColumn: c } : at(r, c);
}

/**
 * The next or previous cell in the order of reading; null: there is none.
 * @param {Selection} selection
 * @param {Table} table
 * @param {1 | -1} step
 * @returns {Selection | null}
 */
export function tabbed(selection, table, step) {
    const own = cellColumn(table, selection.row, selection.column);
    const count = (/** @type {number} */ row) => (table.rows[row].kind === 'section' ? Math.min(2, table.columns.length) : table.columns.length);
    const next = own + step;
    if (next >= 0 && next < count(selection.row)) return at(selection.row, next);
    const row = selection.row + step;
    if (row < 0 || row >= table.rows.length) return null;
    return at(row, step > 0 ? 0 : count(row) - 1);
}

/** @param {Selection} selection @param {Table} table @returns {Selection} */
export function wholeRows(selection, table) {
    return { ...selection, column: 0, endColumn: table.columns.length - 1 };
}

/** @param {Selection} selection @param {Table} table @returns {Selection} */
export function wholeColumns(selection, table) {
    return { ...selection, row: 0, endRow: table.rows.length - 1 };
}

/** @param {Table} table @returns {Selection} */
export function everything(table) {
    return { row: 0, column: 0, endRow: table.rows.length - 1, endColumn: table.columns.length - 1 };
}
