// Rows of a list that is drawn anew: who worked on one by keyboard stays there.
import { fill } from '../shell/dom.js';

/** @param {Element} row @returns {HTMLElement[]} */
const controlsOf = (row) => [...row.querySelectorAll('a, button, input, select')].map((control) => /** @type {HTMLElement} */ (control));

/**
 * The focus goes to the same control of the same row; where the row is gone, of the one in its place.
 * @param {HTMLElement} body
 * @param {HTMLElement[]} rows each with its name in data-row
 */
export function refill(body, rows) {
    const held = /** @type {HTMLElement | null} */ (document.activeElement);
    const row = held && body.contains(held) ? /** @type {HTMLElement | null} */ (held.closest('[data-row]')) : null;
    const place = row ? [...body.children].indexOf(row) : 0;
    const within = row && held ? controlsOf(row).indexOf(held) : 0;
    fill(body, ...rows);
    if (!row) return;
    const next = rows.find(({ dataset }) => dataset.row === row.dataset.row) ?? rows[Math.min(place, rows.length - 1)];
    const control = next && controlsOf(next)[within];
    (control ?? document.getElementById('main'))?.focus();
}
