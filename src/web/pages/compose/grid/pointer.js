// Mouse and fingers in the grid: a click enters a cell, a drag or Shift reaches further, a second click writes in it.
import { at, wholeRows } from './selection.js';

/** @typedef {import('./grid.js').Grid} Grid */

/** @param {Element | null} target @returns {{ row: number, column: number } | null} a column of -1: the number of the row */
function placeOf(target) {
    const cell = /** @type {HTMLTableCellElement | null} */ (target?.closest('tbody td, tbody th') ?? null);
    const row = cell?.closest('tr')?.dataset.row;
    return cell && row !== undefined ? { row: Number(row), column: cell.cellIndex - 1 } : null;
}

/** @param {Grid} grid @param {{ row: number, column: number }} place @param {boolean} extend */
function go(grid, place, extend) {
    const { row, column } = place;
    const to = extend ? { ...grid.selection, endRow: row, endColumn: Math.max(0, column) } : at(row, Math.max(0, column));
    grid.enter(column < 0 ? wholeRows(to, grid.table()) : to);
}

/** Selects as far as the mouse goes, and scrolls where it leaves. @param {Grid} grid */
function drag(grid) {
    let over = JSON.stringify(grid.place());
    const box = grid.view.element;
    const move = (/** @type {MouseEvent} */ event) => {
        const { top, bottom } = box.getBoundingClientRect();
        const step = 24;
        if (event.clientY > bottom - step) box.scrollTop += step;
        else if (event.clientY < top + step) box.scrollTop -= step;
        const place = placeOf(document.elementFromPoint(event.clientX, event.clientY));
        if (!place || JSON.stringify(place) === over) return;
        over = JSON.stringify(place);
        go(grid, place, true);
    };
    window.addEventListener('mousemove', move);
    window.addEventListener('mouseup', () => window.removeEventListener('mousemove', move), { once: true });
}

/** @param {Grid} grid */
export function followPointer(grid) {
    let touch = false;
    grid.view.element.addEventListener('pointerdown', (event) => (touch = event.pointerType === 'touch'));
    grid.view.element.addEventListener('mousedown', (event) => {
        const place = placeOf(/** @type {Element} */ (event.target));
        if (!place || event.button !== 0) return;
        const { input } = grid;
        const isOwn = event.target === input.element;
        if (isOwn && input.isWriting()) return; // the click is the text's
        if (isOwn && event.detail > 1 && !touch) return input.setMode('caret');
        event.preventDefault();
        if (isOwn && touch) return input.edit();
        grid.tabColumn = null;
        go(grid, place, event.shiftKey);
        if (!touch) drag(grid);
    });
}
