// What is searched for, and how it stands in the address: #/kho?q=dat&year=2022.

export const names = /** @type {const} */ (['q', 'type', 'year', 'issuer', 'signer', 'agency', 'due_from', 'due_to']);

/** @typedef {{ [name in typeof names[number]]: string }} Search */

/** @param {URLSearchParams} query @returns {Search} */
export function searchOf(query) {
    return /** @type {Search} */ (Object.fromEntries(names.map((name) => [name, query.get(name) ?? ''])));
}

/** @param {Search} search */
export function addressOfSearch(search) {
    const given = names.filter((name) => search[name]).map((name) => [name, search[name]]);
    const words = new URLSearchParams(given).toString();
    return `#/kho${words && `?${words}`}`;
}

/** How many filters are set. @param {Search} search */
export function filtersIn(search) {
    return names.filter((name) => name !== 'q' && search[name]).length;
}

/** @param {string} id @param {string} words that were searched for */
export function addressOfDocument(id, words) {
    return `#/kho/${encodeURIComponent(id)}${words && `?${new URLSearchParams({ q: words })}`}`;
}

let last = '#/kho';

/** The address of the list that was looked at last. */
export function lastList() {
    return last;
}

/** @param {string} address */
export function rememberList(address) {
    last = address;
}
