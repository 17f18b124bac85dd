// The grid as a real <table> in a box that scrolls. Only rows in sight and the one that is entered are elements, so that
// twenty thousand rows cost what forty cost.
import { fill, h } from '../../../shell/dom.js';
import { HeadView } from './head_view.js';
import { RowHeights } from './row_heights.js';
import { RowView } from './row_view.js';

/** @typedef {import('./table.js').Table} Table */
/** @typedef {import('./row_view.js').Shown} Shown */
/** @typedef {{ oncolumn: (column: number) => void, onwidth: (column: number, millimetres: number) => void }} HeadActions */

/** What columns without a width are given beside those with one, in millimetres. */
const usual = { ordinal: 12, task: 75, lead: 35, partners: 35, product: 35, time: 25, other: 30 };
const pixelsPerMillimetre = 2.3;
const numberWidth = 40;
const ordinalWidth = 44;

/** @param {Table['columns'][number]} column */
const weight = (column) => column.width ?? usual[column.role];

/** @param {number} width */
function columnOf(width) {
    const column = h('col');
    column.style.width = `${width}px`;
    return column;
}

export class GridView {
    /** @param {string} label @param {HeadActions} actions */
    constructor(label, actions) {
        this.columns = h('colgroup');
        this.head = new HeadView({ ...actions, scale: () => this.scale });
        this.body = h('tbody');
        const properties = { role: 'grid', 'aria-label': label, 'aria-multiselectable': 'true' };
        this.table = h('table', properties, this.columns, this.head.element, this.body);
        this.element = h('div', { class: 'grid-scroll' }, this.table);
        this.heights = new RowHeights();
        /** @type {Map<number, RowView>} */
        this.rows = new Map();
        /** @type {Shown | null} */
        this.shown = null;
        this.active = 0;
        this.scale = pixelsPerMillimetre;
        this.waiting = 0;
        this.width = 0;
        this.element.addEventListener('scroll', () => this.later());
        this.watch = new ResizeObserver(() => this.resized());
        this.watch.observe(this.element);
    }

    /** @param {Shown} shown @param {number} active the row that is entered */
    show(shown, active) {
        const columns = shown.table.columns;
        const other = this.shown?.table.columns !== columns;
        this.shown = shown;
        this.active = active;
        if (other) {
            this.head.show(columns);
            this.layColumns();
        }
        this.head.mark(shown);
        this.table.setAttribute('aria-rowcount', String(shown.table.rows.length + 1));
        this.table.setAttribute('aria-colcount', String(columns.length + 1));
        this.draw();
    }

    layColumns() {
        if (!this.shown) return;
        this.width = this.element.clientWidth;
        const columns = this.shown.table.columns;
        const fixed = columns.map((column) => (column.role === 'ordinal' && !column.width ? ordinalWidth : 0));
        const others = columns.reduce((sum, column, i) => sum + (fixed[i] ? 0 : weight(column)), 0);
        const taken = fixed.reduce((sum, width) => sum + width, numberWidth);
        this.scale = Math.max(pixelsPerMillimetre, (this.width - taken) / Math.max(1, others));
        const widths = columns.map((column, i) => fixed[i] || weight(column) * this.scale);
        this.table.style.width = `${numberWidth + widths.reduce((sum, width) => sum + width, 0)}px`;
        fill(this.columns, ...[numberWidth, ...widths].map(columnOf));
        this.heights.widen(widths);
    }

    resized() {
        if (this.element.clientWidth !== this.width) this.layColumns();
        this.draw();
    }

    later() {
        if (!this.waiting)
            this.waiting = requestAnimationFrame(() => {
                this.waiting = 0;
                this.draw();
            });
    }

    /** The rows in sight, with as many above and below, and the one that is entered. */
    wanted() {
        const table = /** @type {Shown} */ (this.shown).table;
        const near = Math.max(200, this.element.clientHeight / 2);
        const first = this.heights.rowAt(Math.max(0, this.element.scrollTop - near));
        const last = this.heights.rowAt(this.element.scrollTop + this.element.clientHeight + near);
        const rows = Array.from({ length: last - first + 1 }, (_, i) => first + i);
        if (this.active < first) rows.unshift(this.active);
        else if (this.active > last) rows.push(this.active);
        return rows.filter((row) => row < table.rows.length);
    }

    draw() {
        if (!this.shown) return;
        const { table } = this.shown;
        this.heights.layOut(table);
        const wanted = this.wanted();
        this.keepRows(wanted);
        let place = this.body.firstChild;
        let next = 0;
        for (const index of [...wanted, table.rows.length]) {
            if (index > next) this.body.insertBefore(this.gap(next, index), place);
            next = index + 1;
            const view = this.rows.get(index);
            if (!view) continue; // the end
            view.fill(table.rows[index], index, this.shown);
            if (view.element === place) place = place.nextSibling;
            else this.body.insertBefore(view.element, place);
        }
        this.measure();
    }

    /**
     * Elements of rows out of sight become those of rows that come into sight; the others stay where they are, with their focus.
     * @param {number[]} wanted
     */
    keepRows(wanted) {
        for (const gap of this.body.querySelectorAll('.gap')) gap.remove();
        const needed = new Set(wanted);
        const free = [...this.rows].filter(([index]) => !needed.has(index));
        for (const [index, view] of free) (this.rows.delete(index), view.element.remove());
        for (const index of wanted) if (!this.rows.has(index)) this.rows.set(index, free.pop()?.[1] ?? new RowView());
    }

    /** Room for rows that are no elements. @param {number} from @param {number} to */
    gap(from, to) {
        const room = h('td', { colspan: (this.shown?.table.columns.length ?? 0) + 1 });
        room.style.height = `${this.heights.starts[to] - this.heights.starts[from]}px`;
        return h('tr', { class: 'gap', 'aria-hidden': 'true' }, room);
    }

    measure() {
        const rows = this.shown?.table.rows ?? [];
        const heights = [...this.rows].map(([index, view]) => /** @type {const} */ ([index, view.element.offsetHeight]));
        for (const [index, height] of heights) if (height > 0) this.heights.learn(rows[index], height);
    }

    /** @param {number} row @param {number} column of `cellColumn` @returns {HTMLTableCellElement | undefined} if it is an element now */
    cellAt(row, column) {
        return this.rows.get(row)?.cells[column];
    }

    /** Brings a cell into sight. @param {number} row @param {number} column of `cellColumn` */
    reveal(row, column) {
        if (!this.shown) return;
        const box = this.element;
        const head = this.head.element.offsetHeight;
        this.heights.layOut(this.shown.table);
        const [top, bottom] = [this.heights.starts[row], this.heights.starts[row + 1]];
        if (top < box.scrollTop) box.scrollTop = top;
        else if (bottom + head > box.scrollTop + box.clientHeight) box.scrollTop = Math.min(top, bottom + head - box.clientHeight);
        this.draw();
        const cell = this.cellAt(row, column);
        if (!cell) return;
        const [frame, place] = [box.getBoundingClientRect(), cell.getBoundingClientRect()];
        const ceiling = frame.top + box.clientTop + head;
        const floor = frame.top + box.clientTop + box.clientHeight;
        if (place.top < ceiling || place.height > floor - ceiling) box.scrollTop += place.top - ceiling;
        else if (place.bottom > floor) box.scrollTop += place.bottom - floor;
        const left = frame.left + box.clientLeft + numberWidth;
        const right = frame.left + box.clientLeft + box.clientWidth;
        if (place.left < left || place.width > right - left) box.scrollLeft += place.left - left;
        else if (place.right > right) box.scrollLeft += place.right - right;
    }

    close() {
        this.watch.disconnect();
        cancelAnimationFrame(this.waiting);
    }
}
