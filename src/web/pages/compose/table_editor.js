// The appendix table as a grid: keys as in Excel, paste and import from elsewhere.
import { h, useStyle } from '../../shell/dom.js';
import { ownArrows } from '../../parts/own_arrows.js';
import { isBelow } from '../../parts/pointers.js';
import { followClipboard } from './grid/clipboard_events.js';
import { openColumn } from './grid/column_dialog.js';
import { Grid } from './grid/grid.js';
import { followKeys } from './grid/keyboard.js';
import { followPointer } from './grid/pointer.js';
import { changeColumn } from './grid/rows.js';
import { at } from './grid/selection.js';
import { placeOf } from './grid/table.js';
import { gridTools } from './grid/tools.js';
import { t } from './grid/words.js';
import { importInto } from './import/import.js';

export { newTable } from './grid/table.js';

/** @typedef {import('./grid/table.js').Table} Table */
/** @typedef {import('../../shell/api.js').Finding} Finding */

/** @param {Grid} grid @param {string} path below the table */
function reveal(grid, path) {
    const place = path === '' ? { row: 0, column: 0 } : placeOf(grid.table(), path);
    if (!place) return false;
    if (place.row < 0) grid.view.head.focus(place.column);
    else grid.enter(at(place.row, Math.max(0, place.column)));
    return true;
}

/**
 * @param {Table} table
 * @param {{ pointer: string, onchange: (value: Table) => void, onfocus?: (pointer: string) => void }} options pointer: of the
 *     table in the document; onchange: after every change, also while a cell is typed in; onfocus: a cell is entered
 */
export function tableEditor(table, options) {
    /** @type {Grid} */
    const grid = new Grid(table, {
        ...options,
        oncolumn: (column) => openColumn(grid, column),
        onwidth: (column, width) => grid.change((old) => changeColumn(old, column, { width })),
    });
    followKeys(grid);
    followPointer(grid);
    followClipboard(grid);
    const element = h('div', { class: 'grid-editor', role: 'group', 'aria-label': t('grid') });
    const { bar, help } = gridTools(grid, { onimport: importInto(grid, element) });
    element.append(bar, grid.view.element, grid.status.element, help);
    ownArrows(element);
    useStyle('grid').then(() => grid.view.resized());
    return {
        element,
        /** With what is being typed. */
        value: () => grid.value(),
        /** Another table, without a past. @param {Table} other */
        set: (other) => grid.begin(other),
        /** Scrolls to what the pointer names and puts the keyboard there; false: that is none of the table's. @param {string} pointer */
        reveal: (pointer) => isBelow(pointer, options.pointer) && reveal(grid, pointer.slice(options.pointer.length)),
        /** @param {Finding[]} findings of the whole document */
        showFindings: (findings) => grid.showFindings(findings),
        remove() {
            grid.view.close();
            (element.closest('dialog.grid-wide') ?? element).remove();
        },
    };
}
