// A file chosen or dropped goes into the grid, after it was looked at.
import { h, useStyle } from '../../../shell/dom.js';
import { at } from '../grid/selection.js';
import { t } from './words.js';

/** @param {import('../grid/grid.js').Grid} grid @param {File} file */
async function begin(grid, file) {
    grid.commit();
    const [{ openImport }] = await Promise.all([import('./dialog.js'), useStyle('import')]);
    const old = grid.table();
    await openImport(file, old, (table, rows) => {
        grid.change(() => table, at(Math.max(0, table.rows.length - rows), 0));
        grid.status.tell(t('taken', { rows, name: file.name }), 'done', { label: t('undo'), action: () => grid.undo() });
    });
}

/**
 * @param {import('../grid/grid.js').Grid} grid
 * @param {HTMLElement} element that files are dropped on
 * @returns {() => void} asks for a file
 */
export function importInto(grid, element) {
    const take = (/** @type {FileList | null | undefined} */ files) => {
        if (files?.length === 1) begin(grid, files[0]);
        else if (files?.length) grid.status.tell(t('oneFile'), 'warning');
    };
    const holdsFiles = (/** @type {DragEvent} */ event) => event.dataTransfer?.types.includes('Files');
    element.dataset.drop = t('drop');
    element.addEventListener('dragover', (event) => {
        if (!holdsFiles(event)) return;
        event.preventDefault();
        element.classList.add('dropping');
    });
    element.addEventListener('dragleave', ({ relatedTarget }) => {
        if (!(relatedTarget instanceof Node && element.contains(relatedTarget))) element.classList.remove('dropping');
    });
    element.addEventListener('drop', (event) => {
        if (!holdsFiles(event)) return;
        event.preventDefault();
        element.classList.remove('dropping');
        take(event.dataTransfer?.files);
    });
    return () => {
        const field = h('input', { type: 'file', accept: '.xlsx,.xlsm,.csv,.tsv,.txt' });
        field.addEventListener('change', () => take(field.files));
        field.click();
    };
}
