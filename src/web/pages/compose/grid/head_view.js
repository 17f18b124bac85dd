// The titles of the grid's columns: each a button that opens what can be done with the column, and an edge to drag.
import { fill, h } from '../../../shell/dom.js';
import { worstOf } from '../../../parts/finding_line.js';
import { matchRole } from './header.js';
import { t } from './words.js';

/** @typedef {import('./table.js').Column} Column */
/**
 * @typedef {{ oncolumn: (column: number) => void, onwidth: (column: number, millimetres: number) => void, scale: () => number }} Actions
 */

export class HeadView {
    /** @param {Actions} actions scale: pixels of a millimetre */
    constructor(actions) {
        this.actions = actions;
        this.row = h('tr', { 'aria-rowindex': 1 });
        this.element = h('thead', {}, this.row);
        /** @type {HTMLButtonElement[]} */
        this.buttons = [];
        this.row.addEventListener('keydown', (event) => this.walk(event));
    }

    /** @param {Column[]} columns */
    show(columns) {
        const focused = this.buttons.indexOf(/** @type {HTMLButtonElement} */ (document.activeElement));
        this.buttons = columns.map((column, index) => this.button(column, index));
        const head = (/** @type {HTMLElement} */ button, /** @type {number} */ index) =>
            h('th', { scope: 'col', 'aria-colindex': index + 2 }, button, this.edge(index));
        fill(this.row, h('td', { class: 'number' }), ...this.buttons.map(head));
        if (focused >= 0) this.focus(Math.min(focused, columns.length - 1));
    }

    /** The role is told where the title does not say it. @param {Column} column @param {number} index */
    button(column, index) {
        const title = column.title || t('columnNumber', { column: index + 1 });
        const open = () => this.actions.oncolumn(index);
        return h(
            'button',
            { type: 'button', tabindex: index === 0 ? 0 : -1, 'aria-haspopup': 'dialog', title: t('changeColumn'), onclick: open },
            h('span', { class: column.title ? 'title' : 'title none' }, title),
            matchRole(column.title).role !== column.role && h('span', { class: 'role' }, t(column.role)),
        );
    }

    /** @param {{ range: import('./table.js').Range, marks: Map<string, import('../../../shell/api.js').Finding[]> }} shown */
    mark({ range, marks }) {
        this.buttons.forEach((button, index) => {
            button.classList.toggle('chosen', index >= range.left && index <= range.right);
            const findings = marks.get(`-1,${index}`);
            for (const kind of ['error', 'warning']) button.classList.toggle(kind, findings !== undefined && worstOf(findings) === kind);
            button.title = findings ? findings.map((finding) => finding.message).join('\n') : t('changeColumn');
        });
    }

    /** @param {number} index */
    focus(index) {
        this.buttons.forEach((button, i) => (button.tabIndex = i === index ? 0 : -1));
        this.buttons[index]?.focus();
    }

    /** Arrows go from title to title. @param {KeyboardEvent} event */
    walk(event) {
        const at = this.buttons.indexOf(/** @type {HTMLButtonElement} */ (event.target));
        const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
        if (at < 0 || !step || event.altKey || event.ctrlKey) return;
        event.preventDefault();
        if (this.buttons[at + step]) this.focus(at + step);
    }

    /** The edge that is dragged: for mice only, the column's dialog has its width too. @param {number} index */
    edge(index) {
        const edge = h('span', { class: 'edge', 'aria-hidden': 'true' });
        edge.addEventListener('pointerdown', (event) => {
            event.preventDefault();
            edge.setPointerCapture(event.pointerId);
            const cell = /** @type {HTMLElement} */ (edge.parentElement);
            const column = /** @type {HTMLElement} */ (this.row.closest('table')?.querySelectorAll('col')[index + 1]);
            const [from, width] = [event.clientX, cell.offsetWidth];
            const widthAt = (/** @type {PointerEvent} */ moved) => Math.max(5 * this.actions.scale(), width + moved.clientX - from);
            edge.onpointermove = (moved) => (column.style.width = `${widthAt(moved)}px`);
            edge.onpointerup = (ended) => {
                edge.onpointermove = edge.onpointerup = null;
                if (ended.clientX !== from) this.actions.onwidth(index, Math.round(Math.min(250, widthAt(ended) / this.actions.scale())));
            };
        });
        return edge;
    }
}
