// Opens PDFs with pdf.js, which comes when it is first needed; one worker for all of them.

/** @typedef {import('../vendor/pdfjs.js')} PdfJs */
/** @typedef {Awaited<ReturnType<PdfJs['getDocument']>['promise']>} Pdf */
/** @typedef {Awaited<ReturnType<Pdf['getPage']>>} PdfPage */

/** @type {Promise<{ pdfjs: PdfJs, worker: InstanceType<PdfJs['PDFWorker']> }> | undefined} */
let loaded;

async function load() {
    const pdfjs = await import('../vendor/pdfjs.js');
    const port = /** @type {any} */ (new Worker('/vendor/pdf_worker.js', { type: 'module' }));
    return { pdfjs, worker: new pdfjs.PDFWorker({ port }) };
}

/** Begins to load pdf.js, so that the first page comes at once. */
export function prepare() {
    loaded ??= load();
    return loaded;
}

/**
 * The caller ends it with `pdf.destroy()`.
 * @param {Uint8Array} data taken over: not to be used afterwards
 * @param {boolean} [hasAllFonts] its glyphs are drawn as paths then: a font that is given to the browser makes it lay out the
 *     whole page anew, with each version of a document
 * @returns {Promise<Pdf>}
 */
export async function openPdf(data, hasAllFonts = false) {
    const { pdfjs, worker } = await prepare();
    return pdfjs.getDocument({
        data,
        worker,
        verbosity: 0,
        // The page's Content-Security-Policy allows neither eval nor WebAssembly.
        isEvalSupported: false,
        disableFontFace: hasAllFonts,
        useWasm: false,
        wasmUrl: `${location.origin}/vendor/`,
    }).promise;
}

/**
 * Draws a page on a new canvas.
 * @param {PdfPage} page
 * @param {number} scale CSS pixels a point
 * @returns {{ canvas: HTMLCanvasElement, done: Promise<void>, cancel: () => void }} done is rejected when it was cancelled
 */
export function drawPage(page, scale) {
    const viewport = page.getViewport({ scale: scale * (window.devicePixelRatio || 1) });
    const canvas = document.createElement('canvas');
    canvas.width = Math.ceil(viewport.width);
    canvas.height = Math.ceil(viewport.height);
    const task = page.render({ canvas, viewport });
    return { canvas, done: task.promise, cancel: () => task.cancel() };
}
