// Text of the clipboard as a table and a table as text of the clipboard, in the forms that Excel reads and writes.
import { matrixOf } from './matrix.js';
import { cellsOf } from './table.js';

/** @typedef {import('./table.js').Table} Table */
/** @typedef {import('./table.js').Range} Range */

/**
 * Cells are parted by tabs; one in quotes may hold line ends, tabs and doubled quotes.
 * @param {string} text
 * @returns {import('./matrix.js').Matrix}
 */
export function matrixFromText(text) {
    const source = text.replace(/\r\n?/g, '\n').replace(/\n$/, '');
    /** @type {string[][]} */
    const rows = [[]];
    const cell = /"((?:[^"]|"")*)"(?=[\t\n]|$)|([^\t\n]*)/y;
    for (let at = 0; at <= source.length; ) {
        cell.lastIndex = at;
        const found = /** @type {RegExpExecArray} */ (cell.exec(source));
        const quoted = found[1] !== undefined && /[\t\n"]/.test(found[1]);
        rows[rows.length - 1].push(quoted ? found[1].replaceAll('""', '"') : found[0]);
        at = cell.lastIndex;
        if (source[at] === '\n') rows.push([]);
        ++at;
    }
    return matrixOf(rows);
}

/** @param {Table} table @param {Range} range @returns {string[][]} */
function rowsIn(table, range) {
    return table.rows.slice(range.top, range.bottom + 1).map((row) => cellsOf(row, table.columns.length).slice(range.left, range.right + 1));
}

/** @param {Table} table @param {Range} range */
export function textFrom(table, range) {
    const quoted = (/** @type {string} */ cell) => (/[\t\n"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
    return rowsIn(table, range)
        .map((row) => row.map(quoted).join('\t'))
        .join('\r\n');
}

/** @param {string} text */
function escaped(text) {
    const breaks = '<br style="mso-data-placement:same-cell;">'; // by which Excel knows lines within a cell
    return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replaceAll('\n', breaks);
}

/** @param {Table} table @param {Range} range */
export function htmlFrom(table, range) {
    const width = range.right - range.left + 1;
    const rows = rowsIn(table, range).map((cells, i) => {
        const spans = table.rows[range.top + i].kind === 'section' && range.left < 2 && width > 2 - range.left;
        const shown = spans ? cells.slice(0, 2 - range.left) : cells;
        const across = width - shown.length + 1;
        const attribute = (/** @type {number} */ at) => (across > 1 && at === shown.length - 1 ? ` colspan="${across}"` : '');
        return shown.map((cell, at) => `<td${attribute(at)}>${escaped(cell)}</td>`).join('');
    });
    return `<meta charset="utf-8"><table><tbody>${rows.map((row) => `<tr>${row}</tr>`).join('')}</tbody></table>`;
}
