// The appendix table as data: what stands in a cell, and changes of cells. Each change gives a new table; rows that did not
// change stay the same objects.
import { spliced } from '../../../parts/lists.js';

/** @typedef {'ordinal' | 'task' | 'lead' | 'partners' | 'product' | 'time' | 'other'} Role */
/** @typedef {{ title: string, role: Role, width?: number }} Column */
/** @typedef {{ kind: 'section', label?: string, text: string }} SectionRow */
/** @typedef {{ kind: 'task', cells: string[] }} TaskRow */
/** @typedef {SectionRow | TaskRow} Row */
/** @typedef {{ columns: Column[], rows: Row[] }} Table */
/** @typedef {{ top: number, left: number, bottom: number, right: number }} Range all included */

/** @type {Role[]} */
export const roles = ['ordinal', 'task', 'lead', 'partners', 'product', 'time', 'other'];

/** @param {number} count @returns {TaskRow} */
export function emptyRow(count) {
    return { kind: 'task', cells: Array(count).fill('') };
}

/** What an appendix begins with. @returns {Table} */
export function newTable() {
    /** @type {Column[]} */
    const columns = [
        { title: 'STT', role: 'ordinal' },
        { title: 'Nhiệm vụ', role: 'task' },
        { title: 'Cơ quan chủ trì', role: 'lead' },
        { title: 'Cơ quan phối hợp', role: 'partners' },
        { title: 'Sản phẩm', role: 'product' },
        { title: 'Thời gian hoàn thành', role: 'time' },
    ];
    return { columns, rows: [emptyRow(columns.length)] };
}

/** One that the editor can show: at least a column and a row, each row as wide as the table. @param {Table} table @returns {Table} */
export function sound(table) {
    /** @type {Column[]} */
    const columns = table.columns.length ? table.columns : [{ title: '', role: 'other' }];
    const fits = (/** @type {Row} */ row) => row.kind === 'section' || row.cells.length === columns.length;
    const rows = table.rows.map((row) => (fits(row) ? row : { ...row, cells: cellsOf(row, columns.length) }));
    return { columns, rows: rows.length ? rows : [emptyRow(columns.length)] };
}

/**
 * A section row has its label in the first column and its text in the second, from where it spans the others.
 * @param {Row} row
 * @param {number} count columns
 * @returns {string[]}
 */
export function cellsOf(row, count) {
    const cells = row.kind === 'task' ? row.cells : count > 1 ? [row.label ?? '', row.text] : [row.text];
    return Array.from({ length: count }, (_, i) => cells[i] ?? '');
}

/** Which of its cells a row has at a column: 0 or 1 in a section. @param {Table} table @param {number} row @param {number} column */
export function cellColumn(table, row, column) {
    return table.rows[row]?.kind === 'section' ? Math.min(column, 1, table.columns.length - 1) : column;
}

/** @param {Table} table @param {number} row @param {number} column */
export function textAt(table, row, column) {
    return cellsOf(table.rows[row], table.columns.length)[cellColumn(table, row, column)];
}

/** @param {Row} row @param {number} column of `cellColumn` @param {string} text @param {number} count columns @returns {Row} */
export function rowWith(row, column, text, count) {
    if (row.kind === 'task') return { ...row, cells: spliced(row.cells, column, 1, text) };
    return column === 0 && count > 1 ? { ...row, label: text } : { ...row, text };
}

/** @param {Table} table @param {number} row @param {number} column @param {string} text @returns {Table} */
export function withCell(table, row, column, text) {
    if (textAt(table, row, column) === text) return table;
    const changed = rowWith(table.rows[row], cellColumn(table, row, column), text, table.columns.length);
    return { ...table, rows: spliced(table.rows, row, 1, changed) };
}

/**
 * Each cell of the range gets what `text` gives for it.
 * @param {Table} table
 * @param {Range} range
 * @param {(row: number, column: number) => string} text
 * @returns {Table}
 */
function withRange(table, range, text) {
    const rows = table.rows.map((row, r) => {
        if (r < range.top || r > range.bottom) return row;
        let changed = row;
        for (let c = range.left; c <= range.right; ++c)
            if (cellColumn(table, r, c) === c) changed = rowWith(changed, c, text(r, c), table.columns.length);
        return changed;
    });
    return { ...table, rows };
}

/** @param {Table} table @param {Range} range @returns {Table} */
export function cleared(table, range) {
    return withRange(table, range, () => '');
}

/**
 * The first row of the range goes into those below; of a single row, what stands above goes into it.
 * @param {Table} table
 * @param {Range} range
 * @returns {Table}
 */
export function filledDown(table, range) {
    const from = range.top === range.bottom ? range.top - 1 : range.top;
    if (from < 0) return table;
    return withRange(table, { ...range, top: from + 1 }, (_, column) => textAt(table, from, column));
}

/** @param {Row} row */
export function isEmptyRow(row) {
    return row.kind === 'task' ? row.cells.every((cell) => cell === '') : !row.label && row.text === '';
}

/** @param {Table} table */
export function isEmptyTable(table) {
    return table.rows.every(isEmptyRow);
}

/** Without the empty rows at the end, which wait for what comes. The first row stays. @param {Table} table @returns {Table} */
export function withoutTail(table) {
    const last = table.rows.findLastIndex((row) => !isEmptyRow(row));
    return last === table.rows.length - 1 ? table : { ...table, rows: table.rows.slice(0, Math.max(1, last + 1)) };
}

/** The column with the role, else -1. @param {{ columns: Column[] }} table @param {Role} role */
export function columnOf(table, role) {
    return table.columns.findIndex((column) => column.role === role);
}

/**
 * What a JSON Pointer below that of the table names: a column of -1 is the whole row, a row of -1 the head.
 * @param {Table} table
 * @param {string} path as "/rows/3/cells/2"
 */
export function placeOf(table, path) {
    const found = /^\/(rows|columns)\/(\d+)(?:\/(\w+)(?:\/(\d+))?)?/.exec(path);
    if (!found) return null;
    const index = Number(found[2]);
    if (found[1] === 'columns') return index < table.columns.length ? { row: -1, column: index } : null;
    if (index >= table.rows.length) return null;
    if (found[3] === 'cells' && found[4]) return { row: index, column: Number(found[4]) };
    if (found[3] === 'label' || found[3] === 'text') return { row: index, column: found[3] === 'label' || table.columns.length < 2 ? 0 : 1 };
    return { row: index, column: -1 };
}

/** @param {Table} table @param {number} row @param {number} column */
export function pathOf(table, row, column) {
    const at = cellColumn(table, row, column);
    if (table.rows[row].kind === 'task') return `/rows/${row}/cells/${at}`;
    return `/rows/${row}/${at === 0 && table.columns.length > 1 ? 'label' : 'text'}`;
}
