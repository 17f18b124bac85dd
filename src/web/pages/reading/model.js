// What a page of work holds: the document, and its tables in the shape in which appendices have theirs, with the places of their
// cells beside. Nothing in it is changed in place.

import { linked, withTables } from './appendix_tables.js';

/**
 * @typedef {[page: number, left: number, top: number, right: number, bottom: number, confidence: number]} Spot
 *     where on the sheets something stands, in points from the top left corner, and how sure it is
 * @typedef {import('../compose/grid/table.js').Column} Column
 * @typedef {{ places: (Spot | null)[], spans: ([rows: number, columns: number] | null)[], place: Spot | null }} Origin
 *     places, spans: of each cell, in a section of label and text; place: of the row
 * @typedef {import('../compose/grid/table.js').SectionRow & Origin} SectionRow
 * @typedef {import('../compose/grid/table.js').TaskRow & Origin} TaskRow
 * @typedef {SectionRow | TaskRow} Row
 * @typedef {{ title: string, columns: Column[], rows: Row[], pages: number[], confidence: number, appendix?: number }} Table
 *     appendix: which of the appendices that were read has this table
 * @typedef {{ places: { page: number, box: [number, number, number, number] }[], raw: string, confidence: number, seen?: boolean, citations?: any[] }} Provenance
 *     seen: somebody has held it against the page
 * @typedef {import('./desk.js').Review} Review
 * @typedef {{ document: any, tables: Table[], review: Review }} Content document: with `provenance` by JSON Pointer
 */

/**
 * A table as the service has it.
 * @typedef {{ title: string, columns: string[], roles: string[], rows: string[][], kinds: string[], pages: number[], confidence: number,
 *     cells?: number[][][], places: { page: number, box: number[] }[], spans: { row: number, column: number, row_span: number, column_span: number }[],
 *     tasks: any[] }} ServedTable
 */

/** @param {number[] | undefined} numbers @returns {Spot | null} page 0: not known */
function spotOf(numbers) {
    return numbers?.[0] ? /** @type {Spot} */ (numbers) : null;
}

/** @param {{ page: number, box: number[] } | undefined} place @returns {Spot | null} */
function rowSpot(place) {
    return place?.page ? /** @type {Spot} */ ([place.page, ...place.box, 1]) : null;
}

/** Its label stands in the first column and its text behind it; without label the text stands first. @param {string[]} cells */
function sectionParts(cells) {
    const filled = cells.flatMap((cell, i) => (cell === '' ? [] : [i]));
    const isLabelled = filled.length > 1 && filled[0] === 0;
    const at = isLabelled ? filled[1] : (filled[0] ?? 0);
    return { label: isLabelled ? cells[0] : '', text: filled.filter((i) => i >= at).map((i) => cells[i]).join(' '), at };
}

/** @param {ServedTable} served @param {number} index @param {Map<string, [number, number]>} spans @returns {Row} */
function rowOf(served, index, spans) {
    const cells = served.rows[index];
    const places = cells.map((_, i) => spotOf(served.cells?.[index]?.[i]));
    const place = rowSpot(served.places[index]);
    if (served.kinds[index] === 'section') {
        const { label, text, at } = sectionParts(cells);
        return { kind: 'section', label, text, places: [label ? places[0] : null, places[at]], spans: [null, null], place };
    }
    return { kind: 'task', cells, places, spans: cells.map((_, i) => spans.get(`${index}/${i}`) ?? null), place };
}

/** @param {ServedTable} served @returns {Table} */
export function tableOf(served) {
    const spans = new Map(served.spans.map((span) => /** @type {[string, [number, number]]} */ ([`${span.row}/${span.column}`, [span.row_span, span.column_span]])));
    const columns = served.columns.map((title, i) => ({ title, role: /** @type {Column['role']} */ (served.roles[i]) }));
    const rows = served.rows.map((_, index) => rowOf(served, index, spans));
    return { title: served.title, columns, rows, pages: served.pages, confidence: served.confidence };
}

/** @param {Row} row @param {number} count columns @returns {{ cells: string[], places: (Spot | null)[] }} */
function cellsOf(row, count) {
    if (row.kind === 'task') return row;
    const isLabelled = Boolean(row.label) && count > 1;
    const cells = Array(count).fill('');
    /** @type {(Spot | null)[]} */
    const places = Array(count).fill(null);
    if (isLabelled) [cells[0], places[0]] = [row.label, row.places[0]];
    [cells[isLabelled ? 1 : 0], places[isLabelled ? 1 : 0]] = [row.text, row.places[1]];
    return { cells, places };
}

/** Only those that still cover nothing but empty cells of the table. @param {Table} table @param {string[][]} rows @returns {ServedTable['spans']} */
function spansOf(table, rows) {
    return table.rows.flatMap((row, r) =>
        row.spans.flatMap((span, c) => {
            if (!span || row.kind === 'section') return [];
            const rowSpan = Math.min(span[0], rows.length - r);
            const columnSpan = Math.min(span[1], table.columns.length - c);
            const covered = rows.slice(r, r + rowSpan).flatMap((cells, i) => cells.slice(c, c + columnSpan).filter((cell, k) => (i > 0 || k > 0) && cell !== ''));
            return rowSpan * columnSpan < 2 || covered.length ? [] : [{ row: r, column: c, row_span: rowSpan, column_span: columnSpan }];
        }),
    );
}

/** @param {Table} table @returns {ServedTable} */
export function servedTable(table) {
    const made = table.rows.map((row) => cellsOf(row, table.columns.length));
    const rows = made.map((row) => row.cells);
    const hasPlaces = made.some((row) => row.places.some(Boolean));
    return {
        title: table.title,
        columns: table.columns.map((column) => column.title),
        roles: table.columns.map((column) => column.role),
        rows,
        kinds: table.rows.map((row) => row.kind),
        pages: table.pages,
        confidence: table.confidence,
        cells: hasPlaces ? made.map((row) => row.places.map((spot) => spot ?? [0, 0, 0, 0, 0, 1])) : [],
        places: table.rows.map(({ place }) => (place ? { page: place[0], box: place.slice(1, 5) } : { page: 0, box: [0, 0, 0, 0] })),
        spans: spansOf(table, rows),
        tasks: [], // the service finds them anew
    };
}

/** @param {any} content as the service has it @returns {Content} */
export function contentOf(content) {
    return linked({ document: content.document ?? {}, tables: (content.tables ?? []).map(tableOf), review: content.review });
}

/** @param {Content} content */
export function servedContent(content) {
    return { document: withTables(content), tables: content.tables.map(servedTable), review: content.review };
}
