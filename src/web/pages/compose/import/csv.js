// Text files with tables: CSV as offices save it, in whatever encoding and with whatever separator.
import { parse } from '../../../vendor/papaparse.js';
import { matrixOf } from '../grid/matrix.js';
import { ImportFault, limits } from './fault.js';

/** @param {Uint8Array} bytes @param {string} encoding */
const decoded = (bytes, encoding) => new TextDecoder(encoding).decode(bytes);

/** Every other byte of western text in UTF-16 is zero. @param {Uint8Array} bytes @param {0 | 1} from */
function halfIsZero(bytes, from) {
    const seen = bytes.subarray(0, 2000);
    let zeros = 0;
    for (let i = from; i < seen.length; i += 2) if (seen[i] === 0) ++zeros;
    return zeros > seen.length / 8;
}

/** UTF-8 or UTF-16 with or without their mark, else the old Vietnamese code page of Windows. @param {Uint8Array} bytes */
export function textOf(bytes) {
    const [a, b] = bytes;
    if (a === 0xff && b === 0xfe) return decoded(bytes, 'utf-16le');
    if (a === 0xfe && b === 0xff) return decoded(bytes, 'utf-16be');
    if (halfIsZero(bytes, 1)) return decoded(bytes, 'utf-16le');
    if (halfIsZero(bytes, 0)) return decoded(bytes, 'utf-16be');
    if (bytes.includes(0)) throw new ImportFault('unknown');
    try {
        return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    } catch {
        return decoded(bytes, 'windows-1258').normalize('NFC');
    }
}

/** @param {Uint8Array} bytes @returns {import('./worker.js').Sheet} */
export function readCsv(bytes) {
    const text = textOf(bytes);
    const told = /^sep=(.)\r?\n/.exec(text); // a line that Excel understands
    const source = told ? text.slice(told[0].length) : text;
    const { data, meta, errors } = parse(source, {
        delimiter: told?.[1] ?? '',
        delimitersToGuess: [';', ',', '\t', '|'],
        skipEmptyLines: 'greedy',
        preview: limits.lines + 1,
    });
    if (meta.truncated && data.length > limits.lines) throw new ImportFault('too-many-rows');
    const rows = /** @type {string[][]} */ (data);
    const matrix = matrixOf(rows.map((row) => row.slice(0, limits.columns).map((cell) => cell.replace(/\r\n?/g, '\n'))));
    const width = rows.reduce((widest, row) => Math.max(widest, row.findLastIndex((cell) => cell.trim() !== '') + 1), 0);
    const brokenQuotes = errors.filter(({ type }) => type === 'Quotes').length;
    return { matrix, hiddenRows: 0, droppedColumns: Math.max(0, width - limits.columns), brokenQuotes };
}
