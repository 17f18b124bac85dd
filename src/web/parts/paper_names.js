// What a document is called in lists.
import { shownDate } from './dates.js';
import { t } from './words.js';

/** @typedef {{ type?: string, number?: string, symbol?: string, date?: string, subject?: string, source?: string }} Named */

/** "52/QĐ-UBND", "…/QĐ-UBND" where only the number is missing; '': it has none. @param {Named} paper */
export function numberOf({ number = '', symbol = '' }) {
    // The line that is printed below it in old files is no part of it.
    const own = symbol.replace(/[\s*:_–-]+$/, '');
    return own ? `${number || '…'}/${own}` : number;
}

/** A number of the register: two digits at least. @param {number} number */
export function registerNumber(number) {
    return String(number).padStart(2, '0');
}

/** @param {{ number: number, symbol: string }} entry of the register */
export function numberOfEntry({ number, symbol }) {
    return numberOf({ number: registerNumber(number), symbol });
}

/** "Quyết định số 52/QĐ-UBND ngày 12/03/2021", as far as it is known; else the name of its file. @param {Named} paper */
export function nameOf(paper) {
    const number = numberOf(paper);
    const parts = [paper.type, number && t('numbered', { number }), paper.date && t('dated', { date: shownDate(paper.date) })];
    return (number || paper.type ? parts.filter(Boolean).join(' ') : '') || paper.source || t('nameless');
}

/** Its subject; where none was recognised, the name of its file. @param {Named} paper */
export function subjectOf(paper) {
    return paper.subject || paper.source || t('nameless');
}
