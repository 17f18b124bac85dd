// Numbers of a workbook as Excel shows them in a Vietnamese office: 0,5; 1.500.000; 95%; 31/12/2025.

/**
 * @typedef {{ date: string } | { percent: boolean, decimals: number, least: number, most: number, thousands: boolean, before: string,
 *     after: string } | null} Format null: as the number is; date: which parts it shows
 */

/** Formats that workbooks name by number only. @type {Record<number, string>} */
const builtIn = {
    ...{ 1: '0', 2: '0.00', 3: '#,##0', 4: '#,##0.00', 9: '0%', 10: '0.00%', 37: '#,##0', 38: '#,##0', 39: '#,##0.00', 40: '#,##0.00', 49: '@' },
    ...{ 14: 'dd/mm/yyyy', 15: 'dd/mm/yyyy', 16: 'dd/mm', 17: 'mm/yyyy', 18: 'h:mm', 19: 'h:mm:ss', 20: 'h:mm', 21: 'h:mm:ss' },
    ...{ 22: 'dd/mm/yyyy h:mm', 45: 'h:mm:ss', 46: 'h:mm:ss', 47: 'h:mm:ss' },
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

/** @param {number} id @param {string | undefined} custom @returns {Format} */
export function formatOf(id, custom) {
    const code = pattern(custom ?? builtIn[id] ?? '');
    const bare = code.replace(/"[^"]*"|\\./g, '');
    if (/[dmyhs]/i.test(bare.replace(/general/gi, ''))) return { date: dateParts(bare) };
    const digits = /[#0?][#0?,.]*/.exec(bare)?.[0];
    if (!digits || /general|@|\/|E\+/i.test(bare)) return null;
    const [whole, fraction = ''] = digits.split('.');
    const place = /[#0?](?:[#0?,.]|"[^"]*"(?=[#0?,.])|\\.(?=[#0?,.]))*/.exec(code);
    const around = place ? [code.slice(0, place.index), code.slice(place.index + place[0].length)] : ['', ''];
    return {
        percent: bare.includes('%'),
        decimals: fraction.replace(/[^0?]/g, '').length,
        least: whole.replace(/[^0]/g, '').length,
        most: fraction.replace(/[^#0?]/g, '').length,
        thousands: /[#0],[#0]/.test(whole),
        before: literal(around[0]),
        after: literal(around[1]),
    };
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
    const shown = Math.abs(format.percent ? value * 100 : value);
    const fixed = Number(shown.toPrecision(15)).toFixed(Math.min(format.most, 15));
    let [whole, fraction = ''] = fixed.split('.');
    while (fraction.length > format.decimals && fraction.endsWith('0')) fraction = fraction.slice(0, -1);
    whole = whole.padStart(format.least, '0');
    if (format.thousands) whole = whole.replace(/\B(?=(\d{3})+$)/g, '.');
    const sign = value < 0 && /[1-9]/.test(fixed) ? '-' : '';
    return sign + format.before + whole + (fraction && `,${fraction}`) + format.after;
}
