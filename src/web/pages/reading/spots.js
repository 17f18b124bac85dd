// Where the values of a document and the cells of its tables stand on its pages, both ways.
import { valueAt } from '../compose/pointer.js';

/**
 * @typedef {import('./model.js').Spot} Spot
 * @typedef {import('./model.js').Content} Content
 * @typedef {{ pointer: string } | { table: number, row: number, column: number }} Target what can be selected: a value, a cell
 */

/** @param {import('./model.js').Row} row */
export const textsOf = (row) => (row.kind === 'section' ? [row.label ?? '', row.text] : row.cells);

/** How far beside something, in points, still means it. */
const nearest = 20;

/** @param {Target} a @param {Target | null} b */
export function sameTarget(a, b) {
    if (!b) return false;
    if ('pointer' in a) return 'pointer' in b && a.pointer === b.pointer;
    return 'table' in b && a.table === b.table && a.row === b.row && a.column === b.column;
}

/** @param {Content} content @param {string} pointer @returns {Spot[]} */
export function valueSpots(content, pointer) {
    /** @type {import('./model.js').Provenance | undefined} */
    const known = content.document.provenance?.[pointer];
    return known ? known.places.filter((place) => place.page > 0).map((place) => [place.page, ...place.box, known.confidence]) : [];
}

/** @param {Content} content @param {Target} target @returns {Spot[]} */
export function spotsOf(content, target) {
    if ('pointer' in target) return valueSpots(content, target.pointer);
    const row = content.tables[target.table]?.rows[target.row];
    const spot = row?.places[target.column] ?? row?.place;
    return spot ? [spot] : [];
}

/** @param {Spot} spot @param {number} x @param {number} y */
function distance([, left, top, right, bottom], x, y) {
    return Math.max(0, left - x, x - right) + Math.max(0, top - y, y - bottom);
}

/** @param {Spot} spot */
const area = ([, left, top, right, bottom]) => (right - left) * (bottom - top);

/** A table is asked itself, cell by cell. @param {string} pointer */
const isOfTable = (pointer) => /\/table(\/|$)/.test(pointer);

/** What stands on a page: values first, then cells. @param {Content} content @param {number} page @returns {{ target: Target, spot: Spot }[]} */
function standing(content, page) {
    const values = Object.keys(content.document.provenance ?? {})
        .filter((pointer) => !isOfTable(pointer))
        .flatMap((pointer) => valueSpots(content, pointer).map((spot) => ({ target: /** @type {Target} */ ({ pointer }), spot })));
    const cells = content.tables.flatMap((table, t) =>
        table.rows.flatMap((row, r) => row.places.flatMap((spot, c) => (spot ? [{ target: /** @type {Target} */ ({ table: t, row: r, column: c }), spot }] : []))),
    );
    return [...values, ...cells].filter(({ spot }) => spot[0] === page);
}

/** What stands at a point of a page, or near it. @param {Content} content @param {number} page @param {number} x @param {number} y @returns {Target | null} */
export function targetAt(content, page, x, y) {
    const near = standing(content, page).filter(({ spot }) => distance(spot, x, y) < nearest);
    near.sort((a, b) => distance(a.spot, x, y) - distance(b.spot, x, y) || area(a.spot) - area(b.spot));
    if (!near.length) return null;
    const [{ spot }] = near;
    // Number and symbol, place and date are of one line: which is meant tells how far along it the point is.
    const sharing = near.filter((one) => one.spot.every((edge, i) => i === 5 || edge === spot[i]));
    const along = Math.min(0.999, Math.max(0, (x - spot[1]) / (spot[3] - spot[1] || 1)));
    return sharing[Math.floor(along * sharing.length)].target;
}

/** How it stood in a file that has no pages. @param {Content} content @param {Target} target @returns {string} */
export function rawOf({ document, tables }, target) {
    if ('pointer' in target) return document.provenance?.[target.pointer]?.raw || String(valueAt(document, target.pointer) ?? '');
    const row = tables[target.table]?.rows[target.row];
    if (!row) return '';
    // A number stands in many lines: the longest text of its row does not.
    const longest = textsOf(row).reduce((long, text) => (text.length > long.length ? text : long));
    const own = textsOf(row)[target.column] ?? '';
    return own.length > longest.length / 2 ? own : longest;
}

/** Pointers of all texts in a document, in its order. @param {any} value @param {string} [pointer] @returns {string[]} */
export function textPointers(value, pointer = '') {
    if (typeof value === 'string') return [pointer];
    if (typeof value !== 'object' || value === null) return [];
    return Object.entries(value).flatMap(([key, inner]) => (pointer === '' && key === 'provenance' ? [] : textPointers(inner, `${pointer}/${key}`)));
}

/** What a line of a file without pages belongs to. @param {Content} content @param {string} line @returns {Target | null} */
export function targetOfLine(content, line) {
    const values = textPointers(content.document).map((pointer) => ({ pointer, raw: rawOf(content, { pointer }) }));
    const lines = (/** @type {string} */ text) => text.split('\n').map((one) => one.trim());
    const fewest = 4;
    const fits = [
        (/** @type {string} */ raw) => lines(raw).includes(line),
        (/** @type {string} */ raw) => raw.includes(line),
        (/** @type {string} */ raw) => raw.length >= fewest && line.endsWith(raw),
    ];
    const value = fits.reduce((/** @type {typeof values[0] | undefined} */ found, fit) => found ?? values.find(({ raw }) => fit(raw)), undefined);
    if (value) return { pointer: value.pointer };
    for (const [table, { rows }] of content.tables.entries())
        for (const [row, one] of rows.entries()) {
            const texts = textsOf(one);
            const column = texts.findIndex((text) => text && (lines(text).includes(line) || line.includes(text)));
            if (column >= 0 && (texts[column].length > 3 || texts.filter(Boolean).every((text) => line.includes(text)))) return { table, row, column };
        }
    return null;
}
