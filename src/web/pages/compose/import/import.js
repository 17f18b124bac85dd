import { h } from '../../../shell/dom.js';
/** @param {import('../grid/grid.js').Grid} grid @param {HTMLElement} element */
export function importInto(grid, element) {
    void grid; void element; void h;
    return () => {};
}
