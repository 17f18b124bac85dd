// Numbers of a workbook as Excel shows them in a Vietnamese office: 0,5; 1.500.000; 95%; 31/12/2025.
import { decimal } from './decimal.js';

/**
 * @typedef {{ date: string } | { elapsed: string, parts: string } | { shift: number, decimals: number, least: number, most: number,
 *     thousands: boolean, mask: string[] | null, before: string, after: string } | null} Format null: as the number is; date: which parts
 *     it shows; elapsed: h, hh, m…: what goes on counting, parts: what is shown behind; shift: of the point; mask: of the whole part where
 *     other signs stand between its digits
 */

/** Formats that workbooks name by number only. @type {Record<number, string>} */
const builtIn = {
    ...{ 1: '0', 2: '0.00', 3: '#,##0', 4: '#,##0.00', 9: '0%', 10: '0.00%', 37: '#,##0', 38: '#,##0', 39: '#,##0.00', 40: '#,##0.00', 49: '@' },
    ...{ 14: 'dd/mm/yyyy', 15: 'dd/mm/yyyy', 16: 'dd/mm', 17: 'mm/yyyy', 18: 'h:mm', 19: 'h:mm:ss', 20: 'h:mm', 21: 'h:mm:ss' },
    ...{ 22: 'dd/mm/yyyy h:mm', 45: 'h:mm:ss', 46: '[h]:mm:ss', 47: 'h:mm:ss' },
};

/** The first of up to four parts, without colours, conditions and what only fills up space. @param {string} code */
function pattern(code) {
    const part = /^(?:[^;"\\[]|"[^"]*"|\\.|\[[^\]]*\])*/.exec(code)?.[0] ?? '';
    return part
        .replace(/\[\$([^\]-]*)[^\]]*\]/g, '"$1"')
        .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
        .replace(/[_*]./g, '');
}

/** @param {string} text as in the format */
const literal = (text) => text.replace(/"([^"]*)"|\\(.)/g, (_, quoted, escaped) => quoted ?? escaped);

/** @param {string} bare without literals @returns {string} of d, m, y, h, s: which stand in it */
function dateParts(bare) {
    const letters = bare
        .toLowerCase()
        .replace(/am\/pm|a\/p/g, '')
        .replace(/general/g, '');
    const time = /h|s/.test(letters);
    const month = /m/.test(time ? letters.replace(/(h[^dy]*?)m+/g, '$1').replace(/m+([^dy]*?s)/g, '$1') : letters);
    return [/d/.test(letters) && 'd', month && 'm', /y/.test(letters) && 'y', time && 'h', /s/.test(letters) && 's'].filter(Boolean).join('');
}

/** @param {string} bare without literals @returns {Format} */
function timeFormat(bare) {
    const elapsed = /\[(h+|m+|s+)\]/i.exec(bare);
    if (!elapsed) return { date: dateParts(bare) };
    const rest = bare.slice(elapsed.index + elapsed[0].length).toLowerCase();
    return { elapsed: elapsed[1].toLowerCase(), parts: ['m', 's'].filter((part) => rest.includes(part)).join('') };
}

/** From its first digit to its last: digits, points and commas one by one, what stands between them in pieces. @param {string} code */
function numberPart(code) {
    const pieces = code.match(/"[^"]*"|\\.|./gs) ?? [];
    const isDigit = (/** @type {string} */ piece) => /^[#0?]$/.test(piece);
    const from = pieces.findIndex(isDigit);
    let end = pieces.findLastIndex(isDigit) + 1;
    while (pieces[end] === ',') ++end;
    return { before: pieces.slice(0, Math.max(0, from)), inside: pieces.slice(Math.max(0, from), end), after: pieces.slice(end) };
}

/** @param {number} id @param {string | undefined} custom @returns {Format} */
export function formatOf(id, custom) {
    const code = pattern(custom ?? builtIn[id] ?? '');
    const bare = code.replace(/"[^"]*"|\\./g, '');
    if (/[dmyhs]/i.test(bare.replace(/general/gi, ''))) return timeFormat(bare);
    if (!/[#0?]/.test(bare) || /general|@|\/|E\+/i.test(bare)) return null;
    const { before, inside, after } = numberPart(code);
    const point = inside.indexOf('.');
    const [whole, fraction] = point < 0 ? [inside, []] : [inside.slice(0, point), inside.slice(point + 1)];
    const count = (/** @type {string[]} */ pieces, /** @type {string} */ wanted) => pieces.filter((piece) => wanted.includes(piece)).length;
    // Commas behind the digits make thousands of it, or millions.
    const scale = count(fraction, ',') + (/,+$/.exec(whole.join(''))?.[0].length ?? 0);
    const isMasked = whole.some((piece) => !'#0?,'.includes(piece));
    return {
        shift: (bare.includes('%') ? 2 : 0) - 3 * scale,
        decimals: count(fraction, '0?'),
        least: count(whole, '0'),
        most: count(fraction, '#0?'),
        thousands: /[#0?],[#0?]/.test(whole.join('')),
        mask: isMasked ? whole.filter((piece) => piece !== ',').map((piece) => ('#0?'.includes(piece) ? piece : literal(piece))) : null,
        before: literal(before.join('')),
        after: literal(after.join('')),
    };
}

/** The digits from the right on in the places of a mask; what is left over goes before. @param {string} whole @param {string[]} mask */
function masked(whole, mask) {
    let left = whole;
    const shown = [...mask].reverse().map((piece) => {
        if (!'#0?'.includes(piece)) return piece;
        const digit = left.slice(-1) || (piece === '0' ? '0' : '');
        left = left.slice(0, -1);
        return digit;
    });
    return left + shown.reverse().join('');
}

/** @param {number} value days @param {string} unit @param {string} parts */
function elapsedText(value, unit, parts) {
    const seconds = Math.round(Math.abs(value) * 86400);
    const size = { h: 3600, m: 60, s: 1 }[unit[0]] ?? 1;
    const two = (/** @type {number} */ number) => String(Math.floor(number)).padStart(2, '0');
    const shown = [String(Math.floor(seconds / size)).padStart(unit.length, '0')];
    if (parts.includes('m')) shown.push(two((seconds % 3600) / 60));
    if (parts.includes('s')) shown.push(two(seconds % 60));
    return (value < 0 ? '-' : '') + shown.join(':');
}

/** Without the noise of binary fractions. @param {number} value */
const shortest = (value) => String(Number(value.toPrecision(15))).replace('.', ',');

/** @param {number} value days since the end of 1899 @param {string} parts @param {boolean} from1904 */
function dateText(value, parts, from1904) {
    const days = from1904 ? value + 1462 : value < 60 ? value + 1 : value; // Excel counts a 29 February 1900
    const seconds = Math.round((days - 25569) * 86400);
    const day = new Date(seconds * 1000);
    if (Number.isNaN(day.getTime())) return shortest(value);
    const two = (/** @type {number} */ number) => String(number).padStart(2, '0');
    const date = [
        parts.includes('d') && two(day.getUTCDate()),
        parts.includes('m') && two(day.getUTCMonth() + 1),
        parts.includes('y') && String(day.getUTCFullYear()),
    ].filter(Boolean);
    const minutes = parts.includes('h') ? `${two(day.getUTCHours())}:${two(day.getUTCMinutes())}` : '';
    const time = parts.includes('s') ? `${minutes}:${two(day.getUTCSeconds())}` : minutes;
    return [date.join('/'), time].filter(Boolean).join(' ');
}

/** @param {number} value @param {Format} format @param {boolean} [from1904] how the workbook counts days */
export function numberText(value, format, from1904 = false) {
    if (!format) return shortest(value);
    if ('date' in format) return dateText(value, format.date, from1904);
    if ('elapsed' in format) return elapsedText(value, format.elapsed, format.parts);
    let [whole, fraction] = decimal(value, format.most, format.shift);
    const sign = value < 0 && /[1-9]/.test(whole + fraction) ? '-' : '';
    while (fraction.length > format.decimals && fraction.endsWith('0')) fraction = fraction.slice(0, -1);
    whole = whole.padStart(format.least, '0');
    if (format.thousands) whole = whole.replace(/\B(?=(\d{3})+$)/g, '.');
    if (format.mask) whole = masked(whole === '0' ? '' : whole, format.mask);
    return sign + format.before + whole + (fraction && `,${fraction}`) + format.after;
}
