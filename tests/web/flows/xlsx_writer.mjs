// A tiny writer of workbooks for the tests: stored ZIP entries, the XML given by hand where it matters.

function crc32(bytes) {
    let crc = ~0;
    for (const byte of bytes) {
        crc ^= byte;
        for (let k = 0; k < 8; ++k) crc = (crc >>> 1) ^ (0xedb88320 & -(crc & 1));
    }
    return ~crc >>> 0;
}

/** @param {Record<string, string | Buffer>} files @param {{ size?: number }} [lie] the size that is told of each file */
export function zip(files, lie = {}) {
    const parts = [];
    const directory = [];
    let offset = 0;
    for (const [name, content] of Object.entries(files)) {
        const bytes = Buffer.from(content);
        const path = Buffer.from(name);
        const head = Buffer.alloc(26);
        head.writeUInt16LE(20, 0);
        head.writeUInt16LE(0x0800, 2);
        head.writeUInt32LE(crc32(bytes), 10);
        head.writeUInt32LE(bytes.length, 14);
        head.writeUInt32LE(lie.size ?? bytes.length, 18);
        head.writeUInt16LE(path.length, 22);
        const place = Buffer.alloc(14);
        place.writeUInt32LE(offset, 10);
        const local = [Buffer.from('PK\x03\x04', 'latin1'), head, path, bytes];
        directory.push(Buffer.from('PK\x01\x02', 'latin1'), Buffer.from([20, 0]), head, place, path);
        parts.push(...local);
        offset += local.reduce((sum, part) => sum + part.length, 0);
    }
    const index = Buffer.concat(directory);
    const end = Buffer.alloc(18);
    end.writeUInt16LE(Object.keys(files).length, 4);
    end.writeUInt16LE(Object.keys(files).length, 6);
    end.writeUInt32LE(index.length, 8);
    end.writeUInt32LE(offset, 12);
    return Buffer.concat([...parts, index, Buffer.from('PK\x05\x06', 'latin1'), end]);
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const escaped = (text) => String(text).replace(/&/g, '&amp;').replace(/</g, '&lt;');
const letter = (column) => (column < 26 ? '' : String.fromCharCode(64 + Math.floor(column / 26))) + String.fromCharCode(65 + (column % 26));

/** Cells: a string, a number, or { xml } as it stands, or { value, style }. */
function cellXml(cell, row, column) {
    const reference = `${letter(column)}${row + 1}`;
    if (cell === '' || cell === undefined) return '';
    if (cell.xml) return cell.xml.replace('REF', reference);
    const { value = cell, style } = typeof cell === 'object' ? cell : {};
    const s = style === undefined ? '' : ` s="${style}"`;
    if (typeof value === 'number') return `<c r="${reference}"${s}><v>${value}</v></c>`;
    return `<c r="${reference}"${s} t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`;
}

/** @param {{ name: string, rows: any[][], merges?: string[], state?: string, hidden?: number[] }[]} sheets @param {{ styles?: string, strings?: string, date1904?: boolean }} [more] */
export function workbook(sheets, { styles = '', strings = '', date1904 = false } = {}) {
    const files = {};
    const list = sheets
        .map(({ name, state }, i) => `<sheet name="${escaped(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"${state ? ` state="${state}"` : ''}/>`)
        .join('');
    files['xl/workbook.xml'] =
        `<?xml version="1.0"?><workbook xmlns="${main}" xmlns:r="${relations}"><workbookPr${date1904 ? ' date1904="1"' : ''}/><sheets>${list}</sheets></workbook>`;
    const links = sheets
        .map((_, i) => `<Relationship Id="rId${i + 1}" Type="${relations}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`)
        .join('');
    files['xl/_rels/workbook.xml.rels'] = `<?xml version="1.0"?><Relationships>${links}</Relationships>`;
    if (styles) files['xl/styles.xml'] = `<?xml version="1.0"?><styleSheet xmlns="${main}">${styles}</styleSheet>`;
    if (strings) files['xl/sharedStrings.xml'] = `<?xml version="1.0"?><sst xmlns="${main}">${strings}</sst>`;
    sheets.forEach(({ rows, merges = [], hidden = [] }, i) => {
        const lines = rows
            .map(
                (row, r) => `<row r="${r + 1}"${hidden.includes(r) ? ' hidden="1"' : ''}>${row.map((cell, c) => cellXml(cell, r, c)).join('')}</row>`,
            )
            .join('');
        const merged = merges.length ? `<mergeCells>${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>` : '';
        files[`xl/worksheets/sheet${i + 1}.xml`] =
            `<?xml version="1.0"?><worksheet xmlns="${main}"><sheetData>${lines}</sheetData>${merged}</worksheet>`;
    });
    return zip(files);
}
