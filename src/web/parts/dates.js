// Dates as clerks write them, dd/mm/yyyy, and as data has them, yyyy-mm-dd.

/** @param {number} number */
const two = (number) => String(number).padStart(2, '0');

/** Of this computer's calendar. */
export function today() {
    const now = new Date();
    return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** @param {number} year @param {number} month @param {number} day */
function exists(year, month, day) {
    const date = new Date(Date.UTC(year, month - 1, day));
    return year >= 1900 && year < 2200 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/**
 * 25/1/2021, 25-01-2021, 25.1.2021, 25012021, 25/1/21; 25/1 is of this year. '': there is no such date.
 * @param {string} text
 */
export function isoDate(text) {
    const words = text.trim().replace(/^(\d\d)(\d\d)(\d\d(\d\d)?)$/, '$1/$2/$3');
    const found = /^(\d{1,2})\s*[/.-]\s*(\d{1,2})(?:\s*[/.-]\s*(\d{4}|\d{2}))?$/.exec(words);
    if (!found) return '';
    const [day, month] = [Number(found[1]), Number(found[2])];
    const year = found[3] ? Number(found[3].padStart(4, '20')) : new Date().getFullYear();
    return exists(year, month, day) ? `${year}-${two(month)}-${two(day)}` : '';
}

/** 2021-01-25 → 25/01/2021; what is no such date stays as it is. @param {string | undefined} iso */
export function shownDate(iso) {
    const found = /^(\d{4})-(\d\d)-(\d\d)/.exec(iso ?? '');
    return found ? `${found[3]}/${found[2]}/${found[1]}` : (iso ?? '');
}

/** A moment of the service, in this computer's time: 25/01/2021 10:32; today's without its date. @param {string} moment RFC 3339 */
export function shownTime(moment) {
    const time = new Date(moment);
    if (Number.isNaN(time.getTime())) return moment;
    const clock = `${two(time.getHours())}:${two(time.getMinutes())}`;
    const day = `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())}`;
    return day === today() ? clock : `${shownDate(day)} ${clock}`;
}
