// What the service found, as the page shows it: what is only missing yet is no error while one writes.
import { tokensOf, valueAt } from './pointer.js';

/**
 * @typedef {import('../../shell/api.js').Finding} Finding
 * @typedef {'error' | 'gap' | 'warning' | 'note'} Weight gap: something is not written yet
 * @typedef {Finding & { pointer: string, weight: Weight }} Weighed
 */

/** Codes of what is only not written yet. */
export const gaps = new Set(['missing-field', 'empty-text', 'too-few-elements', 'no-body']);
/** The number comes from the register, the date with it: the form says so itself. */
const unsaid = new Set(['number-blank', 'date-blank']);
/** Where a finding about the whole document is put right. @type {Record<string, string>} */
const home = { 'no-body': '/articles', 'recipients-missing': '/recipients' };
/** @type {Weight[]} */
const weights = ['error', 'gap', 'warning', 'note'];

/** @param {Finding} finding @param {boolean} strict @returns {Weight} */
function weightOf({ code, severity }, strict) {
    if (!gaps.has(code)) return severity;
    return strict && severity === 'error' ? 'error' : 'gap';
}

/** Findings of one text stand where the text is written. @param {any} document @param {Finding} finding */
function pointerOf(document, { code, pointer = '' }) {
    const at = pointer || home[code] || '';
    if (code !== 'body-ending' || !/^\/attachments\/\d+$/.test(at)) return at;
    return lastText(document, `${at}/sections`);
}

/** @param {any} document @param {string} pointer of a list of sections or items @returns {string} */
function lastText(document, pointer) {
    const list = valueAt(document, pointer);
    if (!list?.length) return pointer;
    const last = `${pointer}/${list.length - 1}`;
    return list.at(-1).items?.length ? lastText(document, `${last}/items`) : `${last}/text`;
}

/**
 * The heaviest first, within a weight in the order of the form.
 * @param {Finding[]} found
 * @param {any} document
 * @param {boolean} strict the document is to leave the desk: what is missing is an error
 * @returns {Weighed[]}
 */
export function weighed(found, document, strict) {
    const kept = found.filter(({ code }) => !unsaid.has(code));
    const all = kept.map((finding) => ({ ...finding, pointer: pointerOf(document, finding), weight: weightOf(finding, strict) }));
    return all.sort((a, b) => weights.indexOf(a.weight) - weights.indexOf(b.weight) || inForm(a.pointer, b.pointer));
}

const order = [
    'kind',
    'type',
    'issuer',
    'number',
    'symbol',
    'place',
    'date',
    'subject',
    'addressees',
    'authority',
    'legal_bases',
    'enactment',
    'articles',
    'sections',
    'recipients',
    'signature',
    'attachments',
];

/** @param {string} a @param {string} b */
function inForm(a, b) {
    const [first, other] = [tokensOf(a), tokensOf(b)];
    const places = [first[0], other[0]].map((name) => (order.indexOf(name) + order.length + 1) % (order.length + 1));
    return places[0] - places[1] || a.localeCompare(b, 'en', { numeric: true });
}

/** @param {Weighed[]} findings @returns {Record<Weight, number>} */
export function counts(findings) {
    const made = { error: 0, gap: 0, warning: 0, note: 0 };
    for (const { weight } of findings) ++made[weight];
    return made;
}
