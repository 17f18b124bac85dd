// The document as a file: Word, PDF, data; and on paper.
import { ApiProblem, fetchFile } from '../../shell/api.js';
import { download } from '../../shell/dom.js';
import { cleaned } from './new_document.js';

/** @typedef {import('./new_document.js').Document} Document */

/** "52-QĐ-UBND": without the characters that Windows takes for no name. @param {Document} document */
function fileName({ number, symbol }) {
    return (
        [number, symbol]
            .filter(Boolean)
            .join('-')
            .replace(/[\\/:*?"<>|]/g, '-') || 'van-ban'
    );
}

/** @param {Document} document @param {'pdf' | 'docx'} format */
const made = (document, format) => fetchFile('POST', '/documents', { query: { format }, json: cleaned(document) });

/** @param {Document} document @param {'pdf' | 'docx'} format */
export async function downloadAs(document, format) {
    const { blob, name } = await made(document, format);
    download(blob, name);
}

/** @param {Document} document */
export function downloadData(document) {
    const text = `${JSON.stringify(cleaned(document), null, 2)}\n`;
    download(new Blob([text], { type: 'application/json' }), `${fileName(document)}.json`);
}

/** Opens the PDF in a tab of its own, from where the browser prints it as it is. @param {Document} document */
export async function print(document) {
    const { blob } = await made(document, 'pdf');
    const address = URL.createObjectURL(blob);
    window.open(address);
    setTimeout(() => URL.revokeObjectURL(address), 600000);
}

/** What is still wrong with a document that could not be made; null: it was something else. @param {unknown} fault */
export function findingsOf(fault) {
    return fault instanceof ApiProblem && fault.status === 422 ? fault.findings : null;
}
