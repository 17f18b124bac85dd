// The table in HTML of the clipboard, as Excel, Word and LibreOffice put it there.
import { placed } from './matrix.js';

/** @typedef {import('./matrix.js').PlacedCell} PlacedCell */

const blocks = new Set(['P', 'DIV', 'LI', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'UL', 'OL']);

/** The text of a cell: a line for each paragraph and break; line ends of the source are spaces. @param {Node} node @returns {string} */
function textOf(node) {
    if (node.nodeType === Node.TEXT_NODE) return (node.nodeValue ?? '').replace(/[ \t\r\n\f]+/g, ' ');
    if (!(node instanceof Element) || node.tagName === 'STYLE' || node.tagName === 'SCRIPT') return '';
    if (node.tagName === 'BR') return '\n';
    const inner = [...node.childNodes].map(textOf).join('');
    return blocks.has(node.tagName) ? `\n${inner.replace(/^[ \n]+|[ \n]+$/g, '')}\n` : inner;
}

/** @param {Element} cell */
function cellText(cell) {
    const lines = textOf(cell).replace(/\u00a0/g, ' ').replace(/\n\n+/g, '\n').split('\n');
    return lines.map((line) => line.trim()).join('\n').replace(/^\n+|\n+$/g, '');
}

/** Excel says by classes of a <style> which cells are bold. @param {Document} page */
function boldClasses(page) {
    const rules = [...page.querySelectorAll('style')].map((style) => style.textContent ?? '').join('\n');
    const bold = [...rules.matchAll(/\.([\w-]+)\s*\{([^}]*)\}/g)].filter((rule) => /font-weight:\s*(700|bold)/.test(rule[2]));
    return new Set(bold.map((rule) => rule[1]));
}

/** @param {Element} cell @param {Set<string>} classes */
function isBold(cell, classes) {
    if ([...cell.classList].some((name) => classes.has(name))) return true;
    if (/font-weight:\s*(700|bold)/.test(cell.getAttribute('style') ?? '')) return true;
    const bold = [...cell.querySelectorAll('b, strong')].map((part) => part.textContent ?? '').join('');
    return bold.trim() !== '' && bold.replace(/\s/g, '') === (cell.textContent ?? '').replace(/\s/g, '');
}

/** Tables within cells are text of the cell. @param {HTMLTableElement} table @param {Set<string>} classes @returns {PlacedCell[][]} */
function rowsOf(table, classes) {
    return [...table.rows].map((row) =>
        [...row.cells].map((cell) => ({ text: cellText(cell), rows: cell.rowSpan, columns: cell.colSpan, bold: isBold(cell, classes) })),
    );
}

/** All tables in it below each other; null: there is none. @param {string} html @returns {import('./matrix.js').Matrix | null} */
export function matrixFromHtml(html) {
    const page = new DOMParser().parseFromString(html, 'text/html');
    const tables = /** @type {HTMLTableElement[]} */ ([...page.querySelectorAll('table')]).filter((table) => !table.parentElement?.closest('table'));
    if (!tables.length) return null;
    const classes = boldClasses(page);
    const rows = tables.flatMap((table) => rowsOf(table, classes));
    return rows.some((row) => row.length) ? placed(rows) : null;
}
