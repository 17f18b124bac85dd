// What a clerk has changed of what the machine read. Values are known again by where they stood, or by what stood there.
import { valueAt } from '../compose/pointer.js';
import { movesOf } from './realign.js';
import { textPointers, textsOf } from './spots.js';

/**
 * @typedef {import('./model.js').Content} Content
 * @typedef {import('./model.js').Row} Row
 * @typedef {import('./model.js').Provenance} Provenance
 * @typedef {import('./spots.js').Target} Target
 * @typedef {{ target: Target, was: string | null, is: string }} Change was: null where the machine had nothing like it
 */

/** @param {string} pointer @param {Provenance} known */
const identity = (pointer, known) => JSON.stringify([pointer.replace(/\/\d+/g, '/*'), known.raw, known.places]);

/** @param {Row} row */
function rowIdentity(row) {
    const spot = row.places.find(Boolean);
    return JSON.stringify(spot ? spot.slice(0, 5) : [row.kind, ...textsOf(row)]);
}

/** @param {Content} content */
function flatRows(content) {
    return content.tables.flatMap((table, t) => table.rows.map((row, r) => ({ row, table: t, index: r })));
}

/** What is compared: no places, nothing of how sure anybody is. @param {Content} content */
export function fingerprint({ document, tables }) {
    const { provenance: _, ...said } = document;
    const heads = tables.map(({ title, columns }) => [title, columns.map(({ title: name, role }) => [name, role])]);
    const rows = tables.map((table) => table.rows.map((row) => [row.kind, ...textsOf(row)]));
    return JSON.stringify([said, heads, rows]);
}

export class Comparison {
    /** @param {Content} original */
    constructor(original) {
        this.original = original;
        this.fingerprint = fingerprint(original);
        /** @type {Map<string, string>} */
        this.pointers = new Map(Object.entries(original.document.provenance ?? {}).map(([pointer, known]) => [identity(pointer, known), pointer]));
        this.rows = flatRows(original);
    }

    /** @param {Content} content */
    isChanged(content) {
        return fingerprint(content) !== this.fingerprint;
    }

    /** What the machine read of a value; null: nothing like it. @param {Content} content @param {string} pointer @returns {string | null} */
    wasValue(content, pointer) {
        /** @type {Provenance | undefined} */
        const known = content.document.provenance?.[pointer];
        const isOther = /\/\d+/.test(pointer) && Boolean(this.original.document.provenance?.[pointer]); // an entry of a list, in the place of another
        const from = known?.raw ? this.pointers.get(identity(pointer, known)) : isOther ? undefined : pointer;
        const was = from && valueAt(this.original.document, from);
        return typeof was === 'string' ? was : from === undefined || /\/\d+/.test(pointer) ? null : '';
    }

    /** @param {Content} content @returns {Change[]} */
    changedValues(content) {
        const cleared = [...this.pointers.values()].filter((pointer) => !/\/\d+/.test(pointer) && valueAt(content.document, pointer) === undefined);
        return [...textPointers(content.document), ...cleared].flatMap((pointer) => {
            const is = String(valueAt(content.document, pointer) ?? '');
            const was = this.wasValue(content, pointer);
            return was === is ? [] : [{ target: { pointer }, was, is }];
        });
    }

    /** @param {Content} content @returns {{ changes: Change[], deleted: Row[] }} deleted: rows that are there no more */
    changedCells(content) {
        const rows = flatRows(content);
        const moves = movesOf(this.rows.map(({ row }) => rowIdentity(row)), rows.map(({ row }) => rowIdentity(row)));
        /** @type {Map<number, number>} */
        const from = new Map(moves.flatMap((to, old) => (to < 0 ? [] : [/** @type {[number, number]} */ ([to, old])])));
        const changes = rows.flatMap(({ row, table, index }, place) => {
            const old = from.get(place);
            return this.changedIn(content, row, { table, row: index }, old === undefined ? null : this.rows[old]);
        });
        return { changes, deleted: this.rows.filter((_, i) => moves[i] < 0).map(({ row }) => row) };
    }

    /** @param {Content} content @param {Row} row @param {{ table: number, row: number }} at @param {{ row: Row, table: number } | null} old @returns {Change[]} */
    changedIn(content, row, at, old) {
        const before = old ? textsOf(old.row) : [];
        const columns = old && old.row.kind === row.kind && row.kind === 'task' ? this.columnsFrom(content, at.table, old.table) : null;
        if (old && old.row.kind !== row.kind && textsOf(old.row).join('') === textsOf(row).join('')) return [];
        return textsOf(row).flatMap((is, column) => {
            const was = old ? (before[columns ? columns[column] : column] ?? '') : null;
            if (was === is || (was === null && is === '')) return [];
            return [{ target: { ...at, column }, was, is }];
        });
    }

    /** Which column of the machine's table one was. @param {Content} content @param {number} table @param {number} old */
    columnsFrom(content, table, old) {
        const is = content.tables[table].columns;
        const was = this.original.tables[old].columns;
        const moves = movesOf(was.map(({ title }) => title), is.map(({ title }) => title));
        return is.map((_, column) => moves.indexOf(column));
    }

    /** All that a clerk changed. @param {Content} content */
    changes(content) {
        const { changes, deleted } = this.changedCells(content);
        return { changes: [...this.changedValues(content), ...changes], deleted };
    }

    /** What the machine read at a target; undefined: that is what stands there. @param {Content} content @param {Target} target */
    was(content, target) {
        const found = 'pointer' in target ? this.changedValues(content) : this.changedCells(content).changes;
        return found.find((change) => JSON.stringify(change.target) === JSON.stringify(target));
    }
}
