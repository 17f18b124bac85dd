// Findings of the check, laid to the cells that they are about.
import { isBelow } from '../../../parts/pointers.js';
import { cellColumn, placeOf } from './table.js';

/** @typedef {import('../../../shell/api.js').Finding} Finding */
/** @typedef {import('./table.js').Table} Table */

/**
 * By "row,column", a row of -1 being the head and a column of -1 the whole row; those about the table as a whole are `others`.
 * @param {Table} table
 * @param {string} pointer of the table
 * @param {Finding[]} findings of the whole document
 */
export function marksOf(table, pointer, findings) {
    /** @type {Map<string, Finding[]>} */
    const marks = new Map();
    /** @type {Finding[]} */
    const others = [];
    for (const finding of findings) {
        const about = finding.pointer ?? '';
        if (!isBelow(about, pointer)) continue;
        const place = placeOf(table, about.slice(pointer.length));
        if (!place) {
            others.push(finding);
            continue;
        }
        const column = place.row >= 0 && place.column >= 0 ? cellColumn(table, place.row, place.column) : place.column;
        const key = `${place.row},${column}`;
        marks.set(key, [...(marks.get(key) ?? []), finding]);
    }
    return { marks, others };
}
