// What reading told of the file as a whole and of spots on its pages: each leads to its spot.
import { fill, h } from '../../shell/dom.js';
import { t } from './words.js';

/** @typedef {import('../../shell/api.js').Finding} Finding */

/** Told at their values, or so often that they would hide the others: they count among the doubts. */
const toldElsewhere = new Set(['read-missing', 'read-unsure', 'scan-letter-mended']);

/** Hints for the command line say nothing to whom looks at a page. @param {Finding} finding */
function hintOf({ code, hint }) {
    if (code === 'read-attached') return t('hint-attached');
    if (code === 'read-table-aside') return t('hint-table-aside');
    return hint ?? '';
}

/** @param {Finding[]} findings */
export function notesOf(findings) {
    const notes = findings.filter(({ code }) => !toldElsewhere.has(code));
    const weight = { error: 0, warning: 1, note: 2 };
    return notes.sort((a, b) => weight[a.severity] - weight[b.severity] || (a.page ?? 0) - (b.page ?? 0));
}

/** @param {Finding[]} notes @param {(finding: Finding) => void} onshow */
export function notesPanel(notes, onshow) {
    const signs = { error: '✖', warning: '⚠', note: 'ℹ' };
    const line = (/** @type {Finding} */ finding) => {
        const { severity, message, page } = finding;
        const hint = hintOf(finding);
        const where = page && h('button', { type: 'button', onclick: () => onshow(finding) }, t('onPage', { page }));
        return h('li', { class: `finding ${severity}` }, h('span', { 'aria-hidden': true }, `${signs[severity]} `), message, hint && h('small', {}, ` → ${hint}`), ' ', where);
    };
    const panel = h('div', { class: 'notes-panel' });
    fill(panel, notes.length ? h('ul', {}, ...notes.map(line)) : h('p', {}, t('noNotes')));
    return panel;
}
