// All findings below the form: how many of each weight, a click or F8 leads to each.
import { fill, h } from '../../shell/dom.js';
import { counts } from './findings.js';
import { fixableLink } from './finding_marks.js';
import { t } from './words.js';

/** @typedef {import('./findings.js').Weighed} Weighed */
/** @typedef {import('./finding_marks.js').Guide} Guide */

export class FindingsBar {
    /** @param {Guide} guide @param {import('./finding_marks.js').Fixes} fixes @param {() => void} fixAll */
    constructor(guide, fixes, fixAll) {
        this.guide = guide;
        this.fixes = fixes;
        /** @type {Weighed[]} */
        this.findings = [];
        this.next = 0;
        this.counts = h('summary', {});
        this.list = h('ul', { class: 'findings' });
        this.details = h('details', {}, this.counts, this.list);
        this.fixAll = h('button', { type: 'button', onclick: fixAll });
        this.element = h('section', { class: 'findings-bar', 'aria-label': t('findings') }, this.details, this.fixAll);
    }

    /** @param {Weighed[]} findings */
    show(findings) {
        const isSame = JSON.stringify(findings) === JSON.stringify(this.findings);
        this.findings = findings;
        if (isSame && this.counts.hasChildNodes()) return;
        const number = counts(findings);
        const words = /** @type {const} */ (['error', 'gap', 'warning', 'note']).filter((weight) => number[weight]);
        const badges = words.map((weight) =>
            h('span', { class: `badge ${weight}` }, t(/** @type {any} */ (`count-${weight}`), { number: number[weight] })),
        );
        fill(this.counts, ...(badges.length ? badges : [h('span', { class: 'badge done' }, t('noFindings'))]));
        const fixable = findings.filter((finding) => finding.weight !== 'gap' && this.fixes.can(finding)).length;
        this.fixAll.textContent = t('fixAll', { number: fixable });
        this.fixAll.hidden = fixable < 2;
        fill(this.list, ...findings.map((finding) => fixableLink(finding, this.fixes, this.guide)));
    }

    /** Leads to the next finding, from the last to the first. */
    forward() {
        if (!this.findings.length) return;
        this.next %= this.findings.length;
        this.guide.reveal(this.findings[this.next++].pointer);
    }
}
