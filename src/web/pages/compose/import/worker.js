// Reads files beside the page, which stays usable meanwhile: {file} is answered by the names of its sheets, {sheet} by what
// stands in one.
import { matrixOf, trimmed } from '../grid/matrix.js';
import { readCsv } from './csv.js';
import { ImportFault, limits } from './fault.js';
import { kindOf } from './file_kind.js';
import { Workbook } from './workbook.js';

/**
 * @typedef {{ matrix: import('../grid/matrix.js').Matrix, hiddenRows: number, droppedColumns: number, brokenQuotes: number }} Sheet
 *     droppedColumns: behind the last that is taken; brokenQuotes: where a CSV file has quotes that do not open or close a cell
 */

/** @type {{ names: string[], read: (index: number) => Sheet }} */
let opened = { names: [], read: () => ({ matrix: matrixOf([]), hiddenRows: 0, droppedColumns: 0, brokenQuotes: 0 }) };

/** @param {File} file */
async function open(file) {
    if (file.size > limits.bytes) throw new ImportFault('too-large');
    const bytes = new Uint8Array(await file.arrayBuffer());
    const kind = kindOf(bytes);
    if (kind === 'old-excel' || kind === 'pdf') throw new ImportFault(kind);
    if (kind === 'text') {
        const sheet = readCsv(bytes);
        opened = { names: [file.name], read: () => sheet };
    } else {
        const book = new Workbook(bytes);
        const visible = book.sheets.map((sheet, index) => ({ ...sheet, index })).filter((sheet) => !sheet.hidden);
        opened = { names: visible.map((sheet) => sheet.name), read: (index) => book.read(visible[index].index) };
    }
    return opened.names;
}

self.addEventListener('message', async ({ data }) => {
    try {
        if (data.file) return postMessage({ names: await open(data.file) });
        const sheet = opened.read(data.sheet);
        postMessage({ sheet: { ...sheet, matrix: trimmed(sheet.matrix) } });
    } catch (fault) {
        postMessage({ fault: fault instanceof ImportFault ? fault.reason : 'broken' });
    }
});
