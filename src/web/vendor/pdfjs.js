export { getDocument, PDFWorker } from 'pdfjs-dist/legacy/build/pdf.mjs';
