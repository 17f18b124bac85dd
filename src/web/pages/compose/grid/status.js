// The lines below the grid: what was done, and what the check found.
import { fill, h } from '../../../shell/dom.js';
import { findingLine } from '../../../parts/finding_line.js';

/** @typedef {import('../../../shell/api.js').Finding} Finding */

export class Status {
    /** @param {string} id of the line about the cell that is entered */
    constructor(id) {
        this.told = h('span', { role: 'status' });
        this.offer = h('button', { type: 'button', hidden: true });
        this.cell = h('div', { id, class: 'cell-findings' });
        this.others = h('div', { class: 'table-findings' });
        this.element = h('div', { class: 'grid-status' }, h('p', { class: 'told' }, this.told, this.offer), this.cell, this.others);
    }

    /** @param {string} text @param {'done' | 'warning'} [kind] @param {{ label: string, action: () => void }} [offer] */
    tell(text, kind = 'done', offer) {
        this.told.textContent = text;
        this.told.className = kind;
        this.offer.hidden = !offer;
        if (!offer) return;
        this.offer.textContent = offer.label;
        this.offer.onclick = () => (this.tell(''), offer.action());
    }

    /** About the cell that is entered; returns the id of the line, undefined without findings. @param {Finding[]} findings */
    findings(findings) {
        fill(this.cell, ...findings.map((finding) => findingLine(finding)));
        return findings.length ? this.cell.id : undefined;
    }

    /** About the table as a whole. @param {Finding[]} findings */
    table(findings) {
        fill(this.others, ...findings.map((finding) => findingLine(finding)));
    }
}
