// What somebody should look at: values and cells of which the machine was not sure, with the reasons.
import { valueAt } from '../compose/pointer.js';
import { t } from './words.js';

/**
 * @typedef {import('./model.js').Spot} Spot
 * @typedef {import('./model.js').Content} Content
 * @typedef {import('../../shell/api.js').Finding} Finding
 * @typedef {import('./spots.js').Target} Target
 * @typedef {{ target: Target, reasons: string[] }} Doubt
 */

/** Below it one cell in five had an error on a scan whose truth is known, above it none. */
export const sure = 0.7;
/** Findings on the very spot that make a value doubtful. */
const spotCodes = new Set(['scan-letter-mended', 'scan-unreadable']);

/** @param {Finding} finding */
function isOnSpot({ page, box, code, severity, pointer }) {
    return Boolean(page && box && (spotCodes.has(code) || (severity !== 'note' && !pointer)));
}

/** @template Key @param {Map<Key, Finding[]>} map @param {Key} key @param {Finding} finding */
const collect = (map, key, finding) => map.set(key, [...(map.get(key) ?? []), finding]);

/** @param {Finding} finding */
const wordsOf = ({ code, message }) => (code === 'scan-unreadable' ? t('scribbled') : message);

/** @param {Spot} spot @param {Finding} finding */
function holds([page, left, top, right, bottom], { page: at, box: [x1, y1, x2, y2] = [] }) {
    const [x, y] = [(x1 + x2) / 2, (y1 + y2) / 2];
    return page === at && x >= left - 1 && x <= right + 1 && y >= top - 1 && y <= bottom + 1;
}

export class Doubts {
    /** @param {Finding[]} findings of the reading */
    constructor(findings) {
        /** @type {Map<number, Finding[]>} */
        this.byPage = new Map();
        for (const finding of findings.filter(isOnSpot)) collect(this.byPage, finding.page ?? 0, finding);
        /** @type {Map<string, Finding[]>} */
        this.byPointer = new Map();
        for (const finding of findings) if (finding.pointer) collect(this.byPointer, finding.pointer, finding);
        /** Rows do not change in place. @type {WeakMap<object, { column: number, reasons: string[] }[]>} */
        this.ofRows = new WeakMap();
    }

    /** Why a spot is doubtful; a confidence of 1: somebody has looked, or the file says it itself. @param {Spot} spot */
    reasonsAt(spot) {
        const confidence = spot[5];
        if (confidence >= 1) return [];
        const found = (this.byPage.get(spot[0]) ?? []).filter((finding) => holds(spot, finding)).map(wordsOf);
        if (confidence < sure) found.unshift(t('unsure', { percent: Math.round(confidence * 100) }));
        return [...new Set(found)];
    }

    /** @param {Content} content @param {string} pointer */
    reasonsOf(content, pointer) {
        /** @type {import('./model.js').Provenance | undefined} */
        const known = content.document.provenance?.[pointer];
        const value = valueAt(content.document, pointer);
        const isSeen = known?.confidence === 1 && known.seen;
        if (isSeen) return [];
        const told = (this.byPointer.get(pointer) ?? []).filter((finding) => finding.code !== 'read-missing' || isEmpty(value));
        const reasons = told.map((finding) => (finding.code === 'read-missing' ? t('missing') : finding.message));
        for (const place of known?.places ?? []) reasons.push(...this.reasonsAt([place.page, ...place.box, known?.confidence ?? 1]));
        if (known && !known.places.length && known.confidence < sure) reasons.push(t('unsure', { percent: Math.round(known.confidence * 100) }));
        return [...new Set(reasons)];
    }

    /** Near what a value was looked for, where it was not found. @param {string} pointer @returns {Spot[]} */
    nearby(pointer) {
        const placed = (this.byPointer.get(pointer) ?? []).filter(({ page, box }) => page && box);
        return placed.map(({ page, box }) => /** @type {Spot} */ ([page, .../** @type {number[]} */ (box), 0]));
    }

    /** @param {import('./model.js').Row} row */
    ofRow(row) {
        let found = this.ofRows.get(row);
        if (!found) {
            found = row.places.flatMap((spot, column) => {
                const reasons = spot ? this.reasonsAt(spot) : [];
                return reasons.length ? [{ column, reasons }] : [];
            });
            this.ofRows.set(row, found);
        }
        return found;
    }

    /** All that are left, in the order in which they are walked through. @param {Content} content @param {string[]} pointers the values, in order @returns {Doubt[]} */
    all(content, pointers) {
        const values = pointers.flatMap((pointer) => {
            const reasons = this.reasonsOf(content, pointer);
            return reasons.length ? [{ target: { pointer }, reasons }] : [];
        });
        const cells = content.tables.flatMap((table, t) =>
            table.rows.flatMap((row, r) => this.ofRow(row).map(({ column, reasons }) => ({ target: { table: t, row: r, column }, reasons }))),
        );
        return [...values, ...cells];
    }
}

/** @param {any} value */
const isEmpty = (value) => value === undefined || value === null || value === '' || (Array.isArray(value) && !value.length);
