// Copying, cutting and pasting cells, while one walks over them; within a text they are the text field's.
import { looksLikeOldFont } from '../../../parts/clean_text.js';
import { htmlFrom, matrixFromText, textFrom } from './clipboard.js';
import { matrixFromHtml } from './html_table.js';
import { pasted } from './paste.js';
import { selectionOf } from './selection.js';
import { cleared, columnOf } from './table.js';
import { t } from './words.js';

/** @typedef {import('./grid.js').Grid} Grid */

/** @param {Grid} grid @param {ClipboardEvent} event */
function copy(grid, event) {
    const table = grid.table();
    const range = grid.range();
    event.clipboardData?.setData('text/plain', textFrom(table, range));
    event.clipboardData?.setData('text/html', htmlFrom(table, range));
    event.preventDefault();
}

/** @param {import('./paste.js').Told} told */
function words(told) {
    const parts = [t('pasted', { rows: told.rows, columns: told.columns })];
    if (told.head === 'taken') parts.push(t('headTaken'));
    if (told.head === 'left') parts.push(t('headLeft'));
    if (told.sections > 0) parts.push(t('pastedSections', { sections: told.sections }));
    if (told.passed) parts.push(t('sectionsPassed', { rows: told.passed }));
    if (told.addedRows) parts.push(t('rowsAdded', { rows: told.addedRows }));
    if (told.addedColumns) parts.push(t('columnsAdded', { columns: told.addedColumns }));
    return `${parts.join('; ')}.`;
}

/** @param {DataTransfer} data */
function matrixFrom(data) {
    const html = data.getData('text/html');
    return (html.includes('<t') && matrixFromHtml(html)) || matrixFromText(data.getData('text/plain'));
}

/** @param {Grid} grid @param {DataTransfer} data */
export function paste(grid, data) {
    const matrix = matrixFrom(data);
    const cells = matrix.cells.length * (matrix.cells[0]?.length ?? 0);
    if (cells === 0 || (cells === 1 && matrix.cells[0][0] === '')) return;
    const most = 20000;
    if (matrix.cells.length > most) return grid.status.tell(t('tooManyRows', { most }), 'warning');
    const table = grid.table();
    const made = pasted(table, grid.range(), matrix);
    // Ordinals that are pasted stay as they are.
    const sequence = made.told.head !== 'taken' && made.range.left > columnOf(table, 'ordinal');
    grid.change(() => made.table, selectionOf(made.range), { moved: cells > 1, sequence });
    if (looksLikeOldFont(matrix.cells.flat().join(' ').slice(0, 20000))) grid.status.tell(t('oldFont'), 'warning', undoOf(grid));
    else if (cells > 1) grid.status.tell(words(made.told), 'done', undoOf(grid));
}

/** @param {Grid} grid */
const undoOf = (grid) => ({ label: t('undo'), action: () => grid.undo() });

/** @param {Grid} grid */
export function followClipboard(grid) {
    const field = grid.input.element;
    // Where nothing is selected some browsers tell of no copying: the text of an empty cell becomes a space meanwhile.
    field.addEventListener('keydown', (event) => {
        const copies = (event.ctrlKey || event.metaKey) && ['c', 'x'].includes(event.key.toLowerCase());
        if (!copies || grid.input.isWriting() || field.value !== '') return;
        field.value = ' ';
        field.select();
        setTimeout(() => !grid.input.isWriting() && field.value === ' ' && (field.value = ''));
    });
    field.addEventListener('copy', (event) => !grid.input.isWriting() && copy(grid, event));
    field.addEventListener('cut', (event) => {
        if (grid.input.isWriting()) return;
        copy(grid, event);
        grid.change((table) => cleared(table, grid.range()));
    });
    field.addEventListener('paste', (event) => {
        if (grid.input.isWriting() || !event.clipboardData) return;
        event.preventDefault();
        paste(grid, event.clipboardData);
    });
}
