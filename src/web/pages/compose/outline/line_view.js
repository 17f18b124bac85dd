// A line of the outline: its label, its text, what the check found about it.
import { fill, h } from '../../../shell/dom.js';
import { findingLine } from '../../../parts/finding_line.js';
import { growing } from '../../../parts/growing.js';
import { t } from './words.js';

/** @typedef {import('./lines.js').Line} Line */
/** @typedef {import('../../../shell/api.js').Finding} Finding */

export class LineView {
    /** @param {Line} line @param {string} hint id of what tells the keys */
    constructor(line, hint) {
        this.hint = hint;
        this.label = h('input', { class: 'label', autocomplete: 'off', spellcheck: 'false', maxlength: 50, tabindex: -1 });
        this.text = h('textarea', { rows: 1, spellcheck: 'false', tabindex: -1 });
        this.grow = growing(this.text);
        this.shown = { line, index: -1 };
        this.findings = h('div', { class: 'line-findings', id: `line${line.id}-findings` });
        this.element = h('div', { class: 'line', 'data-line': line.id }, this.label, this.grow.element, this.findings);
    }

    /** @param {Line} line @param {number} index @param {boolean} isCurrent */
    show(line, index, isCurrent) {
        this.setCurrent(isCurrent);
        const isShown = this.text.value === line.text && this.label.value === line.label;
        if (isShown && this.shown.line === line && this.shown.index === index) return;
        this.shown = { line, index };
        this.element.dataset.depth = String(line.depth);
        this.element.style.paddingInlineStart = `${Math.max(0, line.depth - 1) * 1.6}rem`;
        if (this.label.value !== line.label) this.label.value = line.label;
        this.label.size = Math.max(1, line.label.length);
        this.label.setAttribute('aria-label', t('labelOf', { line: index + 1 }));
        const key = line.depth === 0 ? (line.label ? 'heading' : 'headingBare') : line.label ? 'point' : 'pointBare';
        this.text.setAttribute('aria-label', t(key, { label: line.label }));
        this.grow.set(line.text);
    }

    /** The outline is one stop of Tab: its present line. @param {boolean} isCurrent */
    setCurrent(isCurrent) {
        this.element.classList.toggle('current', isCurrent);
        this.text.tabIndex = isCurrent ? 0 : -1;
    }

    /** @param {Finding[]} findings */
    mark(findings) {
        fill(this.findings, ...findings.map((finding) => findingLine(finding)));
        this.text.setAttribute('aria-describedby', findings.length ? `${this.findings.id} ${this.hint}` : this.hint);
        this.text.setAttribute('aria-invalid', String(findings.some((finding) => finding.severity === 'error')));
    }
}
