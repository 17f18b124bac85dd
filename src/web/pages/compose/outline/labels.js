// What a point of an outline opens with: "Chương I", "II.", "1.", "1.1.", "a)", "-".
import { numeral, numeralOf } from '../../../parts/numerals.js';

/**
 * From the outermost to the innermost, as the reader of documents ranks them.
 * @typedef {'part' | 'chapter' | 'division' | 'subdivision' | 'capital' | 'roman' | 'article' | 'number' | 'number2' | 'number3' |
 *     'letter' | 'dash' | 'plus'} Style
 */
/**
 * @typedef {{ style: Style, value: number, prefix: string, before: string, after: string, kind:
 *     import('../../../parts/numerals.js').Numeral }} Label value: 0 where it does not count; prefix: "2." of "2.1."
 */

/** The first label of each. @type {Record<Style, string>} */
const firsts = {
    ...{ part: 'Phần I', chapter: 'Chương I', division: 'Mục 1', subdivision: 'Tiểu mục 1', capital: 'A.', roman: 'I.', article: 'Điều 1.' },
    ...{ number: '1.', number2: '1.1.', number3: '1.1.1.', letter: 'a)', dash: '-', plus: '+' },
};

export const styles = /** @type {Style[]} */ (Object.keys(firsts));

/** @type {Record<string, Style>} */
const words = { phần: 'part', chương: 'chapter', mục: 'division', 'tiểu mục': 'subdivision', điều: 'article' };
/** @type {Record<string, Style>} */
const counted = { number: 'number', roman: 'roman', letter: 'letter', capital: 'capital' };

/** @param {string} label @returns {Label | null} null: it is of no kind that is known, and stays as it is typed */
export function labelOf(label) {
    const text = label.trim();
    if (/^[-–—−•●▪]$/.test(text)) return { style: 'dash', value: 0, prefix: '', before: '', after: text, kind: 'number' };
    if (/^[+*]$/.test(text)) return { style: 'plus', value: 0, prefix: '', before: '', after: text, kind: 'number' };
    const worded = /^(phần|chương|tiểu mục|mục|điều) +([IVXL]+|\d{1,3})([.:]?)$/iu.exec(text);
    if (worded) {
        const found = numeralOf(worded[2]);
        return found && { style: words[worded[1].toLowerCase()], ...found, prefix: '', before: `${worded[1]} `, after: worded[3] };
    }
    const several = /^(\d{1,3}\.(?:\d{1,2}\.)?)(\d{1,2})([.)/]?)$/.exec(text);
    if (several) {
        const [, prefix, digits, after] = several;
        return { style: prefix.split('.').length > 2 ? 'number3' : 'number2', value: Number(digits), prefix, before: '', after, kind: 'number' };
    }
    const single = /^(\(?)([IVXL]+|\d{1,3}|\p{L})([.)/])$/u.exec(text);
    const found = single && numeralOf(single[2]);
    return single && found ? { style: counted[found.kind], ...found, prefix: '', before: single[1], after: single[3] } : null;
}

/** @param {string} label @returns {Style | ''} */
export function styleOf(label) {
    return labelOf(label)?.style ?? '';
}

/** @param {Label} label @param {number} value @param {string} [prefix] */
export function labelWith(label, value, prefix = label.prefix) {
    return label.value === 0 ? label.after : label.before + prefix + numeral(label.kind, value) + label.after;
}

/** @param {Style | ''} style */
export function firstLabel(style) {
    return style === '' ? '' : firsts[style];
}

/** The digits of a numbered label, for those below it: "2." of "2." @param {string} label */
export function digitsOf(label) {
    const found = labelOf(label);
    return found && /^number/.test(found.style) ? `${found.prefix}${found.value}.` : '';
}

/** What usually stands below: the decree's order. @param {Style | ''} style @returns {Style} */
export function styleBelow(style) {
    /** @type {Record<string, Style>} */
    const below = {
        ...{ part: 'chapter', chapter: 'article', division: 'article', subdivision: 'article', capital: 'roman', roman: 'number', article: 'number' },
        ...{ number: 'letter', number2: 'letter', number3: 'letter', letter: 'dash', dash: 'plus', plus: 'dash' },
    };
    return below[style] ?? 'number';
}

// A title in capitals, or nothing, stands behind one that no mark closes.
const wordedLabel = /^((?:Phần|Chương|Tiểu mục|Mục|Điều|PHẦN|CHƯƠNG|TIỂU MỤC|MỤC|ĐIỀU)\s+(?:[IVXL]+|\d{1,3}))([.:]|(?=\s+\p{Lu}{2})|$)\s*/u;

/**
 * The label that a text opens with and the rest: "a) Tổ chức" → "a)", "Tổ chức". Nothing that only looks like one: "2021.
 * Năm", "3.000 đồng".
 * @param {string} text @returns {[string, string]}
 */
export function splitLabel(text) {
    const dash = /^([-–—−•●▪+*])\s*(?=[^\d\s])/u.exec(text);
    if (dash && !(dash[1] === '*' && !/^\*\s/.test(text))) return [dash[1], text.slice(dash[0].length)];
    const worded = wordedLabel.exec(text);
    const isArticle = worded && /^điều/i.test(worded[1]);
    if (worded && !(isArticle && worded[2] === '')) return [(worded[1] + worded[2]).replace(/\s+/g, ' '), text.slice(worded[0].length)];
    const numbered = /^(\d{1,3}(?:\.\d{1,2}){1,2}\.?|\(?\d{1,3}[.)]|[IVXL]+[.)/]|\(?\p{L}[.)])(?=\s|$|\p{Lu})\s*/u.exec(text);
    return numbered && labelOf(numbered[1]) ? [numbered[1], text.slice(numbered[0].length)] : ['', text];
}
