// A table from elsewhere (clipboard, workbook, CSV): texts in rows of the same length. A merged cell has its text in its
// top left position; the others are ''.

/** @typedef {{ row: number, column: number, rows: number, columns: number }} Span */
/**
 * @typedef {{ cells: string[][], spans: Map<string, Span>, bold: Set<string> }} Matrix by "row,column"; spans: the merged cell
 *     that a position belongs to; bold: cells all in bold type
 */
/** @typedef {{ text: string, rows?: number, columns?: number, bold?: boolean }} PlacedCell */

/** @param {number} row @param {number} column */
const key = (row, column) => `${row},${column}`;

/** @param {string[][]} rows @param {Map<string, Span>} [spans] @param {Set<string>} [bold] @returns {Matrix} */
export function matrixOf(rows, spans = new Map(), bold = new Set()) {
    const width = rows.reduce((widest, row) => Math.max(widest, row.length), 0);
    return { cells: rows.map((row) => [...row, ...Array(width - row.length).fill('')]), spans, bold };
}

/**
 * Merges positions, within reason: a broken page may tell of spans of a million rows.
 * @param {Map<string, Span>} spans
 * @param {Span} span
 */
export function addSpan(spans, span) {
    const widest = 100;
    const largest = 20000;
    const columns = Math.min(span.columns, widest);
    const rows = Math.min(span.rows, Math.ceil(largest / columns));
    if (rows * columns < 2) return;
    const kept = { ...span, rows, columns };
    for (let r = 0; r < rows; ++r) for (let c = 0; c < columns; ++c) spans.set(key(span.row + r, span.column + c), kept);
}

/**
 * Rows of cells as HTML has them, where cells that reach down from above push others to the right.
 * @param {PlacedCell[][]} rows
 * @returns {Matrix}
 */
export function placed(rows) {
    /** @type {Map<string, Span>} */
    const spans = new Map();
    /** @type {Set<string>} */
    const bold = new Set();
    const cells = rows.map((row, r) => {
        /** @type {string[]} */
        const line = [];
        const skip = () => {
            while (spans.size && spans.has(key(r, line.length))) line.push('');
        };
        for (const cell of row) {
            skip();
            const down = Math.max(1, Math.min(cell.rows ?? 1, rows.length - r));
            addSpan(spans, { row: r, column: line.length, rows: down, columns: Math.max(1, cell.columns ?? 1) });
            if (cell.bold) bold.add(key(r, line.length));
            line.push(cell.text);
        }
        skip();
        return line;
    });
    return matrixOf(cells, spans, bold);
}

/**
 * The merged cell that a position belongs to; itself where it is none.
 * @param {Matrix} matrix
 * @param {number} row
 * @param {number} column
 * @returns {Span}
 */
export function spanAt(matrix, row, column) {
    return (matrix.spans.size ? matrix.spans.get(key(row, column)) : null) ?? { row, column, rows: 1, columns: 1 };
}

/** @param {Matrix} matrix @param {number} row @param {number} column */
export function isBold(matrix, row, column) {
    return matrix.bold.has(key(row, column));
}

/** Without empty rows at the end and empty columns at the right. @param {Matrix} matrix @returns {Matrix} */
export function trimmed(matrix) {
    const height = matrix.cells.findLastIndex((row) => row.some((cell) => cell !== '')) + 1;
    const cells = matrix.cells.slice(0, height);
    const width = cells.reduce((widest, row) => Math.max(widest, row.findLastIndex((cell) => cell !== '') + 1), 0);
    return { ...matrix, cells: cells.map((row) => row.slice(0, width)) };
}
