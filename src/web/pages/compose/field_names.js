// What a clerk calls the place that a JSON Pointer names.
import { tokensOf, valueAt } from './pointer.js';
import { t } from './words.js';

/** @type {Record<string, string>} */
const fields = {
    kind: t('kind'),
    type: t('type'),
    issuer: t('issuer'),
    number: t('number'),
    symbol: t('symbol'),
    place: t('place'),
    date: t('date'),
    subject: t('subject'),
    authority: t('authorityField'),
    addressees: t('addressees'),
    legal_bases: t('bases'),
    enactment: t('enactment'),
    articles: t('articles'),
    sections: t('sections'),
    signature: t('signature'),
    recipients: t('recipients'),
    attachments: t('attachments'),
    marks: t('marks'),
    drafter_mark: t('drafterMark'),
    contact: t('contact'),
};

/** @type {Record<string, (index: string) => string>} */
const entries = {
    addressees: (index) => t('addressee', { number: Number(index) + 1 }),
    legal_bases: (index) => t('basis', { number: Number(index) + 1 }),
    recipients: (index) => t('recipient', { number: Number(index) + 1 }),
};

/** @param {any} document @param {string[]} tokens below the attachment */
function inAttachment(document, [index, part, list, row]) {
    const { kind } = valueAt(document, `/attachments/${index}`) ?? {};
    const name = kind ? t(/** @type {any} */ (`kind-${kind}`)) : t('attachment', { number: Number(index) + 1 });
    if (part === 'table') return list === 'rows' ? t('rowOf', { name, row: Number(row) + 1 }) : t('tableOf', { name });
    return name;
}

/** @param {any} document @param {string} pointer */
export function fieldName(document, pointer) {
    const [first, second, ...rest] = tokensOf(pointer);
    if (first === 'attachments' && second) return inAttachment(document, [second, ...rest]);
    if (first === 'articles' && second)
        return t('article', { number: valueAt(document, `/articles/${second}/number`) ?? Number(second) + 1 });
    if (first === 'signature') return second === 'name' ? t('signer') : t('authority');
    if (first === 'issuer') return second === 'parent' ? t('parent') : t('issuer');
    return (second && entries[first]?.(second)) ?? fields[first] ?? '';
}

/** The parts in which two documents differ. @param {any} a @param {any} b */
export function differences(a, b) {
    const differ = Object.keys(fields).filter((name) => JSON.stringify(a?.[name]) !== JSON.stringify(b?.[name]));
    return differ.map((name) => fields[name]);
}
