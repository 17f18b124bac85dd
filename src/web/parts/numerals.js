// Numbers as labels count them: I, II; a, b, c, d, đ; 1, 01.

// Annex I of decree 30/2020/NĐ-CP, I.II.6đ: the letters that points are called by.
const letters = [...'abcdđeghiklmnopqrstuvxy'];
// Without C: it is the third letter.
/** @type {[number, string][]} */
const romans = [
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
];

/** @typedef {'number' | 'roman' | 'letter' | 'capital'} Numeral */

/** @param {number} value */
export function roman(value) {
    let text = '';
    for (const [part, digits] of romans) for (; value >= part; value -= part) text += digits;
    return text;
}

/** @param {string} text @returns {number} 0: it is none */
function romanValue(text) {
    let value = 0;
    let rest = text;
    for (const [part, digits] of romans) for (; rest.startsWith(digits); rest = rest.slice(digits.length)) value += part;
    return value > 0 && rest === '' && roman(value) === text ? value : 0;
}

/** @param {Numeral} kind @param {number} value @param {number} [digits] at least; with leading zeros */
export function numeral(kind, value, digits = 1) {
    if (kind === 'number') return String(value).padStart(digits, '0');
    if (kind === 'roman') return roman(value);
    const letter = letters[(value - 1) % letters.length];
    return kind === 'letter' ? letter : letter.toUpperCase();
}

/** @param {string} text @returns {{ kind: Numeral, value: number } | null} I, V, X, L alone are Roman */
export function numeralOf(text) {
    if (/^\d{1,4}$/.test(text)) return { kind: 'number', value: Number(text) };
    const value = romanValue(text);
    if (value) return { kind: 'roman', value };
    const place = letters.indexOf(text.toLowerCase());
    return place < 0 ? null : { kind: text === text.toLowerCase() ? 'letter' : 'capital', value: place + 1 };
}
