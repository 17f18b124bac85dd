// What becomes of a table that is pasted: into an empty one with titles and all, else cell by cell from where one stands.
import { cleanLines } from '../../../parts/clean_text.js';
import { headRows, columnsOf, sameHead } from './header.js';
import { recognise, sectionOf } from './recognise.js';
import { cellColumn, cellsOf, emptyRow, isEmptyTable, rowWith } from './table.js';

/** @typedef {import('./table.js').Table} Table */
/** @typedef {import('./table.js').Row} Row */
/** @typedef {import('./table.js').Range} Range */
/** @typedef {import('./matrix.js').Matrix} Matrix */
/** @typedef {{ table: Table, range: Range, told: Told }} Pasted range: what is selected then */
/**
 * @typedef {{ rows: number, columns: number, addedRows: number, addedColumns: number, head: 'taken' | 'left' | 'none', sections: number,
 *     passed: number }} Told passed: rows of sections that had no room for what was pasted
 */

/** @param {Row[]} rows */
const sectionsIn = (rows) => rows.filter((row) => row.kind === 'section').length;

/** @param {Matrix} matrix @returns {Pasted | null} null: there are no titles in it */
function pastedWhole(matrix) {
    const { table, head } = recognise(matrix);
    if (head.end === 0 || table.rows.length === 0) return null;
    const range = { top: 0, left: 0, bottom: table.rows.length - 1, right: table.columns.length - 1 };
    const told = { rows: table.rows.length, columns: table.columns.length, addedRows: 0, addedColumns: 0, sections: sectionsIn(table.rows), passed: 0 };
    return { table, range, told: { ...told, head: 'taken' } };
}

/**
 * As often as it fits into the range, where that is a multiple of it, as in Excel.
 * @param {Matrix} matrix
 * @param {Range} range
 * @returns {Matrix}
 */
function repeated(matrix, range) {
    const [height, width] = [range.bottom - range.top + 1, range.right - range.left + 1];
    const [rows, columns] = [matrix.cells.length, matrix.cells[0].length];
    if (height % rows || width % columns || (height === rows && width === columns)) return matrix;
    const cells = Array.from({ length: height }, (_, r) => Array.from({ length: width }, (_, c) => matrix.cells[r % rows][c % columns]));
    return { ...matrix, cells, spans: rows === height ? matrix.spans : new Map() };
}

/** Whether a row is pasted as one, not as cells of another. @param {string[]} cells @param {number} left @param {number} count columns */
const isWhole = (cells, left, count) => left === 0 && cells.length >= Math.min(3, count) && cells.length > 1;

/** Whether a row has no place for something of it: a section has two cells. @param {Table} table @param {number} index @param {string[]} cells @param {number} left */
function hasNoRoom(table, index, cells, left) {
    if (table.rows[index]?.kind !== 'section' || isWhole(cells, left, table.columns.length)) return false;
    return cells.some((cell, i) => cleanLines(cell) !== '' && cellColumn(table, index, left + i) !== left + i);
}

/**
 * @param {Table} table
 * @param {Matrix} matrix
 * @param {Range} at
 * @param {number} first row of the matrix
 * @param {boolean} isFilling its rows are repeated: nothing is lost where one has no room
 * @returns {Pasted}
 */
function pastedCells(table, matrix, at, first, isFilling) {
    const width = matrix.cells[0].length;
    const count = Math.max(table.columns.length, at.left + width);
    const columns = [...table.columns];
    while (columns.length < count) columns.push({ title: '', role: 'other' });
    const widened = table.rows.map((row) => (row.kind === 'task' && row.cells.length < count ? { ...row, cells: cellsOf(row, count) } : row));
    const wide = { columns, rows: widened };
    let end = at.top;
    for (let r = first; r < matrix.cells.length; ++r) {
        while (!isFilling && hasNoRoom(wide, end, matrix.cells[r], at.left)) ++end;
        wide.rows[end] = pastedRow(wide, end, matrix, r, at.left);
        ++end;
    }
    const height = matrix.cells.length - first;
    const range = { top: at.top, left: at.left, bottom: end - 1, right: at.left + width - 1 };
    const added = { addedRows: wide.rows.length - table.rows.length, addedColumns: count - table.columns.length };
    const sections = sectionsIn(wide.rows) - sectionsIn(table.rows);
    return { table: wide, range, told: { rows: height, columns: width, ...added, sections, head: first > 0 ? 'left' : 'none', passed: end - at.top - height } };
}

/** @param {Table} table @param {number} index @param {Matrix} matrix @param {number} r @param {number} left @returns {Row} */
function pastedRow(table, index, matrix, r, left) {
    const count = table.columns.length;
    const cells = matrix.cells[r];
    const whole = isWhole(cells, left, count);
    const section = whole ? sectionOf(matrix, r) : null;
    if (section) return section;
    let row = table.rows[index] ?? emptyRow(count);
    if (whole && row.kind === 'section') row = emptyRow(count);
    if (row.kind === 'task') {
        const texts = [...row.cells];
        cells.forEach((cell, i) => (texts[left + i] = cleanLines(cell)));
        return { ...row, cells: texts };
    }
    cells.forEach((cell, i) => {
        if (cellColumn(table, index, left + i) === left + i) row = rowWith(row, left + i, cleanLines(cell), count);
    });
    return row;
}

/**
 * @param {Table} table
 * @param {Range} range what is selected: its top left cell gets the first
 * @param {Matrix} matrix
 * @returns {Pasted}
 */
export function pasted(table, range, matrix) {
    if (matrix.cells.length > 1 && isEmptyTable(table)) {
        const whole = pastedWhole(matrix);
        if (whole) return whole;
    }
    const head = range.left === 0 ? headRows(matrix) : { first: 0, end: 0 };
    const known = head.end > 0 && head.first === 0 && head.end < matrix.cells.length && sameHead(table.columns, columnsOf(matrix, head));
    const made = known ? matrix : repeated(matrix, range);
    return pastedCells(table, made, range, known ? head.end : 0, made.cells.length > matrix.cells.length);
}
