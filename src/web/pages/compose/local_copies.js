// What is written but not yet with the service, kept in this browser: a lost connection, a reload or a power cut loses nothing.

/**
 * @typedef {{ key: string, draft: number | null, version: number, document: import('./new_document.js').Document, at: string }} Copy
 *     draft: its id, null where the service does not know it yet; version: the one that was changed
 */

/** @param {string} user */
const prefix = (user) => `vanthu.compose.copy.${user}.`;

/** A name for what one window writes. @param {string} user */
export function newKey(user) {
    return prefix(user) + [...crypto.getRandomValues(new Uint32Array(2))].map((number) => number.toString(36)).join('');
}

/** @param {Copy} copy @returns {boolean} whether the browser kept it */
export function keepCopy(copy) {
    try {
        localStorage.setItem(copy.key, JSON.stringify(copy));
        return true;
    } catch {
        return false; // full, or forbidden
    }
}

/** @param {string} key */
export function dropCopy(key) {
    localStorage.removeItem(key);
}

/** Newest first. @param {string} user @returns {Copy[]} */
export function copies(user) {
    const keys = Object.keys(localStorage).filter((key) => key.startsWith(prefix(user)));
    const found = keys.map((key) => {
        try {
            return JSON.parse(localStorage.getItem(key) ?? '');
        } catch {
            return null;
        }
    });
    return found.filter((copy) => copy?.document).sort((a, b) => (a.at < b.at ? 1 : -1));
}
