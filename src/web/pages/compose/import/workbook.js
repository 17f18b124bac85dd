// An Excel workbook (.xlsx): its sheets, and the cells of one as Excel shows them.
import { unzipSync, strFromU8 } from '../../../vendor/fflate.js';
import { addSpan, matrixOf } from '../grid/matrix.js';
import { ImportFault, limits } from './fault.js';
import { formatOf, numberText } from './number_format.js';
import { scan } from './xml_scan.js';

/** @typedef {import('./number_format.js').Format} Format */
/** @typedef {import('../grid/matrix.js').Matrix} Matrix */
/** @typedef {{ format: Format, bold: boolean }} Style */

/** @param {Uint8Array} bytes @param {(name: string) => boolean} wanted @returns {Map<string, Uint8Array>} */
function unpack(bytes, wanted) {
    let size = 0;
    const files = unzipSync(bytes, {
        filter: ({ name, originalSize }) => {
            if (!wanted(name)) return false;
            size += originalSize;
            if (size > limits.unpacked) throw new ImportFault('too-large');
            return true;
        },
    });
    return new Map(Object.entries(files));
}

/** "../worksheets/sheet1.xml" as seen from xl/. @param {string} target */
function pathOf(target) {
    if (target.startsWith('/')) return target.slice(1);
    return `xl/${target}`.replace(/[^/]+\/\.\.\//g, '').replace(/\/\.\//g, '/');
}

/** Parts that are read at once, and those by which other files are known. */
const needed = new Set([
    'xl/workbook.xml',
    'xl/_rels/workbook.xml.rels',
    'xl/styles.xml',
    'xl/sharedStrings.xml',
    'word/document.xml',
    'content.xml',
]);

/** @param {Map<string, Uint8Array>} files of a package that is no workbook */
function whatElse(files) {
    if (files.has('word/document.xml')) return 'word';
    return files.has('content.xml') ? 'open-document' : 'broken';
}

export class Workbook {
    /** @param {Uint8Array} bytes */
    constructor(bytes) {
        this.bytes = bytes;
        this.files = unpack(bytes, (name) => needed.has(name));
        if (!this.files.has('xl/workbook.xml')) throw new ImportFault(whatElse(this.files));
        this.from1904 = false;
        /** @type {{ name: string, path: string, hidden: boolean }[]} */
        this.sheets = [];
        this.readSheets();
        this.styles = this.readStyles();
        this.strings = this.readStrings();
    }

    /** @param {string} path */
    text(path) {
        const bytes = this.files.get(path);
        return bytes ? strFromU8(bytes) : '';
    }

    readSheets() {
        /** @type {Map<string, string>} */
        const targets = new Map();
        scan(this.text('xl/_rels/workbook.xml.rels'), {
            open: (name, { Id, Target }) => name === 'Relationship' && targets.set(Id, pathOf(Target)),
        });
        scan(this.text('xl/workbook.xml'), {
            open: (name, attributes) => {
                if (name === 'workbookPr') this.from1904 = /^(1|true)$/.test(attributes.date1904 ?? '');
                const path = targets.get(attributes.id ?? '');
                if (name !== 'sheet' || !path?.includes('worksheets/')) return;
                this.sheets.push({ name: attributes.name ?? '', path, hidden: (attributes.state ?? 'visible') !== 'visible' });
            },
        });
        if (!this.sheets.length) throw new ImportFault('broken');
    }

    /** @returns {Style[]} by the number that cells name */
    readStyles() {
        /** @type {Map<number, string>} */
        const codes = new Map();
        /** @type {boolean[]} */
        const fonts = [];
        /** @type {Style[]} */
        const styles = [];
        /** @type {string[]} */
        const open = [];
        scan(this.text('xl/styles.xml'), {
            open: (name, attributes) => {
                const parent = open[open.length - 1];
                open.push(name);
                if (name === 'numFmt') codes.set(Number(attributes.numFmtId), attributes.formatCode ?? '');
                else if (name === 'font' && parent === 'fonts') fonts.push(false);
                else if (name === 'b' && parent === 'font' && fonts.length) fonts[fonts.length - 1] = !/^(0|false)$/.test(attributes.val ?? '');
                else if (name === 'xf' && parent === 'cellXfs') {
                    const id = Number(attributes.numFmtId ?? 0);
                    styles.push({ format: formatOf(id, codes.get(id)), bold: fonts[Number(attributes.fontId ?? 0)] ?? false });
                }
            },
            close: () => void open.pop(),
        });
        return styles;
    }

    /** @returns {string[]} */
    readStrings() {
        /** @type {string[]} */
        const strings = [];
        let wanted = false;
        let phonetic = false;
        scan(this.text('xl/sharedStrings.xml'), {
            open: (name) => {
                if (name === 'si') strings.push('');
                else if (name === 'rPh') phonetic = true;
                wanted = name === 't' && !phonetic;
            },
            text: (text) => wanted && strings.length && (strings[strings.length - 1] += text),
            close: (name) => {
                if (name === 'rPh') phonetic = false;
                if (name === 't') wanted = false;
            },
        });
        return strings.map(withoutEscapes);
    }

    /** @param {number} index of the sheet @returns {import('./worker.js').Sheet} */
    read(index) {
        const { path } = this.sheets[index];
        const file = unpack(this.bytes, (name) => name === path).get(path);
        if (!file) throw new ImportFault('broken');
        return new SheetReader(this).read(strFromU8(file));
    }
}

/** "_x000D_" is how workbooks write what XML cannot hold. @param {string} text */
function withoutEscapes(text) {
    return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex) => String.fromCharCode(parseInt(hex, 16))).replace(/\r\n?/g, '\n');
}

/** "B12" → row 11, column 1. @param {string} reference @returns {[number, number]} */
function placeOf(reference) {
    const [, letters = '', digits = '1'] = /^([A-Z]{1,3})(\d{1,7})$/.exec(reference) ?? [];
    const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
    return [Number(digits) - 1, column];
}

class SheetReader {
    /** @param {Workbook} book */
    constructor(book) {
        this.book = book;
        /** @type {string[][]} */
        this.cells = [];
        /** @type {Set<string>} */
        this.bold = new Set();
        /** @type {Matrix['spans']} */
        this.spans = new Map();
        this.hiddenRows = 0;
        this.droppedColumns = 0;
        this.row = -1;
        this.column = -1;
        /** @type {{ type: string, style: number }} */
        this.cell = { type: 'n', style: 0 };
        this.value = '';
        this.wanted = false;
    }

    /** @param {string} xml @returns {import('./worker.js').Sheet} */
    read(xml) {
        scan(xml, {
            open: (name, attributes) => this.open(name, attributes),
            text: (text) => this.wanted && (this.value += text),
            close: (name) => this.close(name),
        });
        const rows = Array.from(this.cells, (row) => Array.from(row ?? [], (cell) => cell ?? ''));
        const { hiddenRows, droppedColumns } = this;
        return { matrix: matrixOf(rows, this.spans, this.bold), hiddenRows, droppedColumns, brokenQuotes: 0 };
    }

    /** @param {string} name @param {import('./xml_scan.js').Attributes} attributes */
    open(name, attributes) {
        if (name === 'row') {
            this.row = attributes.r ? Number(attributes.r) - 1 : this.row + 1;
            this.column = -1;
            if (/^(1|true)$/.test(attributes.hidden ?? '')) ++this.hiddenRows;
        } else if (name === 'c') {
            if (attributes.r) [this.row, this.column] = placeOf(attributes.r);
            else ++this.column;
            this.cell = { type: attributes.t ?? 'n', style: Number(attributes.s ?? 0) };
            this.value = '';
        } else if (name === 'mergeCell') {
            const [from, to = from] = (attributes.ref ?? '').split(':').map(placeOf);
            addSpan(this.spans, { row: from[0], column: from[1], rows: to[0] - from[0] + 1, columns: to[1] - from[1] + 1 });
        }
        this.wanted = name === 'v' || name === 't';
    }

    /** @param {string} name */
    close(name) {
        if (name === 'v' || name === 't') this.wanted = false;
        if (name !== 'c' || this.value === '') return;
        if (!(this.row >= 0 && this.column >= 0)) throw new ImportFault('broken');
        if (this.row >= limits.lines) throw new ImportFault('too-many-rows');
        if (this.column >= limits.columns) {
            this.droppedColumns = Math.max(this.droppedColumns, this.column + 1 - limits.columns);
            return;
        }
        (this.cells[this.row] ??= [])[this.column] = this.shown();
        if (this.book.styles[this.cell.style]?.bold) this.bold.add(`${this.row},${this.column}`);
    }

    shown() {
        const { type, style } = this.cell;
        if (type === 's') return this.book.strings[Number(this.value)] ?? '';
        if (type === 'b') return this.value === '1' ? 'TRUE' : 'FALSE';
        if (type === 'd') return this.value.replace(/^(\d{4})-(\d\d)-(\d\d).*/, '$3/$2/$1');
        if (type !== 'n') return withoutEscapes(this.value);
        const number = Number(this.value);
        return Number.isFinite(number) ? numberText(number, this.book.styles[style]?.format ?? null, this.book.from1904) : this.value;
    }
}
