// Changes to a table that was read: pure functions, each gives a new table (the old one stays, for undo).
import { spliced } from '../../parts/lists.js';

export { history } from '../../parts/history.js';

/** @typedef {[number, number, number, number, number, number]} Place page, x1, y1, x2, y2, confidence */
/** @typedef {{ cells: string[], section: boolean, places: (Place | null)[] }} Row */
/** @typedef {{ columns: string[], rows: Row[] }} Table */

/** @param {number} count @returns {Row} */
function emptyRow(count) {
    return { cells: Array(count).fill(''), section: false, places: Array(count).fill(null) };
}

/** Parts on two pages have no common box: the first stays. @param {Place | null} a @param {Place | null} b @returns {Place | null} */
function united(a, b) {
    if (!a || !b) return a ?? b;
    if (a[0] !== b[0]) return a;
    return [a[0], Math.min(a[1], b[1]), Math.min(a[2], b[2]), Math.max(a[3], b[3]), Math.max(a[4], b[4]), Math.min(a[5], b[5])];
}

/** @param {Table} table @param {number} row @param {number} column @param {string} text @returns {Table} */
export function editCell(table, row, column, text) {
    const old = table.rows[row];
    return { ...table, rows: spliced(table.rows, row, 1, { ...old, cells: spliced(old.cells, column, 1, text) }) };
}

/** The new row stands at this index. @param {Table} table @param {number} at @returns {Table} */
export function addRow(table, at) {
    return { ...table, rows: spliced(table.rows, at, 0, emptyRow(table.columns.length)) };
}

/** @param {Table} table @param {number} row @returns {Table} */
export function deleteRow(table, row) {
    return { ...table, rows: spliced(table.rows, row, 1) };
}

/** @param {Table} table @param {number} row @returns {Table} */
export function mergeUp(table, row) {
    if (row < 1 || row >= table.rows.length) return table;
    const [upper, lower] = [table.rows[row - 1], table.rows[row]];
    const cells = upper.cells.map((text, i) => [text, lower.cells[i]].filter(Boolean).join('\n'));
    const places = upper.places.map((place, i) => united(place, lower.places[i]));
    return { ...table, rows: spliced(table.rows, row - 1, 2, { ...upper, cells, places }) };
}

/** What stands after `caret` in one cell goes into a new row below. @param {Table} table @param {number} row @param {number} column @param {number} caret @returns {Table} */
export function splitRow(table, row, column, caret) {
    const old = table.rows[row];
    const text = old.cells[column];
    const upper = { ...old, cells: spliced(old.cells, column, 1, text.slice(0, caret).trimEnd()) };
    const lower = emptyRow(table.columns.length);
    lower.cells[column] = text.slice(caret).trimStart();
    lower.places[column] = old.places[column];
    return { ...table, rows: spliced(table.rows, row, 1, upper, lower) };
}

/** @param {Table} table @param {number} row @param {boolean} section @returns {Table} */
export function setSection(table, row, section) {
    return { ...table, rows: spliced(table.rows, row, 1, { ...table.rows[row], section }) };
}

/** @param {Table} table @param {<T>(list: T[], empty: T) => T[]} change @param {string} name @returns {Table} */
function changeColumns(table, change, name) {
    const rows = table.rows.map((row) => ({ ...row, cells: change(row.cells, ''), places: change(row.places, null) }));
    return { columns: change(table.columns, name), rows };
}

/** @param {Table} table @param {number} from @param {number} to @returns {Table} */
export function moveColumn(table, from, to) {
    if (to < 0 || to >= table.columns.length) return table;
    return changeColumns(table, (list) => spliced(spliced(list, from, 1), to, 0, list[from]), '');
}

/** @param {Table} table @param {number} at @param {string} name @returns {Table} */
export function addColumn(table, at, name) {
    return changeColumns(table, (list, empty) => spliced(list, at, 0, empty), name);
}

/** @param {Table} table @param {number} column @returns {Table} */
export function deleteColumn(table, column) {
    return table.columns.length < 2 ? table : changeColumns(table, (list) => spliced(list, column, 1), '');
}

/** The columns of the first stay; what the second has more gets columns of its own. @param {Table} first @param {Table} second @returns {Table} */
export function joinTables(first, second) {
    const count = Math.max(first.columns.length, second.columns.length);
    const columns = [...first.columns, ...second.columns.slice(first.columns.length)];
    const rows = [...first.rows, ...second.rows].map((row) => {
        const more = emptyRow(count - row.cells.length);
        return { ...row, cells: [...row.cells, ...more.cells], places: [...row.places, ...more.places] };
    });
    return { columns, rows };
}
