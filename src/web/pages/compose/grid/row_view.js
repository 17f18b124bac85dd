// A row of the grid as elements, which are kept and only filled anew when another row stands there.
import { h } from '../../../shell/dom.js';
import { findingSigns, worstOf } from '../../../parts/finding_line.js';
import { cellsOf } from './table.js';
import { t } from './words.js';

/** @typedef {import('./table.js').Table} Table */
/** @typedef {import('./table.js').Row} Row */
/** @typedef {import('./table.js').Range} Range */
/** @typedef {import('../../../shell/api.js').Finding} Finding */
/** @typedef {{ table: Table, range: Range, single: boolean, marks: Map<string, Finding[]> }} Shown */

/** @param {HTMLElement} cell @param {Finding[] | undefined} findings */
function mark(cell, findings) {
    cell.querySelector('.mark')?.remove();
    cell.classList.remove('error', 'warning', 'note');
    if (!findings?.length) return;
    const severity = worstOf(findings);
    const text = findings.map((finding) => finding.message).join('\n');
    cell.classList.add(severity);
    cell.append(h('span', { class: 'mark', title: text }, findingSigns[severity], h('span', { class: 'unseen' }, ` ${text}`)));
}

export class RowView {
    constructor() {
        this.number = h('th', { scope: 'row', class: 'number' });
        this.element = h('tr', {}, this.number);
        /** @type {HTMLTableCellElement[]} */
        this.cells = [];
        this.shape = '';
        this.index = -1;
    }

    /** @param {Row} row @param {number} index @param {Shown} shown */
    fill(row, index, shown) {
        const count = shown.table.columns.length;
        this.shapeFor(row, shown.table);
        if (this.index !== index) {
            this.index = index;
            this.element.dataset.row = String(index);
            this.element.setAttribute('aria-rowindex', String(index + 2));
            this.number.firstChild?.remove();
            this.number.prepend(String(index + 1));
        }
        const texts = cellsOf(row, count);
        const inRows = index >= shown.range.top && index <= shown.range.bottom;
        this.cells.forEach((cell, c) => {
            const span = /** @type {HTMLElement} */ (cell.firstChild);
            if (span.textContent !== texts[c]) span.textContent = texts[c];
            const last = c + cell.colSpan - 1;
            const chosen = inRows && !shown.single && last >= shown.range.left && c <= shown.range.right;
            cell.classList.toggle('chosen', chosen);
            cell.setAttribute('aria-selected', String(chosen));
            mark(cell, shown.marks.get(`${index},${c}`));
        });
        this.number.classList.toggle('chosen', inRows);
        mark(this.number, shown.marks.get(`${index},-1`));
    }

    /** Makes cells anew where the row had others. @param {Row} row @param {Table} table */
    shapeFor(row, table) {
        const count = table.columns.length;
        const shape = row.kind === 'section' ? `section ${count}` : table.columns.map((column) => column.role).join(' ');
        if (shape === this.shape) return;
        this.shape = shape;
        this.element.classList.toggle('section', row.kind === 'section');
        for (const cell of this.cells) cell.remove();
        const cell = (/** @type {string} */ name, /** @type {number} */ column, across = 1) =>
            h('td', { class: name, colspan: across > 1 && across, 'aria-colindex': column + 2 }, h('span', { class: 'text' }));
        if (row.kind === 'task') this.cells = table.columns.map((column, i) => cell(column.role, i));
        else this.cells = count > 1 ? [cell('label', 0), cell('heading', 1, count - 1)] : [cell('heading', 0)];
        this.element.append(...this.cells);
    }
}

/** How a screen reader names a cell. @param {Table} table @param {number} row @param {number} column of `cellColumn` */
export function cellName(table, row, column) {
    const number = row + 1;
    const isLabel = column === 0 && table.columns.length > 1;
    if (table.rows[row].kind === 'section') return t(isLabel ? 'sectionLabelCell' : 'sectionTextCell', { row: number });
    return t('cell', { title: table.columns[column].title || t('columnNumber', { column: column + 1 }), row: number });
}
