// The articles: number, headings above, paragraphs. Whole articles can be pasted.
import { spliced } from '../../parts/lists.js';
import { h, labelled } from '../../shell/dom.js';
import { notice } from '../../shell/notices.js';
import { EntryList } from './entry_list.js';
import { tied } from './fields.js';
import { valueAt, withValue } from './pointer.js';
import { textList } from './text_list.js';
import { keptInOrder, pastedArticles } from './texts.js';
import { t } from './words.js';

/** @typedef {import('./form_context.js').FormContext} Form */
/** @typedef {import('./new_document.js').Document} Document */

/** Tells what was numbered anew. @param {Document} document @param {any[]} before */
function settle(document, before) {
    const next = keptInOrder(document, before);
    if (next === document) return document;
    const following = next.recipients?.find((/** @type {string} */ text, /** @type {number} */ i) => text !== document.recipients[i]);
    notice(following ? t('renumberedWith', { recipient: following }) : t('renumbered'));
    return next;
}

/** @param {Form} form @returns {import('./form_context.js').Part} */
export function articles(form) {
    const list = new EntryList(form, {
        pointer: '/articles',
        name: (index) => t('article', { number: valueAt(form.store.document, `/articles/${index}/number`) ?? index + 1 }),
        blank: () => ({ number: String((valueAt(form.store.document, '/articles')?.length ?? 0) + 1), paragraphs: [''] }),
        first: (index) => `/articles/${index}/paragraphs/0`,
        make: (pointer, index, all) => article(form, all, pointer, index),
        settle: form.isPrinted ? undefined : settle,
    });
    const add = h('button', { type: 'button', onclick: () => list.add(list.values.length) }, t('addArticle'));
    return { element: h('div', {}, list.element, add), update: () => list.update() };
}

/** @param {Form} form @param {EntryList} list @param {string} pointer @param {number} index @returns {import('./entry_list.js').Entry} */
function article(form, list, pointer, index) {
    const number = h('input', { class: 'number', autocomplete: 'off' });
    const label = labelled(t('articleLabel'), number);
    const updateNumber = tied(form, `${pointer}/number`, number);
    const headings = textList(form, { pointer: `${pointer}/headings`, name: (i) => t('headingOf', { number: i + 1, article: index + 1 }) });
    const addHeading = h(
        'button',
        { type: 'button', class: 'quiet', onclick: () => headings.add(headings.values.length) },
        t('addHeading'),
    );
    const paragraphs = textList(form, {
        pointer: `${pointer}/paragraphs`,
        least: 1,
        name: (i) => t('paragraphOf', { number: i + 1, article: index + 1 }),
        placeholder: (i) => (i === 0 && index === list.values.length - 1 && index > 0 ? t('lastArticlePlaceholder') : ''),
        pasted: (at, lines) => takeArticles(form, list, index, at, lines),
    });
    const tools = h('div', { class: 'tools' }, addHeading);
    const element = h(
        'li',
        { class: 'entry article' },
        headings.element,
        h('div', { class: 'entry-head' }, label, tools),
        paragraphs.element,
    );
    const update = () => {
        updateNumber();
        headings.update();
        paragraphs.update();
        addHeading.hidden = headings.values.length > 0;
    };
    return { element, tools, update };
}

/** Articles that were pasted into a paragraph stand behind its article. @param {Form} form @param {EntryList} list @param {number} index @param {number} at @param {string[]} lines */
function takeArticles(form, list, index, at, lines) {
    const found = pastedArticles(lines);
    if (!found || (found.articles.length === 1 && !found.before.length && lines.length === 1)) return false;
    const { values } = list;
    const paragraphs = spliced(values[index].paragraphs, at, values[index].paragraphs[at] ? 0 : 1, ...found.before);
    const kept = paragraphs.some((/** @type {string} */ text) => text !== '') ? [{ ...values[index], paragraphs }] : [];
    const next = spliced(values, index, 1, ...kept, ...found.articles);
    const document = withValue(form.store.document, '/articles', next);
    form.store.replace(form.isPrinted ? document : keptInOrder(document, values));
    notice(t('pastedArticles', { number: found.articles.length }));
    list.focus(index + kept.length + found.articles.length - 1);
    return true;
}
