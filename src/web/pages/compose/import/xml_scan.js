// The little of XML that workbooks are made of, read without a DOM, which workers do not have. What declares entities of its
// own is refused: no workbook does.

/** @typedef {Record<string, string>} Attributes names without their prefixes */
/**
 * @typedef {{ open?: (name: string, attributes: Attributes) => void, text?: (text: string) => void, close?: (name: string) => void }}
 *     Reader
 */

/** @type {Record<string, string>} */
const entities = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** @param {string} text */
function unescaped(text) {
    if (!text.includes('&')) return text;
    return text.replace(/&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|(\w+));/g, (whole, hex, decimal, name) => {
        if (name) return entities[name] ?? whole;
        const code = hex ? parseInt(hex, 16) : Number(decimal);
        return code <= 0x10ffff ? String.fromCodePoint(code) : '';
    });
}

/** @param {string} source @returns {Attributes} */
function attributesIn(source) {
    /** @type {Attributes} */
    const found = {};
    const attributes = source.matchAll(/(?:[\w.-]+:)?([\w.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g);
    for (const [, name, double, single] of attributes) found[name] = unescaped(double ?? single);
    return found;
}

/** Names of elements come without their prefixes. @param {string} xml @param {Reader} reader */
export function scan(xml, { open, text, close }) {
    const token = /<!--[^]*?-->|<!\[CDATA\[([^]*?)\]\]>|<\?[^]*?\?>|<(\/?)(?:[\w.-]+:)?([\w.-]+)((?:[^"'>]|"[^"]*"|'[^']*')*)>|([^<]+)/y;
    let at = 0;
    while (at < xml.length) {
        token.lastIndex = at;
        const found = token.exec(xml);
        if (!found) throw new Error(`XML is broken at ${at}`);
        at = token.lastIndex;
        const [, verbatim, slash, name, rest, characters] = found;
        if (characters !== undefined) text?.(unescaped(characters));
        else if (verbatim !== undefined) text?.(verbatim);
        else if (name && slash) close?.(name);
        else if (name) {
            open?.(name, attributesIn(rest));
            if (rest.endsWith('/')) close?.(name);
        }
    }
}
