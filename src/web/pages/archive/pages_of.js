// The pages of an archived document: those of its original, or made from its data where the original has none.
import { ask, fetchFile } from '../../shell/api.js';
import { bytesOf } from '../../parts/bytes.js';

/** @typedef {{ path: string, size: number, sha512: string }} StoredFile */
/** @typedef {{ version: number, added: string, user: string, message: string, files: StoredFile[] }} Version */

/** @param {string} id @param {string} path of a file inside it */
export function pathOf(id, path) {
    return `/archive/documents/${encodeURIComponent(id)}/files/${path.split('/').map(encodeURIComponent).join('/')}`;
}

/** @param {Version} version */
export function pdfOf(version) {
    return version.files.find((file) => /^original\/.*\.pdf$/i.test(file.path));
}

/**
 * @param {string} id
 * @param {Version} version
 * @param {AbortSignal} [signal]
 * @returns {Promise<{ data: Uint8Array | null, isOriginal: boolean }>} null: there are none
 */
export async function pagesOf(id, version, signal) {
    const query = { version: version.version };
    const pdf = pdfOf(version);
    if (pdf) {
        const { blob } = await fetchFile('GET', pathOf(id, pdf.path), { query, signal });
        return { data: new Uint8Array(await blob.arrayBuffer()), isOriginal: true };
    }
    if (!version.files.some((file) => file.path === 'document.json')) return { data: null, isOriginal: false };
    const document = await ask('GET', pathOf(id, 'document.json'), { query, signal });
    const made = await ask('POST', '/preview', { json: document, signal });
    return { data: made.pdf && bytesOf(made.pdf), isOriginal: false };
}
