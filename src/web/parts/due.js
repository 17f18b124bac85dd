// When a task is due, in a clerk's words.
import { h } from '../shell/dom.js';
import { shownDate, today } from './dates.js';
import { t } from './words.js';

/** @typedef {{ from?: string, to?: string, recurrence?: string }} Time ISO 8601: 2021, 2021-06, 2021-06-30; --12-10: in each year */

const soon = 7;
const longAgo = 60;

/** The last day of a year, a month or a day. @param {string} date */
function lastDay(date) {
    if (/^\d{4}$/.test(date)) return `${date}-12-31`;
    const month = /^(\d{4})-(\d\d)$/.exec(date);
    if (!month) return /^\d{4}-\d\d-\d\d$/.test(date) ? date : '';
    return `${date}-${new Date(Date.UTC(Number(month[1]), Number(month[2]), 0)).getUTCDate()}`;
}

/** The day on which a task that is done once is due; '': it has none, or comes again. @param {Time} time */
export function dueDay({ from = '', to = '', recurrence = '' }) {
    return recurrence ? '' : lastDay(to || from);
}

/** @param {string} from @param {string} to ISO days */
function daysBetween(from, to) {
    return Math.round((Date.parse(to) - Date.parse(from)) / 86400000);
}

/**
 * How far off it is, by sign and words; nothing for what is far.
 * @param {string} day ISO, or ''
 */
export function dueBadge(day) {
    if (!day) return null;
    const days = daysBetween(today(), day);
    if (days < 0) return h('span', { class: 'badge error' }, `⚠ ${days < -longAgo ? t('longOverdue') : t('overdue', { days: -days })}`);
    if (days === 0) return h('span', { class: 'badge warning' }, `◔ ${t('dueToday')}`);
    return days <= soon ? h('span', { class: 'badge warning' }, `◔ ${t('dueIn', { days })}`) : null;
}

/**
 * A deadline as its document says it, with the day that it means.
 * @param {Time & { raw: string }} time
 */
export function dueText(time) {
    const day = dueDay(time);
    const shown = day && shownDate(day);
    if (!shown || time.raw.includes(shown)) return h('div', { class: 'due' }, time.raw || t('noDue'), ' ', dueBadge(day));
    return h('div', { class: 'due' }, h('span', { class: 'day' }, shown), ' ', dueBadge(day), h('small', {}, time.raw));
}
