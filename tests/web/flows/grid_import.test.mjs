// Files with tables, without a browser: workbooks, CSV of all kinds, what will be made of them.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readCsv, textOf } from '../../web/page/pages/compose/import/csv.js';
import { kindOf } from '../../web/page/pages/compose/import/file_kind.js';
import { formatOf, numberText } from '../../web/page/pages/compose/import/number_format.js';
import { planned, taken } from '../../web/page/pages/compose/import/plan.js';
import { Workbook } from '../../web/page/pages/compose/import/workbook.js';
import { scan } from '../../web/page/pages/compose/import/xml_scan.js';
import { matrixOf } from '../../web/page/pages/compose/grid/matrix.js';
import { newTable } from '../../web/page/pages/compose/grid/table.js';
import { workbook, zip } from './xlsx_writer.mjs';

const open = (bytes) => new Workbook(new Uint8Array(bytes));
const reason = (name) => (fault) => fault.reason === name;

test('numbers stand as Excel shows them in a Vietnamese office', () => {
    const shown = (value, code, id = 164) => numberText(value, formatOf(id, code));
    const all = [
        [0.1 + 0.2, 'General', '0,3'],
        [2021, 'General', '2021'],
        [1500000, '#,##0', '1.500.000'],
        [0.95, '0%', '95%'],
        [0.0512, '0.00%', '5,12%'],
        [7, '00', '07'],
        [1.5, '0.0#', '1,5'],
        [1.25, '0.0#', '1,25'],
        [-3, '0', '-3'],
        [12, '0 "ngày"', '12 ngày'],
        [12, '"Quý "0', 'Quý 12'],
        [5, '_(* #,##0_);_(* \\(#,##0\\);_(* "-"??_);_(@_)', '5'],
        [1234.5, '#,##0.00\\ "₫"', '1.234,50 ₫'],
        [-0.001, '0.0', '0,0'],
        [1234, '[$-42A]#,##0', '1.234'],
        [1500000, '#,##0.0,, "triệu"', '1,5 triệu'],
        [1500000, '#,##0,', '1.500'],
        [1500000, '#,##0,.0', '1.500,0'],
        [2.675, '0.00', '2,68'],
        [-1.005, '0.00', '-1,01'],
        [0.285, '0%', '29%'],
        [0.57, '0.0%', '57,0%'],
        [999.995, '#,##0.00', '1.000,00'],
        [912345678, '0000 000 000', '0912 345 678'],
        [912345678, '0000\\.000"."000', '0912.345.678'],
        [84912345678, '00 000-0000', '8491 234-5678'],
        [0, '000-00', '000-00'],
        [5, '0000000000000000', '0000000000000005'],
        [123456789012345680, '0', '123456789012346000'],
    ];
    for (const [value, code, text] of all) assert.equal(shown(value, code), text, code);
    assert.equal(shown(1e300, 'General'), '1e+300');
    assert.equal(numberText(3, formatOf(1, undefined)), '3');
});

test('dates stand as dd/mm/yyyy, whatever the workbook calls them', () => {
    const shown = (value, code, id = 164, from1904 = false) => numberText(value, formatOf(id, code), from1904);
    for (const [value, code, text] of [
        [44221, 'm/d/yyyy', '25/01/2021'],
        [44221, '[$-42A]dd\\ mmmm\\ yyyy', '25/01/2021'],
        [44221, 'mm/yyyy', '01/2021'],
        [44221, 'yyyy', '2021'],
        [44221.5, 'dd/mm/yyyy hh:mm', '25/01/2021 12:00'],
        [0.75, 'h:mm', '18:00'],
        [0.75, 'h:mm:ss AM/PM', '18:00:00'],
        [1.25, '[h]:mm', '30:00'],
        [1.25, '[hh]:mm:ss', '30:00:00'],
        [0.0625, '[mm]:ss', '90:00'],
        [0.001, '[ss]', '86'],
        [2, '[h]', '48'],
        [1, 'dd/mm/yyyy', '01/01/1900'],
        [61, 'dd/mm/yyyy', '01/03/1900'],
        [44221, '"Ngày" dd/mm/yyyy', '25/01/2021'],
    ])
        assert.equal(shown(value, code), text, code);
    assert.equal(shown(1.25, undefined, 46), '30:00:00');
    assert.equal(shown(44221, undefined, 14), '25/01/2021');
    assert.equal(shown(44221 - 1462, 'dd/mm/yyyy', 164, true), '25/01/2021');
});

test('XML: prefixes, entities, CDATA, comments, sections that close themselves; what is broken is refused', () => {
    const seen = [];
    scan('<?xml version="1.0"?><!-- <a> --><x:a b="1 &gt; &#x110;" c=\'>\'><x:b/>đ&amp;&#273;<![CDATA[<&>]]></x:a>', {
        open: (name, attributes) => seen.push([name, attributes]),
        text: (text) => seen.push(text),
        close: (name) => seen.push(`/${name}`),
    });
    assert.deepEqual(seen, [['a', { b: '1 > Đ', c: '>' }], ['b', {}], '/b', 'đ&đ', '<&>', '/a']);
    assert.throws(() => scan('<a b="', {}));
    assert.throws(() => scan('<!DOCTYPE a [<!ENTITY b "c">]><a/>', {}));
});

const styles =
    '<numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts><fonts><font><sz val="11"/></font><font><b/><sz val="11"/></font></fonts>' +
    '<cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs><xf numFmtId="0" fontId="0"/><xf numFmtId="164" fontId="0"/><xf numFmtId="0" fontId="1"/><xf numFmtId="9" fontId="0"/></cellXfs>';

test('a workbook: sheets, shared and rich strings, numbers by their style, merged cells, hidden rows', () => {
    const strings =
        '<si><t>Nhiệm vụ</t></si><si><r><t xml:space="preserve">Kế </t></r><r><rPr><b/></rPr><t>hoạch_x000D_\nnăm</t></r><rPh><t>x</t></rPh></si>';
    const rows = [
        ['STT', { xml: '<c r="REF" t="s"><v>0</v></c>' }, 'Thời gian', 'Tỷ lệ'],
        [{ value: 'I', style: 2 }, 'Nhóm'],
        [1, { xml: '<c r="REF" t="s"><v>1</v></c>' }, { value: 44221, style: 1 }, { value: 0.5, style: 3 }],
        [
            { xml: '<c r="REF"><f>A3+1</f><v>2</v></c>' },
            { xml: '<c r="REF" t="str"><f>x</f><v>Sửa</v></c>' },
            { xml: '<c r="REF" t="e"><v>#N/A</v></c>' },
            { xml: '<c r="REF" t="b"><v>1</v></c>' },
        ],
    ];
    const book = open(
        workbook(
            [
                { name: 'Bảng & mục', rows, merges: ['B2:D2'], hidden: [2] },
                { name: 'Ẩn', rows: [['x']], state: 'hidden' },
            ],
            { styles, strings },
        ),
    );
    assert.deepEqual(
        book.sheets.map((sheet) => [sheet.name, sheet.hidden]),
        [
            ['Bảng & mục', false],
            ['Ẩn', true],
        ],
    );
    const { matrix, hiddenRows } = book.read(0);
    assert.equal(hiddenRows, 1);
    assert.deepEqual(matrix.cells, [
        ['STT', 'Nhiệm vụ', 'Thời gian', 'Tỷ lệ'],
        ['I', 'Nhóm', '', ''],
        ['1', 'Kế hoạch\nnăm', '25/01/2021', '50%'],
        ['2', 'Sửa', '#N/A', 'TRUE'],
    ]);
    assert.ok(matrix.bold.has('1,0') && !matrix.bold.has('2,0'));
    const { table } = planned(matrix);
    assert.deepEqual(table.rows[0], { kind: 'section', label: 'I', text: 'Nhóm' });
    assert.deepEqual(
        table.columns.map((column) => column.role),
        ['ordinal', 'task', 'time', 'other'],
    );
});

test('workbooks that count days from 1904, and cells that name no place', () => {
    const book = open(
        workbook([{ name: 'a', rows: [[{ xml: '<c s="1"><v>42759</v></c>' }, { xml: '<c t="inlineStr"><is><t>b</t></is></c>' }]] }], {
            styles,
            date1904: true,
        }),
    );
    assert.deepEqual(book.read(0).matrix.cells, [['25/01/2021', 'b']]);
});

test('what is no workbook is refused by name', () => {
    assert.throws(() => open(zip({ 'word/document.xml': '<a/>' })), reason('word'));
    assert.throws(() => open(zip({ 'content.xml': '<a/>' })), reason('open-document'));
    assert.throws(() => open(zip({ 'xl/workbook.xml': '<workbook/>' })), reason('broken'));
    assert.throws(() => open(zip({ 'xl/workbook.xml': '<a/>' }, { size: 400_000_000 })), reason('too-large'));
    const whole = workbook([{ name: 'a', rows: [['x']] }]);
    assert.throws(() => open(whole.subarray(0, whole.length - 60)));
    assert.throws(() => open(workbook([{ name: 'a', rows: [[{ xml: '<c r="A200000"><v>1</v></c>' }]] }])).read(0), reason('too-many-rows'));
    assert.deepEqual(
        [[0x50, 0x4b, 3, 4], [0xd0, 0xcf, 0x11, 0xe0], [0x25, 0x50, 0x44, 0x46], [0x61]].map((bytes) => kindOf(new Uint8Array(bytes))),
        ['zip', 'old-excel', 'pdf', 'text'],
    );
});

const bytesOf = (text, encoding = 'utf8') => new Uint8Array(Buffer.from(text, encoding));

test('CSV: separators, quotes, line ends within cells, empty lines', () => {
    assert.deepEqual(readCsv(bytesOf('\ufeffSTT;Nhiệm vụ\r\n1;"Lập; ""kế"" hoạch\r\nnăm"\r\n\r\n2;x\r\n')).matrix.cells, [
        ['STT', 'Nhiệm vụ'],
        ['1', 'Lập; "kế" hoạch\nnăm'],
        ['2', 'x'],
    ]);
    assert.deepEqual(readCsv(bytesOf('a,b\n1,"2,5"\n')).matrix.cells, [
        ['a', 'b'],
        ['1', '2,5'],
    ]);
    assert.deepEqual(readCsv(bytesOf('a\tb\n1\t2\n')).matrix.cells, [
        ['a', 'b'],
        ['1', '2'],
    ]);
    assert.deepEqual(readCsv(bytesOf('sep=|\r\na|b,c\r\n')).matrix.cells, [['a', 'b,c']]);
});

test('columns that are too many and quotes that do not close are counted', () => {
    const titles = Array.from({ length: 63 }, (_, i) => `c${i + 1}`);
    const csv = readCsv(bytesOf(`${titles.join(';')};;\r\n1;2\r\n`));
    assert.deepEqual([csv.matrix.cells[0].length, csv.droppedColumns, csv.brokenQuotes], [60, 3, 0]);
    const sheet = open(workbook([{ name: 'a', rows: [titles, ['1']] }])).read(0);
    assert.deepEqual([sheet.matrix.cells[0].length, sheet.droppedColumns], [60, 3]);
    assert.equal(readCsv(bytesOf('a;b\r\n1;2\r\n')).droppedColumns, 0);
    assert.equal(readCsv(bytesOf('a;b\r\n1;"mở\r\n2;x\r\n')).brokenQuotes, 1);
    assert.equal(readCsv(bytesOf('một cột\r\nx\r\n')).brokenQuotes, 0);
});

test('CSV: UTF-8, UTF-16 with and without mark, the code page of old Windows', () => {
    const text = 'Nhiệm vụ\tĐề án';
    assert.equal(textOf(bytesOf(text)), text);
    assert.equal(textOf(bytesOf(`\ufeff${text}`, 'utf16le')), text);
    assert.equal(textOf(bytesOf(text, 'utf16le')), text);
    const swapped = bytesOf(`\ufeff${text}`, 'utf16le').map((_, i, all) => all[i ^ 1]);
    assert.equal(textOf(swapped), text);
    assert.equal(textOf(new Uint8Array([0xd0, 0xea, 0xec, 0x20, 0xe1, 0x6e])), 'Đế án'); // ê and a combining acute
    assert.throws(() => textOf(new Uint8Array([1, 2, 0, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17])), reason('unknown'));
});

test('the plan: other titles, other roles, columns left out', () => {
    const matrix = matrixOf([
        ['Bảng', '', ''],
        ['Việc cần làm', 'Ai', 'Mã'],
        ['Họp', 'Sở A', 'x'],
        ['', '', 'y'],
    ]);
    assert.equal(planned(matrix).head.end, 0, 'these titles are not known');
    const plan = planned(matrix, { titleRow: 1, roles: ['task', 'lead', 'skip'] });
    assert.deepEqual(plan.table, {
        columns: [
            { title: 'Việc cần làm', role: 'task' },
            { title: 'Ai', role: 'lead' },
        ],
        rows: [{ kind: 'task', cells: ['Họp', 'Sở A'] }],
    });
    assert.equal(plan.dropped, 1);
    assert.equal(plan.all.length, 3);
    assert.equal(planned(matrix, { titleRow: -1 }).table.rows.length, 4);
});

test('what is too long is refused before anything changes', () => {
    const long = matrixOf(Array.from({ length: 20_001 }, (_, i) => [String(i), 'x']));
    assert.throws(() => planned(long), reason('too-many-rows'));
    const wide = planned(matrixOf(Array.from({ length: 5000 }, () => ['x'.repeat(1000)]))).table;
    assert.throws(() => taken(newTable(), wide, 'replace'), reason('too-long'));
});

test('20,000 rows of a workbook are read within seconds', () => {
    const rows = [
        ['STT', 'Nhiệm vụ', 'Chủ trì'],
        ...Array.from({ length: 19_999 }, (_, i) => [i + 1, `Nhiệm vụ số ${i} của kế hoạch`, 'Sở Tài chính']),
    ];
    const bytes = workbook([{ name: 'a', rows }]);
    const since = performance.now();
    const { table } = planned(open(bytes).read(0).matrix);
    const milliseconds = performance.now() - since;
    assert.equal(table.rows.length, 19_999);
    console.log(`20,000 rows: ${Math.round(milliseconds)} ms`);
    assert.ok(milliseconds < 5000, `${milliseconds} ms`);
});
