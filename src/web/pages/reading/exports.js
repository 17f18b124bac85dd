// What was put right, as files. They are of what is saved.
import { ask, fetchFile } from '../../shell/api.js';
import { download } from '../../shell/dom.js';

/** @param {import('./desk.js').Reading} reading @param {'xlsx' | 'csv' | 'json' | 'document'} format */
export async function exportAs({ id, name }, format) {
    if (format !== 'document') {
        const file = await fetchFile('GET', `/readings/${id}/tables`, { query: { format } });
        return download(file.blob, file.name);
    }
    const { content } = await ask('GET', `/readings/${id}`);
    const text = `${JSON.stringify(content.document, null, 2)}\n`;
    download(new Blob([text], { type: 'application/json' }), `${name.replace(/\.[^.]+$/, '')}.json`);
}
