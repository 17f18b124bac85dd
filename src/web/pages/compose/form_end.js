// The end of the document: who signs, who gets it; and what stands at the edges of its first page.
import { h } from '../../shell/dom.js';
import { choiceField, textField } from './fields.js';
import { textList } from './text_list.js';
import { t } from './words.js';

/**
 * @typedef {import('./form_context.js').FormContext} Form
 * @typedef {import('./form_context.js').Part} Part
 */

/** How authority and title are written (decree 30/2020/NĐ-CP, annex I, II.7). */
const authorities = [
    ['CHỦ TỊCH'],
    ['KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'],
    ['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH'],
    ['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'],
    ['TL. CHỦ TỊCH', 'CHÁNH VĂN PHÒNG'],
    ['GIÁM ĐỐC'],
    ['KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC'],
    ['TL. GIÁM ĐỐC', 'CHÁNH VĂN PHÒNG'],
    ['TRƯỞNG PHÒNG'],
    ['KT. TRƯỞNG PHÒNG', 'PHÓ TRƯỞNG PHÒNG'],
    ['CỤC TRƯỞNG'],
    ['KT. CỤC TRƯỞNG', 'PHÓ CỤC TRƯỞNG'],
    ['KT. BỘ TRƯỞNG', 'THỨ TRƯỞNG'],
];

/** @param {Form} form @returns {Part} */
export function signature(form) {
    const authority = textList(form, { pointer: '/signature/authority', least: 1, name: (i) => t('authorityLine', { number: i + 1 }) });
    const add = h('button', { type: 'button', onclick: () => authority.add(authority.values.length) }, t('addAuthority'));
    const name = textField(form, { pointer: '/signature/name', label: t('signer'), hint: t('signerHint') });
    const patterns = h(
        'select',
        {},
        h('option', { value: '' }, t('authorityPattern')),
        ...authorities.map((lines, i) => h('option', { value: i }, lines.join(' / '))),
    );
    patterns.addEventListener('change', () => {
        if (patterns.value) form.store.change('/signature/authority', authorities[Number(patterns.value)]);
        patterns.value = '';
    });
    patterns.setAttribute('aria-label', t('authorityPattern'));
    const element = h(
        'div',
        { class: 'column' },
        h('h3', {}, t('authority')),
        authority.element,
        h('div', { class: 'row' }, add, patterns),
        name.element,
    );
    return { element, update: () => (authority.update(), name.update()) };
}

/** @param {Form} form @returns {Part} */
export function recipients(form) {
    const list = textList(form, { pointer: '/recipients', name: (i) => t('recipient', { number: i + 1 }), mark: '-', stripsBullets: true });
    const add = () => {
        const isFiled = list.values.at(-1)?.startsWith('Lưu');
        list.add(list.values.length - (isFiled ? 1 : 0));
    };
    const element = h(
        'div',
        { class: 'column' },
        h('h3', {}, t('recipients')),
        list.element,
        h('button', { type: 'button', onclick: add }, t('addRecipient')),
    );
    return { element, update: () => list.update() };
}

/** Marks, drafter, contact: few documents have them. @param {Form} form @returns {Part} */
export function edges(form) {
    const none = /** @type {[string, string]} */ (['', t('none')]);
    const options = (/** @type {string[]} */ ...marks) => [none, ...marks.map((mark) => /** @type {[string, string]} */ ([mark, mark]))];
    const parts = [
        choiceField(form, { pointer: '/marks/urgency', label: t('urgency'), options: options('HỎA TỐC', 'THƯỢNG KHẨN', 'KHẨN') }),
        choiceField(form, {
            pointer: '/marks/circulation',
            label: t('circulation'),
            options: options('XEM XONG TRẢ LẠI', 'LƯU HÀNH NỘI BỘ'),
        }),
        textField(form, { pointer: '/drafter_mark', label: t('drafterMark'), hint: t('drafterMarkHint') }),
        textField(form, { pointer: '/contact', label: t('contact'), hint: t('contactHint') }),
    ];
    const [urgency, circulation, drafter, contact] = parts.map(({ element }) => element);
    const rows = [h('div', { class: 'pair' }, urgency, circulation), h('div', { class: 'pair' }, drafter, contact)];
    return { element: h('div', {}, ...rows), update: () => parts.forEach((part) => part.update()) };
}
