// What can be done with a column: title, meaning, width, place; a new one beside it; away with it.
import { h, labelled } from '../../../shell/dom.js';
import { t as shell } from '../../../shell/language.js';
import { cleanLine } from '../../../parts/clean_text.js';
import { addColumn, changeColumn, deleteColumn, moveColumn } from './rows.js';
import { at } from './selection.js';
import { roles } from './table.js';
import { t } from './words.js';

/** @typedef {import('./grid.js').Grid} Grid */
/** @typedef {import('./table.js').Column} Column */

/** @param {HTMLInputElement} field @returns {number | undefined} */
function widthIn(field) {
    const width = Number(field.value.replace(',', '.'));
    return field.value.trim() === '' || !Number.isFinite(width) ? undefined : Math.max(5, Math.min(250, width));
}

/** @param {Column} column */
function fieldsFor(column) {
    const title = h('input', { value: column.title, maxlength: 2000, autofocus: true });
    const role = h('select', {}, ...roles.map((one) => h('option', { value: one, selected: one === column.role }, t(one))));
    const width = h('input', { type: 'number', min: 5, max: 250, step: 'any', value: column.width ?? '' });
    return { title, role, width };
}

/** @param {Grid} grid @param {number} index */
export function openColumn(grid, index) {
    grid.commit();
    const { columns } = grid.table();
    const fields = fieldsFor(columns[index]);
    const { row } = grid.selection;
    const written = () => {
        const chosen = /** @type {Column['role']} */ (fields.role.value);
        const change = { title: cleanLine(fields.title.value), role: chosen, width: widthIn(fields.width) };
        const { title, role, width } = columns[index];
        const same = title === change.title && role === change.role && width === change.width;
        return same ? grid.table() : changeColumn(grid.table(), index, change);
    };
    /**
     * Closes, with what was written and a further change as one step.
     * @param {number} column to stand in then
     * @param {(table: import('./table.js').Table) => import('./table.js').Table} [further]
     */
    const take = (column, further = (table) => table) => {
        dialog.close();
        grid.change(() => further(written()), at(row, Math.max(0, column)));
    };
    const button = (/** @type {string} */ label, /** @type {() => void} */ action, disabled = false) =>
        h('button', { type: 'button', onclick: action, disabled }, label);
    const last = columns.length - 1;
    const dialog = h(
        'dialog',
        { class: 'column-dialog', 'aria-label': t('columnDialog'), onclose: () => dialog.remove() },
        h(
            'form',
            { method: 'dialog', onsubmit: (/** @type {Event} */ event) => (event.preventDefault(), take(index)) },
            h('h2', {}, t('columnDialog')),
            labelled(t('columnTitle'), fields.title),
            labelled(t('columnRole'), fields.role, t('columnRoleHint')),
            labelled(t('columnWidth'), fields.width, t('columnWidthHint')),
            h(
                'div',
                { class: 'row' },
                button(t('columnLeft'), () => take(index - 1, (table) => moveColumn(table, index, index - 1)), index === 0),
                button(t('columnRight'), () => take(index + 1, (table) => moveColumn(table, index, index + 1)), index === last),
                button(t('columnBefore'), () => take(index, (table) => addColumn(table, index, { title: '', role: 'other' }))),
                button(t('columnAfter'), () => take(index + 1, (table) => addColumn(table, index + 1, { title: '', role: 'other' }))),
                button(t('columnDelete'), () => take(index === last ? index - 1 : index, (table) => deleteColumn(table, index)), last === 0),
            ),
            h(
                'div',
                { class: 'row end' },
                h('button', { class: 'primary' }, t('take')),
                button(shell('cancel'), () => dialog.close()),
            ),
        ),
    );
    document.body.append(dialog);
    dialog.showModal();
    fields.title.select();
}
