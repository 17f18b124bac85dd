// A file with tables, read in a worker: however large or broken it is, the page goes on.
import { ImportFault, limits } from './fault.js';

/** @typedef {import('./worker.js').Sheet} Sheet */

export class TableFile {
    constructor() {
        this.worker = new Worker(new URL('./worker.js', import.meta.url), { type: 'module' });
    }

    /** @param {{ file: File } | { sheet: number }} question @returns {Promise<{ names: string[], sheet: Sheet }>} */
    ask(question) {
        return new Promise((resolve, reject) => {
            const end = setTimeout(() => (this.close(), reject(new ImportFault('too-slow'))), limits.milliseconds);
            this.worker.onmessage = ({ data }) => {
                clearTimeout(end);
                if (data.fault) reject(new ImportFault(data.fault));
                else resolve(data);
            };
            this.worker.onerror = () => (clearTimeout(end), reject(new ImportFault('broken')));
            this.worker.postMessage(question);
        });
    }

    /** The names of its sheets. @param {File} file */
    async open(file) {
        if (file.size > limits.bytes) throw new ImportFault('too-large');
        return (await this.ask({ file })).names;
    }

    /** @param {number} index */
    async sheet(index) {
        const { sheet } = await this.ask({ sheet: index });
        if (sheet.matrix.cells.length === 0) throw new ImportFault('empty');
        return sheet;
    }

    close() {
        this.worker.terminate();
    }
}
