// What will be imported of a sheet: which rows are titles, what each column is, where it goes.
import { spliced } from '../../../parts/lists.js';
import { recognise } from '../grid/recognise.js';
import { appended } from '../grid/rows.js';
import { ImportFault, limits } from './fault.js';

/** @typedef {import('../grid/table.js').Table} Table */
/** @typedef {import('../grid/table.js').Role} Role */
/** @typedef {import('../grid/matrix.js').Matrix} Matrix */
/**
 * @typedef {{ titleRow?: number, roles?: (Role | 'skip')[] }} Choice titleRow: -1: none; left out, it is found; roles: one a column, left
 *     out, they follow from the titles
 */

/** @param {Table} table @param {number} at @returns {Table} */
function withoutColumn(table, at) {
    return {
        columns: spliced(table.columns, at, 1),
        rows: table.rows.map((row) => (row.kind === 'section' ? row : { ...row, cells: spliced(row.cells, at, 1) })),
    };
}

/**
 * @param {Matrix} matrix
 * @param {Choice} [choice]
 * @returns {import('../grid/recognise.js').Recognised & { all: import('../grid/table.js').Column[] }} all: the columns with those that are
 *     left out
 */
export function planned(matrix, { titleRow, roles } = {}) {
    const found = recognise(matrix, titleRow);
    const all = found.table.columns.map((column, i) => {
        const chosen = roles?.[i];
        return chosen && chosen !== 'skip' ? { ...column, role: chosen } : column;
    });
    let table = { ...found.table, columns: all };
    for (let i = all.length - 1; i >= 0; --i) if (roles?.[i] === 'skip' && table.columns.length > 1) table = withoutColumn(table, i);
    const rows = table.rows.filter((row) => row.kind === 'section' || row.cells.some((cell) => cell !== ''));
    if (rows.length > limits.rows) throw new ImportFault('too-many-rows');
    return { ...found, table: { ...table, rows }, all };
}

/** @param {Table} old @param {Table} table @param {'replace' | 'append'} mode @returns {Table} */
export function taken(old, table, mode) {
    const made = mode === 'append' ? appended(old, table) : table;
    if (new TextEncoder().encode(JSON.stringify(made)).length > limits.json) throw new ImportFault('too-long');
    return made;
}
