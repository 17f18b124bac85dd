// What a table from elsewhere says, as a table of ours: titles become columns with roles, headings become sections.
import { cleanLine, cleanLines } from '../../../parts/clean_text.js';
import { numeralOf } from '../../../parts/numerals.js';
import { columnsOf, headEnd, headRows, repeatsHead } from './header.js';
import { isBold, spanAt } from './matrix.js';

/** @typedef {import('./table.js').Table} Table */
/** @typedef {import('./table.js').Column} Column */
/** @typedef {import('./table.js').Row} Row */
/** @typedef {import('./matrix.js').Matrix} Matrix */

const longestLabel = 8;

/** @param {string} label */
function isSectionLabel(label) {
    const found = numeralOf(label.replace(/^\(|[.)/:]$/g, ''));
    return found !== null && (found.kind === 'roman' || found.kind === 'capital');
}

/** "II. Hoàn thiện" → "II." and the rest. @param {string} text @returns {[string, string]} */
function splitLabel(text) {
    const found = /^([IVXL]+|[A-ZĐ])([.)/])\s+(?=\S)/.exec(text);
    return found && isSectionLabel(found[1] + found[2]) ? [found[1] + found[2], text.slice(found[0].length)] : ['', text];
}

/**
 * The section that a row is: a label and a text alone, where the text spans the rest of the row or the label counts in
 * capitals or the text is bold. Cells that reach down from above leave no room for one.
 * @param {Matrix} matrix @param {number} row
 * @returns {{ kind: 'section', label: string, text: string } | null}
 */
export function sectionOf(matrix, row) {
    const cells = matrix.cells[row];
    const texts = cells.flatMap((cell, i) => (cell === '' ? [] : [i]));
    const at = texts[texts.length - 1];
    if (cells.length < 2 || texts.length === 0 || texts.length > 2 || at > 1) return null;
    if (cells.some((_, i) => reachesDown(matrix, row, i))) return null;
    const text = cleanLine(cells[at]);
    const [label, rest] = texts.length === 2 ? [cleanLine(cells[0]), text] : splitLabel(text);
    if (label.length > longestLabel) return null;
    const spans = cells.length > 2 && at + spanAt(matrix, row, at).columns >= cells.length;
    const bold = cells.length > 2 && isBold(matrix, row, at) && (texts.length === 2 || at === 0);
    return spans || bold || isSectionLabel(label) ? { kind: 'section', label, text: rest } : null;
}

/** @param {Matrix} matrix @param {number} row @param {number} column */
function reachesDown(matrix, row, column) {
    const span = spanAt(matrix, row, column);
    return span.row < row && matrix.cells[span.row]?.[span.column] !== '';
}

/**
 * @typedef {{ table: Table, head: { first: number, end: number }, dropped: number }} Recognised dropped: rows above the titles and titles
 *     that were repeated
 */

/**
 * @param {Matrix} matrix
 * @param {number} [titleRow] where the titles are, -1: nowhere; left out, they are looked for
 * @returns {Recognised} a table without titles has columns of no role
 */
export function recognise(matrix, titleRow) {
    const none = { first: 0, end: 0 };
    const given = () => (titleRow === undefined || titleRow < 0 ? none : { first: titleRow, end: headEnd(matrix, titleRow) });
    const head = titleRow === undefined ? headRows(matrix) : given();
    const columns = columnsOf(matrix, head);
    /** @type {Row[]} */
    const rows = [];
    let dropped = head.first;
    for (let r = head.end; r < matrix.cells.length; ++r) {
        const cells = matrix.cells[r];
        if (cells.every((cell) => cell === '')) continue;
        if (head.end > 0 && repeatsHead(matrix, r, columns)) ++dropped;
        else rows.push(sectionOf(matrix, r) ?? { kind: 'task', cells: cells.map(cleanLines) });
    }
    return { table: { columns, rows }, head, dropped };
}
