// Ordinals of tasks and labels of sections, in sequence.
import { numeral, numeralOf } from '../../../parts/numerals.js';
import { columnOf, rowWith } from './table.js';

/** @typedef {import('./table.js').Table} Table */
/** @typedef {import('./table.js').Row} Row */
/** @typedef {'section' | 'through'} Mode whether ordinals begin anew in each section */

/** "01." → its parts; null: it does not count. @param {string} text */
function ordinalOf(text) {
    const found = /^(\(?)(\d{1,4}(?:\.\d{1,3}){0,3})([.)]?)$/.exec(text);
    if (!found) return null;
    const parts = found[2].split('.');
    return { before: found[1], after: found[3], depth: parts.length, digits: parts[0].length };
}

/** "II." → its numeral and what stands about it. @param {string} text */
function labelOf(text) {
    const found = /^(\(?)([\p{L}]+|\d{1,4})([.)/]?)$/u.exec(text);
    const parsed = found && numeralOf(found[2]);
    return found && parsed ? { ...parsed, before: found[1], after: found[3] } : null;
}

/** Counts the labels of sections: one of a kind ends those of the kinds that began below it. */
class SectionCounter {
    constructor() {
        /** @type {{ kind: string, value: number }[]} */
        this.open = [];
    }

    /** The label that belongs there, in the form of the present one. @param {string} text */
    next(text) {
        const label = labelOf(text);
        if (!label) return text;
        const at = this.open.findIndex((level) => level.kind === label.kind);
        if (at < 0) this.open.push({ kind: label.kind, value: 0 });
        else this.open.length = at + 1;
        const level = this.open[this.open.length - 1];
        level.value += 1;
        return label.before + numeral(label.kind, level.value) + label.after;
    }

    /** The number of the innermost section, which its tasks may go on with: 2 → 2.1. */
    value() {
        return this.open[this.open.length - 1]?.value ?? 1;
    }
}

/**
 * Rows that get a number though they have none: with a task, unless it is the only one of its section.
 * @param {Table} table
 * @param {number} ordinal
 * @param {number} task
 */
function countedRows(table, ordinal, task) {
    /** @type {Set<number>} */
    const counted = new Set();
    /** @type {number[]} */
    let open = [];
    const close = () => {
        if (open.length > 1 || (open.length === 1 && !table.rows.some((row) => row.kind === 'section'))) open.forEach((row) => counted.add(row));
        open = [];
    };
    table.rows.forEach((row, index) => {
        if (row.kind === 'section') return close();
        if (row.cells[ordinal] !== '' || (task >= 0 ? row.cells[task] !== '' : row.cells.some((cell) => cell !== ''))) open.push(index);
    });
    close();
    return counted;
}

/** @param {Table} table @param {number} column */
function formOf(table, column) {
    for (const row of table.rows) {
        const form = row.kind === 'task' && ordinalOf(row.cells[column]);
        if (form && form.depth === 1) return form;
    }
    return { before: '', after: '', depth: 1, digits: 1 };
}

/** @param {Table} table @param {Mode} mode @returns {Table} */
export function renumbered(table, mode) {
    const column = columnOf(table, 'ordinal');
    const sections = new SectionCounter();
    const form = column < 0 ? null : formOf(table, column);
    const counted = column < 0 ? new Set() : countedRows(table, column, columnOf(table, 'task'));
    /** @type {number[]} */
    let counters = [0];
    const rows = table.rows.map((row, index) => {
        if (row.kind === 'section') {
            const label = sections.next(row.label ?? '');
            if (mode === 'section') counters = [0];
            return label === (row.label ?? '') ? row : { ...row, label };
        }
        if (!form) return row;
        const text = row.cells[column];
        const own = ordinalOf(text);
        if (text === '' ? !counted.has(index) : !own) return row;
        const depth = own?.depth ?? 1;
        counters = [...counters, 0, 0, 0].slice(0, depth);
        if (depth > 1) counters[0] ||= sections.value();
        counters[depth - 1] += 1;
        const numbers = counters.map((value, i) => numeral('number', value, i === 0 ? form.digits : 1)).join('.');
        const { before, after } = own ?? form;
        const made = before + numbers + after;
        return made === text ? row : rowWith(row, column, made, table.columns.length);
    });
    return rows.some((row, i) => row !== table.rows[i]) ? { ...table, rows } : table;
}

/** The way in which the table is numbered without a gap; null: none. @param {Table} table @param {Mode} preferred @returns {Mode | null} */
export function numberedBy(table, preferred) {
    /** @type {Mode[]} */
    const modes = preferred === 'section' ? ['section', 'through'] : ['through', 'section'];
    return modes.find((mode) => renumbered(table, mode) === table) ?? null;
}

/**
 * Numbers stay in sequence where they were, after rows came, went, moved or were begun.
 * @param {Table} before
 * @param {Table} after
 * @param {Mode} preferred
 * @returns {Table}
 */
export function keptInSequence(before, after, preferred) {
    const mode = numberedBy(before, preferred);
    return mode ? renumbered(after, mode) : after;
}
