// Findings that have one obvious remedy, and the document after it.
import { cleanLine } from '../../parts/clean_text.js';
import { spliced } from '../../parts/lists.js';
import { symbolFor } from './document_types.js';
import { tokensOf, valueAt, withValue } from './pointer.js';
import { areInOrder, renumbered } from './texts.js';

/**
 * @typedef {import('./new_document.js').Document} Document
 * @typedef {{ code: string, pointer: string }} Found
 */

/** @param {string} text @param {string} mark */
const endingWith = (text, mark) => text.replace(/[\s.,;:/]+$/, '') + mark;

/** The text at the pointer, changed. @param {(text: string) => string} change */
function text(change) {
    return (/** @type {Document} */ document, /** @type {string} */ pointer) => {
        const old = valueAt(document, pointer);
        return typeof old === 'string' ? withValue(document, pointer, change(old)) : document;
    };
}

/** Entries end with ; and the last with a full stop. @param {Document} document @param {string} pointer */
function ending(document, pointer) {
    const [list, index] = tokensOf(pointer);
    const last = document[list].findLastIndex((/** @type {string} */ entry) => entry !== '');
    return text((old) => endingWith(old, Number(index) >= last ? '.' : ';'))(document, pointer);
}

/** @param {Document} document @param {string} pointer */
function bodyEnding(document, pointer) {
    const [list] = tokensOf(pointer);
    const next = text((old) => endingWith(old, './.'))(document, pointer);
    if (list !== 'articles') return next;
    const last = next.articles.length - 1; // an article that was the last before does not end the text any more
    const inner = (/** @type {string} */ old) => old.replace(/\.\/\.$/, '.');
    const articles = next.articles.map((/** @type {any} */ article, /** @type {number} */ i) =>
        i === last ? article : { ...article, paragraphs: article.paragraphs.map(inner) },
    );
    return { ...next, articles };
}

/** An empty entry of a list goes. @param {Document} document @param {string} pointer */
function withoutEntry(document, pointer) {
    const list = pointer.slice(0, pointer.lastIndexOf('/'));
    const values = valueAt(document, list);
    return Array.isArray(values) && values.length > 1
        ? withValue(document, list, spliced(values, Number(pointer.slice(list.length + 1)), 1))
        : document;
}

/** @param {Document} document @param {string} pointer */
const without = (document, pointer) => withValue(document, pointer, undefined);

/** @param {Document} document */
function withFiling(document) {
    const others = (document.recipients ?? []).filter((/** @type {string} */ entry) => entry !== '' && !entry.startsWith('Lưu'));
    return { ...document, recipients: [...others.map((/** @type {string} */ entry) => endingWith(entry, ';')), 'Lưu: VT.'] };
}

/** @param {string} name */
const nameCase = (name) => name.toLocaleLowerCase('vi').replace(/(^|[\s-])\p{L}/gu, (letter) => letter.toLocaleUpperCase('vi'));

/** @type {[RegExp, string][]} */
const marks = [
    [/^(T\/M|TM\/)\s*/, 'TM. '],
    [/^(K\/T|KT\/)\s*/, 'KT. '],
    [/^(T\/UQ|TUQ\/)\s*/, 'TUQ. '],
    [/^(T\/L|TL\/)\s*/, 'TL. '],
    [/^Q\/\s*/, 'Q. '],
];

/** @type {Record<string, (document: Document, pointer: string, symbol: string) => Document>} */
const fixes = {
    'basis-ending': ending,
    'recipient-ending': ending,
    'recipient-dash': text((old) => old.replace(/^[-–]\s*/, '')),
    'body-ending': bodyEnding,
    'empty-text': withoutEntry,
    'number-zero': text((old) => old.replace(/^0+(?=\d)/, '').padStart(2, '0')),
    'symbol-space': text((old) => old.replace(/\s+/g, '')),
    'symbol-dash': text((old) => old.replace(/[–—]/g, '-')),
    'symbol-type': (document, pointer, symbol) => text((old) => symbolFor(old, symbol))(document, pointer),
    'subject-abbreviated': text((old) => old.replace(/^V\/v:?\s*/, 'Về việc ')),
    'article-sequence': (document) => (areInOrder(document.articles) ? document : renumbered(document)),
    'authority-mark': text((old) => marks.reduce((line, [wrong, right]) => line.replace(wrong, right), old)),
    'authority-space': text((old) => old.replace(/^(TM|KT|TL|TUQ|Q)\.\s*/, '$1. ')),
    'name-case': text(nameCase),
    'filing-line': withFiling,
    'recipients-missing': withFiling,
    'appendix-label': without,
    'appendix-label-case': without,
    'number-conflict': without,
    'date-conflict': without,
    'foreign-letter': text((old) => old.replace(/[ÐƉ]/g, 'Đ').replace(/[ðɖ]/g, 'đ')),
    'invisible-character': text(cleanLine),
    'control-character': text(cleanLine),
};

/**
 * The document with that finding put right; null: a person has to.
 * @param {Document} document
 * @param {Found} found
 * @param {string} symbol of the document's type
 * @returns {Document | null}
 */
export function fixed(document, { code, pointer }, symbol) {
    const next = fixes[code]?.(document, pointer, symbol);
    return next && JSON.stringify(next) !== JSON.stringify(document) ? next : null;
}
