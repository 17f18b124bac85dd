// The head of a table from elsewhere: which rows are titles, and what the columns are for.
import { columnWords } from '../../../parts/column_words.js';
import { cleanLine } from '../../../parts/clean_text.js';
import { plain } from '../../../shell/language.js';
import { spanAt } from './matrix.js';
import { roles } from './table.js';

/** @typedef {import('./table.js').Role} Role */
/** @typedef {import('./table.js').Column} Column */
/** @typedef {import('./matrix.js').Matrix} Matrix */
/** @typedef {{ role: Role, weight: number }} Match */

/** @param {string} text */
const folded = (text) =>
    plain(text)
        .replace(/[^\p{L}\p{N}#]+/gu, ' ')
        .trim();
const titles = roles.flatMap((role) => (columnWords[role] ?? []).map(folded).map((entry) => ({ role, entry, joined: entry.replaceAll(' ', '') })));
const whole = 2000;
const beginning = 1000;
const longestTitle = 80;

/**
 * Whole titles count first, then the longest entry that the title begins with, then one that stands in it.
 * @param {string} title
 * @returns {Match}
 */
export function matchRole(title) {
    const text = folded(title);
    const spaced = ` ${text} `;
    const together = text.replaceAll(' ', '');
    /** @type {Match} */
    let best = { role: 'other', weight: 0 };
    for (const { role, entry, joined } of titles) {
        let weight = 0;
        if (together !== '' && together === joined) weight = whole;
        else if (role !== 'ordinal' && text.startsWith(entry) && spaced[entry.length + 1] === ' ') weight = beginning + entry.length;
        else if (role !== 'ordinal' && spaced.includes(` ${entry} `)) weight = entry.length;
        if (weight > best.weight) best = { role, weight };
    }
    return best;
}

/** @param {Matrix} matrix @param {number} row */
const filled = (matrix, row) => matrix.cells[row].filter((cell) => cell !== '');

/** "(1)", "2": the number of each column. @param {Matrix} matrix @param {number} row */
function numbersColumns(matrix, row) {
    const cells = matrix.cells[row];
    const fewest = 3;
    return cells.length >= fewest && cells.every((cell, i) => cell.replace(/[()]/g, '') === String(i + 1));
}

/** Long texts are none, whatever they begin with. @param {string} cell */
const knownTitle = (cell) => cell.length < longestTitle && matchRole(cell).weight > 0;

/** Whether titles of task tables stand in at least half of the cells. @param {Matrix} matrix @param {number} row */
function isHead(matrix, row) {
    const cells = filled(matrix, row);
    const known = cells.filter(knownTitle).length;
    return known >= 2 && 2 * known >= cells.length;
}

/**
 * A second row of titles: they stand where the row above has none of its own or a common one.
 * @param {Matrix} matrix
 * @param {number} row
 */
function goesOn(matrix, row) {
    const cells = matrix.cells[row];
    const fits = (/** @type {string} */ cell, /** @type {number} */ i) => cell === '' || knownTitle(cell) || spanAt(matrix, row - 1, i).columns > 1;
    return filled(matrix, row).length >= 2 && cells.every(fits) && cells.some(knownTitle) && !ordinalIn(matrix, row);
}

/** @param {Matrix} matrix @param {number} row */
const ordinalIn = (matrix, row) => /^\(?[\dIVX]+[.)]?$/.test(matrix.cells[row][0] ?? '');

/**
 * The rows of titles: from `first` to before `end`; what stands above them belongs to no row. None: both are 0.
 * @param {Matrix} matrix
 */
export function headRows(matrix) {
    const farthest = Math.min(matrix.cells.length, 20);
    let first = 0;
    while (first < farthest && !isHead(matrix, first)) ++first;
    if (first === farthest) return { first: 0, end: 0 };
    return { first, end: headEnd(matrix, first) };
}

/** Where titles that begin in the row end. @param {Matrix} matrix @param {number} first */
export function headEnd(matrix, first) {
    let end = first + 1;
    for (let row = first; row < end; ++row)
        for (let column = 0; column < matrix.cells[row].length; ++column) {
            const span = spanAt(matrix, row, column);
            if (span.columns < matrix.cells[row].length) end = Math.max(end, span.row + span.rows);
        }
    if (end === first + 1 && end < matrix.cells.length && goesOn(matrix, end)) ++end;
    while (end < matrix.cells.length && numbersColumns(matrix, end)) ++end;
    return Math.min(end, matrix.cells.length);
}

/**
 * What stands above a column, from the top: "Đơn vị thực hiện", "Chủ trì".
 * @param {Matrix} matrix
 * @param {{ first: number, end: number }} head
 * @param {number} column
 */
function titleParts(matrix, head, column) {
    /** @type {string[]} */
    const parts = [];
    for (let row = head.first; row < head.end; ++row) {
        if (numbersColumns(matrix, row)) continue;
        const span = spanAt(matrix, row, column);
        const text = cleanLine(matrix.cells[span.row]?.[span.column] ?? '');
        if (text !== '' && parts[parts.length - 1] !== text && !(span.row < row)) parts.push(text);
    }
    return parts;
}

/**
 * The columns below the titles; each role once, where a title says it best.
 * @param {Matrix} matrix
 * @param {{ first: number, end: number }} head
 * @returns {Column[]}
 */
export function columnsOf(matrix, head) {
    const count = matrix.cells[0]?.length ?? 0;
    const parts = Array.from({ length: count }, (_, column) => titleParts(matrix, head, column));
    const matches = parts.map((titles) => {
        const lowest = [...titles].reverse().map(matchRole);
        return lowest.find((match) => match.weight > 0) ?? { role: /** @type {Role} */ ('other'), weight: 0 };
    });
    return parts.map((texts, i) => {
        const { role, weight } = matches[i];
        const best = matches.every((other, k) => other.role !== role || other.weight < weight || (other.weight === weight && k >= i));
        return { title: texts.join(' / '), role: weight > 0 && best ? role : 'other' };
    });
}

/**
 * Whether a row repeats the titles, as on each page of a long table.
 * @param {Matrix} matrix
 * @param {number} row
 * @param {Column[]} columns
 */
export function repeatsHead(matrix, row, columns) {
    const cells = matrix.cells[row];
    const titleAt = (/** @type {number} */ i) => folded(columns[i]?.title ?? '');
    return cells.every((cell, i) => cell === '' || (cell.length < longestTitle && folded(cell) === titleAt(i))) && filled(matrix, row).length >= 2;
}

/** Whether the titles of a pasted head are those of the table from a column on. @param {Column[]} own @param {Column[]} pasted */
export function sameHead(own, pasted) {
    const isSame = (/** @type {Column} */ one, /** @type {Column} */ other) =>
        folded(one.title) === folded(other.title) || (one.role !== 'other' && one.role === other.role);
    return pasted.every((column, i) => own[i] && isSame(column, own[i]));
}
