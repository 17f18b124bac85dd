// What is written but not yet with the service, kept in this browser: a lost connection, a reload or a power cut loses nothing.
import { dropHere, keepHere, keptHere, prefixOf } from './kept_here.js';

/**
 * @typedef {{ key: string, draft: number | null, version: number, document: import('./new_document.js').Document, at: string }} Copy
 *     draft: its id, null where the service does not know it yet; version: the one that was changed
 */

const area = 'copy';

/** A name for what one window writes. @param {string} user */
export function newKey(user) {
    return prefixOf(area, user) + [...crypto.getRandomValues(new Uint32Array(2))].map((number) => number.toString(36)).join('');
}

/** @param {Copy} copy @returns {boolean} whether the browser kept it */
export const keepCopy = (copy) => keepHere(copy.key, copy);

/** @param {string} key */
export const dropCopy = (key) => dropHere(key);

/** Newest first. @param {string} user @returns {Copy[]} */
export function copies(user) {
    return keptHere(prefixOf(area, user)).sort((a, b) => (a.at < b.at ? 1 : -1));
}
