// The first rows of what will be imported, with what each column is.
import { h } from '../../../shell/dom.js';
import { roles } from '../grid/table.js';
import { t as gridWords } from '../grid/words.js';
import { t } from './words.js';

/** @typedef {import('../grid/table.js').Role} Role */
/** @typedef {import('../grid/table.js').Row} Row */
/** @typedef {ReturnType<typeof import('./plan.js').planned>} Plan */

export const shownRows = 40;

/**
 * @param {Plan['all'][number]} column
 * @param {number} index
 * @param {(Role | 'skip')} chosen
 * @param {(role: Role | 'skip') => void} choose
 */
function roleHead(column, index, chosen, choose) {
    const option = (/** @type {Role | 'skip'} */ value, /** @type {string} */ text) => h('option', { value, selected: value === chosen }, text);
    const options = [...roles.map((role) => option(role, gridWords(role))), option('skip', t('skip'))];
    const select = h('select', { 'aria-label': t('columnIs', { column: column.title || index + 1 }) }, ...options);
    select.addEventListener('change', () => choose(/** @type {Role | 'skip'} */ (select.value)));
    return h('th', { scope: 'col' }, select, h('span', {}, column.title || gridWords('columnNumber', { column: index + 1 })));
}

/** @param {Row} row @param {number} count */
function previewRow(row, count) {
    if (row.kind === 'task') return h('tr', {}, ...row.cells.map((cell) => h('td', {}, cell)));
    const text = count > 1 ? row.text : [row.label, row.text].filter(Boolean).join(' ');
    return h('tr', { class: 'section' }, count > 1 && h('td', {}, row.label ?? ''), h('td', { colspan: count > 2 && count - 1 }, text));
}

/** @param {Plan} plan @param {(Role | 'skip')[]} chosen @param {(column: number, role: Role | 'skip') => void} choose */
export function previewOf(plan, chosen, choose) {
    const count = plan.table.columns.length;
    // Columns that are left out keep their head, so that they can be taken after all.
    const heads = plan.all.map((column, i) => roleHead(column, i, chosen[i] ?? column.role, (role) => choose(i, role)));
    const left = plan.all.map((_, i) => chosen[i] === 'skip');
    const rows = plan.table.rows.slice(0, shownRows).map((row) => {
        if (!left.includes(true) || row.kind === 'section') return previewRow(row, row.kind === 'section' ? plan.all.length : count);
        let at = 0;
        return h('tr', {}, ...left.map((out) => h('td', { class: out && 'left-out' }, out ? '' : row.cells[at++])));
    });
    const table = h('table', { class: 'list' }, h('thead', {}, h('tr', {}, ...heads)), h('tbody', {}, ...rows));
    return h('div', { class: 'wide import-preview', tabindex: 0, role: 'region', 'aria-label': t('preview') }, table);
}
