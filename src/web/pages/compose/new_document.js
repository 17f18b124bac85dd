// Documents to begin with, and what of a form's content is sent on.
import { abbreviationOf, hasArticles, symbolFor } from './document_types.js';

/**
 * @typedef {Record<string, any>} Document as the schema has it; required texts may be empty while it is written
 * @typedef {{ kind: string, type?: string, symbol: string, articles: boolean }} Form what is begun; symbol: of the type, "QĐ"
 */

/** @param {string[]} texts */
const articlesOf = (texts) => texts.map((text, i) => ({ number: String(i + 1), paragraphs: [text] }));

export const blankSections = () => [{ items: [{ text: '' }] }];

/** @param {{ kind: string, symbol: string, has_articles: boolean }[]} templates @param {string} kind @param {string} [type] @returns {Form} */
export function formOf(templates, kind, type) {
    const template = templates.find((one) => one.kind === kind);
    const symbol = type ? abbreviationOf(type) : (template?.symbol ?? '');
    return { kind, type, symbol, articles: type ? hasArticles(type) : Boolean(template?.has_articles) };
}

/**
 * @param {Form} form
 * @param {import('./remembered.js').Remembered} last what this person wrote last
 * @param {{ inForce: string }} texts
 * @returns {Document}
 */
export function newDocument({ kind, type, symbol, articles }, last, texts) {
    const isLetter = kind === 'letter';
    /** @type {Document} */
    const document = { kind, ...(type && { type }), issuer: last.issuer ?? { parent: '', name: '' } };
    document.symbol = last.symbol ?? symbolFor(last.anySymbol ?? '', symbol);
    document.place = last.place ?? '';
    document.subject = '';
    if (last.authority) document.authority = last.authority;
    if (isLetter) document.addressees = [''];
    else document.legal_bases = [''];
    if (articles) document.articles = articlesOf(['', texts.inForce, '']);
    else document.sections = blankSections();
    document.signature = last.signature ?? { authority: [''], name: '' };
    const first = isLetter ? 'Như trên;' : articles ? 'Như Điều 3;' : '';
    const usual = [first, last.filing ?? 'Lưu: VT.'].filter(Boolean);
    document.recipients = last.recipients?.length
        ? last.recipients.map((text) => (/^Như Điều /.test(text) && first ? first : text))
        : usual;
    return document;
}

/** A new document after an older one: without number, date and the lines that name these. @param {Document} older @returns {Document} */
export function afterSample(older) {
    const { number: _, date: __, provenance: ___, ...document } = older;
    if (!document.attachments) return document;
    return { ...document, attachments: document.attachments.map((/** @type {Document} */ { reference: _, ...attachment }) => attachment) };
}

/**
 * What was read or comes from elsewhere, with all that a form begins with: a kind that there is, a body, a line to sign.
 * @param {Document} document
 * @param {{ kind: string, symbol: string, has_articles: boolean }[]} templates
 * @returns {Document}
 */
export function whole(document, templates) {
    const kind = templates.some((one) => one.kind === document.kind) ? document.kind : templates[0].kind;
    const made = kind === document.kind ? document : { ...document, kind };
    const hasBody = made.articles?.length || made.sections?.length;
    const body = formOf(templates, kind, made.type).articles ? { articles: articlesOf(['']) } : { sections: blankSections() };
    const { signature } = made;
    return { ...made, ...(!hasBody && body), ...(!signature.authority.length && { signature: { ...signature, authority: [''] } }) };
}

const required = new Set(['kind', 'symbol', 'place', 'subject', 'signature']);
const textLists = ['addressees', 'legal_bases', 'recipients'];

/** @param {string[]} list @param {number} [least] */
function withoutEmptyEnd(list, least = 0) {
    return list.slice(0, Math.max(least, list.findLastIndex((text) => text !== '') + 1));
}

/** @param {Document} attachment */
function cleanedAttachment(attachment) {
    const isAppendix = attachment.kind === 'appendix';
    const keeps = (/** @type {[string, any]} */ [name, value]) => value !== '' || (!isAppendix && ['title', 'subject'].includes(name));
    return Object.fromEntries(Object.entries(attachment).filter(keeps));
}

/**
 * What the service is to make of it: optional fields that are empty and empty lines at the end of lists left out, so that
 * pointers of what stays are the same.
 * @param {Document} document
 * @returns {Document}
 */
export function cleaned(document) {
    const entries = Object.entries(document).filter(([name, value]) => value !== '' || required.has(name));
    const made = Object.fromEntries(entries);
    for (const name of textLists) {
        if (made[name]) made[name] = withoutEmptyEnd(made[name]);
        if (!made[name]?.length) delete made[name];
    }
    for (const name of ['articles', 'sections', 'attachments']) if (!made[name]?.length) delete made[name];
    if (made.articles) made.articles = made.articles.map(cleanedArticle);
    if (made.attachments) made.attachments = made.attachments.map(cleanedAttachment);
    if (made.issuer?.parent === '') made.issuer = { name: made.issuer.name };
    if (made.signature) made.signature = { ...made.signature, authority: withoutEmptyEnd(made.signature.authority, 1) };
    return made;
}

/** @param {Document} article */
function cleanedArticle(article) {
    const { headings, ...rest } = article;
    const kept = withoutEmptyEnd(headings ?? []);
    return { ...rest, ...(kept.length && { headings: kept }), paragraphs: withoutEmptyEnd(rest.paragraphs, 1) };
}
