// What a person wrote last, by kind of document, on this computer: the next document begins with it.

/**
 * @typedef {{ issuer?: any, place?: string, anySymbol?: string, symbol?: string, authority?: string, signature?: any, recipients?: string[], filing?: string }} Remembered
 * @typedef {{ common?: Remembered, kinds?: Record<string, Remembered> }} Memory
 */

/** @param {string} user */
const keyOf = (user) => `vanthu.compose.last.${user}`;

/** @param {string} user @returns {Memory} */
function memory(user) {
    try {
        return JSON.parse(localStorage.getItem(keyOf(user)) ?? '{}');
    } catch {
        return {};
    }
}

/** @param {{ kind: string, type?: string }} document */
const nameOf = ({ kind, type }) => `${kind}:${type ?? ''}`;

/** @param {string} user @param {{ kind: string, type?: string }} form @returns {Remembered} */
export function remembered(user, form) {
    const { common, kinds } = memory(user);
    return { ...common, ...kinds?.[nameOf(form)] };
}

/** @param {string} user @param {import('./new_document.js').Document} document */
export function remember(user, document) {
    if (!document.issuer?.name) return;
    const kept = memory(user);
    const { symbol, authority, signature, recipients } = document;
    const filing = recipients?.findLast((/** @type {string} */ text) => text.startsWith('Lưu'));
    const own = { symbol, authority, signature, recipients: recipients?.filter((/** @type {string} */ text) => text !== '') };
    kept.common = { issuer: document.issuer, place: document.place, anySymbol: symbol, signature, filing };
    kept.kinds = { ...kept.kinds, [nameOf(/** @type {any} */ (document))]: own };
    try {
        localStorage.setItem(keyOf(user), JSON.stringify(kept));
    } catch {
        // A full or forbidden store of the browser: the next document begins empty, nothing else.
    }
}
