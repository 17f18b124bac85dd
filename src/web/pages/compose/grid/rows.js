// Changes of whole rows and columns; each gives a new table.
import { moved, spliced } from '../../../parts/lists.js';
import { cellsOf, columnOf, emptyRow, isEmptyTable } from './table.js';

/** @typedef {import('./table.js').Table} Table */
/** @typedef {import('./table.js').Row} Row */
/** @typedef {import('./table.js').Column} Column */

/** The new rows stand at this index. @param {Table} table @param {number} at @param {Row[]} rows @returns {Table} */
export function addRows(table, at, rows) {
    return { ...table, rows: [...table.rows.slice(0, at), ...rows, ...table.rows.slice(at)] };
}

/** An empty row stays where none would. @param {Table} table @param {number} from @param {number} to the last that goes @returns {Table} */
export function deleteRows(table, from, to) {
    const rows = spliced(table.rows, from, to - from + 1);
    return { ...table, rows: rows.length ? rows : [emptyRow(table.columns.length)] };
}

/** The copies stand below. @param {Table} table @param {number} from @param {number} to @returns {Table} */
export function duplicateRows(table, from, to) {
    return addRows(table, to + 1, table.rows.slice(from, to + 1));
}

/** @param {Table} table @param {number} from @param {number} to @param {-1 | 1} step @returns {Table} */
export function moveRows(table, from, to, step) {
    if (from + step < 0 || to + step >= table.rows.length) return table;
    return { ...table, rows: moved(table.rows, from, to - from + 1, from + step) };
}

/** Nothing that stands in the row is lost: texts of all cells are joined. @param {Row} row @param {Table} table @returns {Row} */
function asSection(row, table) {
    if (row.kind === 'section') return row;
    const ordinal = columnOf(table, 'ordinal');
    const text = row.cells.filter((cell, i) => cell !== '' && !(ordinal === 0 && i === 0)).join(' ');
    return { kind: 'section', label: labelFor(ordinal === 0 ? row.cells[0] : '', table), text: text.replace(/\n/g, ' ') };
}

/**
 * The number of a task says nothing in a section: its label is of the form of the others, and renumbering puts it right.
 * @param {string} own
 * @param {Table} table
 */
function labelFor(own, table) {
    if (own !== '' && !/^\d/.test(own)) return own;
    const sections = table.rows.filter((row) => row.kind === 'section');
    return sections.length ? (sections.find((row) => row.label)?.label ?? '') : 'I';
}

/** @param {Row} row @param {number} count columns @returns {Row} */
function asTask(row, count) {
    if (row.kind === 'task') return row;
    const cells = count > 1 ? [row.label ?? '', row.text] : [[row.label, row.text].filter(Boolean).join(' ')];
    return { kind: 'task', cells: [...cells, ...Array(count - cells.length).fill('')] };
}

/**
 * Rows of tasks become sections; where all are sections, tasks.
 * @param {Table} table
 * @param {number} from
 * @param {number} to
 * @returns {Table}
 */
export function toggleSections(table, from, to) {
    const chosen = table.rows.slice(from, to + 1);
    const count = table.columns.length;
    const back = chosen.every((row) => row.kind === 'section');
    const turned = chosen.map((row) => (back ? asTask(row, count) : asSection(row, table)));
    return { ...table, rows: spliced(table.rows, from, chosen.length, ...turned) };
}

/** @param {Table} table @param {(cells: string[]) => string[]} change @returns {Row[]} */
function rowsWith(table, change) {
    return table.rows.map((row) => (row.kind === 'section' ? row : { ...row, cells: change(row.cells) }));
}

/** @param {Table} table @param {number} at @param {Column} column @returns {Table} */
export function addColumn(table, at, column) {
    return { columns: spliced(table.columns, at, 0, column), rows: rowsWith(table, (cells) => spliced(cells, at, 0, '')) };
}

/** The last column stays. @param {Table} table @param {number} at @returns {Table} */
export function deleteColumn(table, at) {
    if (table.columns.length < 2) return table;
    return { columns: spliced(table.columns, at, 1), rows: rowsWith(table, (cells) => spliced(cells, at, 1)) };
}

/** @param {Table} table @param {number} from @param {number} to @returns {Table} */
export function moveColumn(table, from, to) {
    if (to < 0 || to >= table.columns.length || from === to) return table;
    return { columns: moved(table.columns, from, 1, to), rows: rowsWith(table, (cells) => moved(cells, from, 1, to)) };
}

/** @param {Table} table @param {number} at @param {Partial<Column>} change a width of undefined: by itself @returns {Table} */
export function changeColumn(table, at, change) {
    const column = { ...table.columns[at], ...change };
    if (column.width === undefined) delete column.width;
    return { ...table, columns: spliced(table.columns, at, 1, column) };
}

/**
 * Puts another table behind: each of its columns goes into the one of the same role, else of the same title, else behind
 * the others.
 * @param {Table} table @param {Table} more @returns {Table}
 */
export function appended(table, more) {
    const columns = [...table.columns];
    /** @type {Set<number>} */
    const taken = new Set();
    const places = more.columns.map((column) => {
        const same = (/** @type {Column} */ own, /** @type {number} */ i) =>
            !taken.has(i) && (column.role === 'other' ? own.title === column.title : own.role === column.role);
        let at = columns.findIndex(same);
        if (at < 0) at = columns.push(column) - 1;
        taken.add(at);
        return at;
    });
    const widened = (/** @type {Row} */ row) => (row.kind === 'section' ? row : { ...row, cells: cellsOf(row, columns.length) });
    const placed = more.rows.map((row) => {
        if (row.kind === 'section') return row;
        const cells = Array(columns.length).fill('');
        row.cells.forEach((cell, i) => (cells[places[i]] = cell));
        return { ...row, cells };
    });
    return { columns, rows: isEmptyTable(table) ? placed : [...table.rows.map(widened), ...placed] };
}
