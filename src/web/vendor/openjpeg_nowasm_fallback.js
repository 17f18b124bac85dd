// pdf.js names this file when it meets JPEG 2000: plain JavaScript, as WebAssembly would need 'wasm-unsafe-eval'.
// @ts-expect-error: it comes without types
export { default } from 'pdfjs-dist/wasm/openjpeg_nowasm_fallback.js';
