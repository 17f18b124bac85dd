// The table in HTML of the clipboard, as Excel, Word and LibreOffice put it there.
import { cleanLines } from '../../../parts/clean_text.js';
import { placed } from './matrix.js';

/** @typedef {import('./matrix.js').PlacedCell} PlacedCell */

const blocks = new Set(['P', 'DIV', 'LI', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'UL', 'OL']);

/** The text of a cell: a line for each paragraph and break; line ends of the source are spaces. @param {Node} node @returns {string} */
function textOf(node) {
    if (node.nodeType === Node.TEXT_NODE) return (node.nodeValue ?? '').replace(/[ \t\r\n\f]+/g, ' ');
    if (node.nodeType !== Node.ELEMENT_NODE || node.nodeName === 'SCRIPT') return '';
    if (node.nodeName === 'BR') return '\n';
    let inner = '';
    for (let child = node.firstChild; child; child = child.nextSibling) inner += textOf(child);
    return blocks.has(node.nodeName) ? `\n${inner.replace(/^[ \n]+|[ \n]+$/g, '')}\n` : inner;
}

/** @param {Element} cell */
function cellText(cell) {
    return cleanLines(textOf(cell).replace(/\n\n+/g, '\n'));
}

/** Excel says by classes of a <style> which cells are bold. @param {string} html */
function boldClasses(html) {
    const rules = [...html.matchAll(/<style[^>]*>([^]*?)<\/style>/gi)].map((style) => style[1]).join('\n');
    const bold = [...rules.matchAll(/\.([\w-]+)\s*\{([^}]*)\}/g)].filter((rule) => isBoldRule(rule[2]));
    return new Set(bold.map((rule) => rule[1]));
}

/** @param {string} rule */
const isBoldRule = (rule) => /font-weight:\s*(700|bold)/.test(rule);

/** @typedef {{ classes: Set<string>, inTags: boolean }} BoldSigns inTags: some text stands in <b> or <strong> */

/** @param {Element} cell @param {BoldSigns} signs */
function isBold(cell, { classes, inTags }) {
    if (cell.className && cell.className.split(' ').some((name) => classes.has(name))) return true;
    if (isBoldRule(cell.getAttribute('data-css') ?? '')) return true;
    if (!inTags || !cell.firstElementChild) return false;
    const bold = [...cell.querySelectorAll('b, strong')].map((part) => part.textContent ?? '').join('');
    return bold.trim() !== '' && bold.replace(/\s/g, '') === (cell.textContent ?? '').replace(/\s/g, '');
}

/** Tables within cells are text of the cell. @param {HTMLTableElement} table @param {BoldSigns} signs @returns {PlacedCell[][]} */
function rowsOf(table, signs) {
    return [...table.rows].map((row) =>
        [...row.cells].map((cell) => {
            const merged = cell.hasAttribute('rowspan') || cell.hasAttribute('colspan');
            return { text: cellText(cell), bold: isBold(cell, signs), ...(merged && { rows: cell.rowSpan, columns: cell.colSpan }) };
        }),
    );
}

/** The page's policy would report every style that is parsed; attributes are kept under another name. @param {string} html */
function withoutStyles(html) {
    return html.replace(/<style[^>]*>[^]*?<\/style>/gi, '').replace(/(<\w[^>]*?\s)style(?=\s*=)/gi, '$1data-css');
}

/** All tables in it below each other; null: there is none. @param {string} html @returns {import('./matrix.js').Matrix | null} */
export function matrixFromHtml(html) {
    const page = new DOMParser().parseFromString(withoutStyles(html), 'text/html');
    const tables = [...page.querySelectorAll('table')].filter((table) => !table.parentElement?.closest('table'));
    if (!tables.length) return null;
    const signs = { classes: boldClasses(html), inTags: /<(b|strong)[\s>]/i.test(html) };
    const rows = tables.flatMap((table) => rowsOf(table, signs));
    return rows.some((row) => row.length) ? placed(rows) : null;
}
