// Which tasks are asked for, and how it stands in the address: #/viec?han=qua-han&lead=so+tai+chinh.
import { today } from '../../parts/dates.js';

export const periods = /** @type {const} */ (['', 'qua-han', 'tuan-nay', 'thang-nay', 'quy-nay', 'tu-den']);
/** @typedef {typeof periods[number]} Period */
/** @typedef {{ q: string, lead: string, partner: string, han: Period, due_from: string, due_to: string }} TaskSearch */

/** @param {URLSearchParams} query @returns {TaskSearch} */
export function searchOf(query) {
    const get = (/** @type {string} */ name) => query.get(name) ?? '';
    const [due_from, due_to] = [get('due_from'), get('due_to')];
    const han = periods.find((one) => one === get('han')) ?? '';
    return { q: get('q'), lead: get('lead'), partner: get('partner'), han: due_from || due_to ? 'tu-den' : han, due_from, due_to };
}

/** @param {TaskSearch} search */
export function addressOfTasks(search) {
    const own = search.han === 'tu-den' ? search : { ...search, due_from: '', due_to: '' };
    const words = new URLSearchParams(Object.entries(own).filter(([, value]) => value)).toString();
    return `#/viec${words && `?${words}`}`;
}

/** @param {Date} date */
const iso = (date) => date.toISOString().slice(0, 10);

/**
 * The days of a period, both within. Weeks begin on Monday.
 * @param {Period} period @param {string} day ISO, today
 */
export function daysOf(period, day) {
    const [year, month, date] = day.split('-').map(Number);
    const at = (/** @type {number} */ m, /** @type {number} */ d) => iso(new Date(Date.UTC(year, m, d)));
    const weekday = (new Date(Date.UTC(year, month - 1, date)).getUTCDay() + 6) % 7;
    const quarter = Math.floor((month - 1) / 3) * 3;
    switch (period) {
        case 'qua-han':
            return { due_from: '', due_to: at(month - 1, date - 1) };
        case 'tuan-nay':
            return { due_from: at(month - 1, date - weekday), due_to: at(month - 1, date - weekday + 6) };
        case 'thang-nay':
            return { due_from: at(month - 1, 1), due_to: at(month, 0) };
        case 'quy-nay':
            return { due_from: at(quarter, 1), due_to: at(quarter + 3, 0) };
        default:
            return { due_from: '', due_to: '' };
    }
}

/** The question to the service. @param {TaskSearch} search @returns {Record<string, string>} */
export function askedFor({ q, lead, partner, han, due_from, due_to }) {
    const days = han === 'tu-den' ? { due_from, due_to } : daysOf(han, today());
    // What is done once can be overdue; what comes again each year, on no known day, is due in no week.
    const kinds = { 'qua-han': 'once', 'tuan-nay': 'day', 'thang-nay': 'day' };
    const due_kind = kinds[/** @type {keyof typeof kinds} */ (han)] ?? '';
    return Object.fromEntries(
        Object.entries({ q: q.trim(), lead: lead.trim(), partner: partner.trim(), ...days, due_kind }).filter(([, value]) => value),
    );
}
