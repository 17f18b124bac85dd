// The table of an appendix is told twice: in the document, from which it can be made anew, and among the tables, with the places of
// its cells. Here it is one, which a clerk puts right once.

/**
 * @typedef {import('./model.js').Table} Table
 * @typedef {import('./model.js').Row} Row
 * @typedef {import('./model.js').Content} Content
 */

/** Which table is that of an attachment: however attachments come, go, move and change, the mark goes along, and no JSON has it. */
const tableMark = Symbol('table');

const spaces = /\s+/g;

/** @param {any} row of the document or of a table */
function textOf(row) {
    const parts = row.kind === 'section' ? [row.label ?? '', row.text] : row.cells;
    return parts.join(' ').replace(spaces, ' ').trim();
}

/** @param {{ columns: { title: string }[], rows: any[] }} a @param {{ columns: { title: string }[], rows: any[] }} b */
function isSame(a, b) {
    if (a.columns.length !== b.columns.length || a.rows.length !== b.rows.length) return false;
    return a.columns.every((column, i) => column.title === b.columns[i].title) && a.rows.every((row, i) => textOf(row) === textOf(b.rows[i]));
}

/** The document knows better where a label of a section ends. @param {Row} row @param {any} printed @returns {Row} */
function labelled(row, printed) {
    if (row.kind !== 'section' || printed.kind !== 'section' || row.label || !printed.label) return row;
    return { ...row, label: printed.label, text: printed.text.trim(), places: [row.places[1], row.places[1]] };
}

/** Tables that are those of appendices say so; the document no longer has them. @param {Content} content @returns {Content} */
export function linked({ document, tables, review }) {
    const made = [...tables];
    const attachments = document.attachments?.map((/** @type {any} */ attachment, /** @type {number} */ index) => {
        if (!attachment.table) return attachment;
        const at = made.findIndex((table) => table.appendix === undefined && isSame(table, attachment.table));
        if (at < 0) return attachment;
        made[at] = { ...made[at], appendix: index, rows: made[at].rows.map((row, i) => labelled(row, attachment.table.rows[i])) };
        const { table: _, ...rest } = attachment;
        return { ...rest, [tableMark]: index };
    });
    return { document: attachments ? { ...document, attachments } : document, tables: made, review };
}

/** @param {Row} row @param {number} count columns */
function printedRow(row, count) {
    if (row.kind === 'task') return { kind: 'task', cells: row.cells };
    const [label, text] = row.text ? [row.label, row.text] : ['', row.label ?? ''];
    if (!text) return { kind: 'task', cells: Array(count).fill('') };
    return label ? { kind: 'section', label, text } : { kind: 'section', text };
}

/** The document with the tables of its appendices as they are now. @param {Content} content */
export function withTables({ document, tables }) {
    if (!document.attachments) return document;
    const attachments = document.attachments.map((/** @type {any} */ attachment) => {
        const table = tables.find((one) => one.appendix !== undefined && one.appendix === attachment[tableMark]);
        if (!table?.rows.length) return attachment;
        const columns = table.columns.map(({ title, role }) => ({ title, role }));
        return { ...attachment, table: { columns, rows: table.rows.map((row) => printedRow(row, columns.length)) } };
    });
    return { ...document, attachments };
}
