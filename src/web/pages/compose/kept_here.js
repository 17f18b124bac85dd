// What this browser keeps for a user: entries of JSON below a prefix of their own.

/** No name of a user has a slash, so that no user's prefix begins another's. @param {string} area @param {string} user */
export const prefixOf = (area, user) => `vanthu.compose.${area}.${encodeURIComponent(user)}/`;

/** @param {string} key @param {any} value @returns {boolean} whether the browser kept it */
export function keepHere(key, value) {
    try {
        localStorage.setItem(key, JSON.stringify(value));
        return true;
    } catch {
        return false; // full, or forbidden
    }
}

/** @param {string} key */
export function dropHere(key) {
    localStorage.removeItem(key);
}

/** @param {string} prefix @returns {any[]} what can be read of it */
export function keptHere(prefix) {
    const keys = Object.keys(localStorage).filter((key) => key.startsWith(prefix));
    const found = keys.map((key) => {
        try {
            return JSON.parse(localStorage.getItem(key) ?? '');
        } catch {
            return null;
        }
    });
    return found.filter((value) => value?.document);
}
