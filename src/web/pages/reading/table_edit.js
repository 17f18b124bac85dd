// Changes to tables that were read which a table that is written does not need: pure functions, each gives new ones (the old ones
// stay, for undo).
import { spliced } from '../../parts/lists.js';
import { cellsOf, emptyRow } from '../compose/grid/table.js';

/**
 * @typedef {import('./model.js').Table} Table
 * @typedef {import('./model.js').Row} Row
 * @typedef {import('./model.js').Spot} Spot
 * @typedef {import('./model.js').Column} Column
 */

/** Parts on two pages have no common box: the first stays. @param {Spot | null} a @param {Spot | null} b @returns {Spot | null} */
function united(a, b) {
    if (!a || !b) return a ?? b;
    if (a[0] !== b[0]) return a;
    return [a[0], Math.min(a[1], b[1]), Math.min(a[2], b[2]), Math.max(a[3], b[3]), Math.max(a[4], b[4]), Math.min(a[5], b[5])];
}

/** What a page turn has cut goes on in the line, else a paragraph begins. @param {string} upper @param {string} lower */
function joined(upper, lower) {
    if (!upper || !lower) return upper || lower;
    const begins = /[.;:!?…]$/.test(upper) || /^([-–+•*]|\(?\p{L}\)|\d+[.)])\s/u.test(lower);
    return upper + (begins ? '\n' : ' ') + lower;
}

/** @param {Row} row @param {number} count columns @returns {(Spot | null)[]} */
function placesOf(row, count) {
    return Array.from({ length: count }, (_, i) => row.places[i] ?? null);
}

/** @param {Row} upper @param {Row} lower @param {number} count @returns {Row} */
function merged(upper, lower, count) {
    const [below, spots] = [cellsOf(lower, count), placesOf(lower, count)];
    const place = united(upper.place, lower.place);
    if (upper.kind === 'section') {
        const text = [upper.text, ...below].filter(Boolean).join(' ');
        return { ...upper, text, places: [upper.places[0], [upper.places[1], ...spots].reduce(united)], place };
    }
    const cells = upper.cells.map((cell, i) => joined(cell, below[i]));
    return { ...upper, cells, places: placesOf(upper, count).map((spot, i) => united(spot, spots[i])), place };
}

/** The rows become one, as the first is. @param {Table} table @param {number} top @param {number} bottom @returns {Table} */
export function mergeRows(table, top, bottom) {
    if (top < 0 || top >= bottom) return table;
    const [first, ...others] = table.rows.slice(top, bottom + 1);
    const row = others.reduce((upper, lower) => merged(upper, lower, table.columns.length), first);
    return { ...table, rows: spliced(table.rows, top, bottom - top + 1, row) };
}

/** What stands behind the caret in one cell goes into a new row below. @param {Table} table @param {number} row @param {number} column @param {number} caret @returns {Table} */
export function splitRow(table, row, column, caret) {
    const old = table.rows[row];
    const count = old.kind === 'section' ? 2 : table.columns.length;
    const text = old.kind === 'section' ? (column === 0 ? (old.label ?? '') : old.text) : old.cells[column];
    const [before, behind] = [text.slice(0, caret).trimEnd(), text.slice(caret).trimStart()];
    const places = Array.from({ length: count }, (_, i) => (i === column ? old.places[i] : null));
    const origin = { places, spans: places.map(() => null), place: old.place };
    /** @type {Row[]} */
    const made =
        old.kind === 'section'
            ? [column === 0 ? { ...old, label: before } : { ...old, text: before }, { kind: 'section', text: behind, ...origin }]
            : [{ ...old, cells: spliced(old.cells, column, 1, before) }, { kind: 'task', cells: spliced(emptyRow(count).cells, column, 1, behind), ...origin }];
    return { ...table, rows: spliced(table.rows, row, 1, ...made) };
}

/** @param {string} title */
const plainTitle = (title) => title.replace(/\s+/g, ' ').trim().toLowerCase();

/** A table that goes on on the next page has no titles of its own: what was taken for them is its first row. @param {Table} first @param {Table} second @returns {Row[]} */
function headAsRow(first, second) {
    const isRepeated = second.columns.every((column, i) => column.title === '' || plainTitle(column.title) === plainTitle(first.columns[i]?.title ?? ''));
    const none = second.columns.map(() => null);
    return isRepeated ? [] : [{ kind: 'task', cells: second.columns.map((column) => column.title), places: none, spans: none, place: null }];
}

/** The table takes in the one behind it; columns meet by their places. @param {Table[]} tables @param {number} index @returns {Table[]} */
export function joinWithNext(tables, index) {
    const [first, second] = tables.slice(index, index + 2);
    if (!second) return tables;
    const columns = [...first.columns, ...second.columns.slice(first.columns.length)];
    const rows = [...first.rows, ...headAsRow(first, second), ...second.rows].map((row) => {
        if (row.kind === 'section') return row;
        const more = Array(columns.length - row.cells.length);
        return { ...row, cells: [...row.cells, ...more.fill('')], places: placesOf(row, columns.length), spans: [...row.spans, ...more.fill(null)] };
    });
    const pages = [...new Set([...first.pages, ...second.pages])].sort((a, b) => a - b);
    return spliced(tables, index, 2, { ...first, columns, rows, pages, confidence: Math.min(first.confidence, second.confidence) });
}

/** Where each column stood before; -1: nowhere. @param {Column[]} before @param {Column[]} after */
function columnsFrom(before, after) {
    const isRenamed = before.length === after.length && after.filter((column) => !before.includes(column)).length === 1;
    return after.map((column, i) => (before.includes(column) ? before.indexOf(column) : isRenamed ? i : -1));
}

/** @param {any} row without what is known of it, or with that of one that was another kind of row @param {Row | undefined} before @param {number} count @returns {Row} */
function knownRow(row, before, count) {
    const width = row.kind === 'section' ? 2 : count;
    if (row.places?.length === width) return row;
    const old = before?.places ?? [];
    const rest = old.slice(1).find(Boolean) ?? null;
    const places = row.kind === 'section' ? [old[0] ?? null, rest ?? old[0] ?? null] : Array.from({ length: width }, (_, i) => old[i] ?? null);
    return { ...row, places, spans: Array(width).fill(null), place: before?.place ?? null };
}

/**
 * A grid changes rows and columns and knows nothing of where they stand on the pages: here that follows.
 * @param {Table} before @param {{ columns: Column[], rows: any[] }} after @returns {Table}
 */
export function withOrigins(before, after) {
    const { columns } = after;
    const from = columns === before.columns ? null : columnsFrom(before.columns, columns);
    const isSameCount = before.rows.length === after.rows.length;
    const rows = after.rows.map((row, index) => {
        if (from && row.kind === 'task' && row.places)
            return { ...row, places: from.map((i) => row.places[i] ?? null), spans: from.map((i) => row.spans[i] ?? null) };
        return knownRow(row, isSameCount ? before.rows[index] : undefined, columns.length);
    });
    return { ...before, columns, rows };
}

/** A cell that somebody wrote, or held against the page, is sure. @param {Table} table @param {number} row @param {number} column @returns {Table} */
export function withSureCell(table, row, column) {
    const old = table.rows[row];
    const spot = old?.places[column];
    if (!spot || spot[5] >= 1) return table;
    const places = spliced(old.places, column, 1, /** @type {Spot} */ ([...spot.slice(0, 5), 1]));
    return { ...table, rows: spliced(table.rows, row, 1, { ...old, places }) };
}

/** What was written in, cell by cell, is sure. @param {Table} before @param {Table} after @returns {Table} */
export function withWrittenCellsSure(before, after) {
    const count = after.columns.length;
    return after.rows.reduce((table, row, r) => {
        const old = before.rows[r];
        if (!old || old === row || old.places !== row.places) return table; // another row
        const was = cellsOf(old, count);
        return cellsOf(row, count).reduce((made, text, c) => (text === was[c] ? made : withSureCell(made, r, c)), table);
    }, after);
}
