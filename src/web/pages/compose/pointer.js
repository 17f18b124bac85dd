// JSON Pointers (RFC 6901) into a document. A change gives a new document and leaves the old one as it is.

/** @param {string} pointer */
export function tokensOf(pointer) {
    return pointer
        .split('/')
        .slice(1)
        .map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** @param {any} document @param {string} pointer @returns {any} undefined: there is nothing */
export function valueAt(document, pointer) {
    return tokensOf(pointer).reduce((value, token) => value?.[token], document);
}

/** @param {any} value @param {string[]} tokens @param {any} replacement @returns {any} */
function replaced(value, tokens, replacement) {
    if (!tokens.length) return replacement;
    const [token, ...rest] = tokens;
    const made = replaced(value?.[token], rest, replacement);
    if (Array.isArray(value) || (value === undefined && /^\d+$/.test(token))) {
        const list = [...(value ?? [])];
        list[Number(token)] = made;
        return list;
    }
    const { [token]: _, ...others } = value ?? {};
    return made === undefined ? others : value && token in value ? { ...value, [token]: made } : { ...others, [token]: made };
}

/** Objects and lists on the way are made; undefined takes a member out. @param {any} document @param {string} pointer @param {any} value */
export function withValue(document, pointer, value) {
    return valueAt(document, pointer) === value ? document : replaced(document, tokensOf(pointer), value);
}
