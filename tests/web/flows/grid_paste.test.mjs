// Tables from elsewhere, without a browser: text of the clipboard, merged cells, titles, sections.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { htmlFrom, matrixFromText, textFrom } from '../../web/page/pages/compose/grid/clipboard.js';
import { columnsOf, headRows, matchRole } from '../../web/page/pages/compose/grid/header.js';
import { matrixOf, placed, spanAt, trimmed } from '../../web/page/pages/compose/grid/matrix.js';
import { pasted } from '../../web/page/pages/compose/grid/paste.js';
import { recognise } from '../../web/page/pages/compose/grid/recognise.js';
import { newTable } from '../../web/page/pages/compose/grid/table.js';

const task = (...cells) => ({ kind: 'task', cells });
const cell = (row, column, bottom = row, right = column) => ({ top: row, left: column, bottom, right });
const roles = (columns) => columns.map((column) => column.role);

test('text of the clipboard: cells in quotes hold line ends, tabs and quotes', () => {
    assert.deepEqual(matrixFromText('1\t"Lập ""kế hoạch""\nnăm"\t2021\r\n2\tBáo cáo\t\r\n').cells, [
        ['1', 'Lập "kế hoạch"\nnăm', '2021'],
        ['2', 'Báo cáo', ''],
    ]);
    assert.deepEqual(matrixFromText('"nguyên văn"\tx').cells, [['"nguyên văn"', 'x']], 'quotes without need are text');
    assert.deepEqual(matrixFromText('a "b" c\t"mở').cells, [['a "b" c', '"mở']]);
    assert.deepEqual(matrixFromText('một\nhai').cells, [['một'], ['hai']]);
    assert.deepEqual(matrixFromText('').cells, [['']]);
});

test('what is copied comes back as it was', () => {
    const table = {
        columns: [
            { title: 'STT', role: 'ordinal' },
            { title: 'Việc', role: 'task' },
            { title: 'Hạn', role: 'time' },
        ],
        rows: [{ kind: 'section', label: 'I', text: 'Mục "một"' }, task('1', 'dòng\nhai\tba', '')],
    };
    const range = cell(0, 0, 1, 2);
    assert.deepEqual(matrixFromText(textFrom(table, range)).cells, [
        ['I', 'Mục "một"', ''],
        ['1', 'dòng\nhai\tba', ''],
    ]);
    const html = htmlFrom({ ...table, rows: [table.rows[0], task('1', '<b>&\n2', '')] }, range);
    assert.ok(html.includes('<td>I</td><td colspan="2">Mục "một"</td>'), html);
    assert.ok(html.includes('&lt;b&gt;&amp;<br'), html);
});

test('merged cells stand in their top left position and push others aside', () => {
    const matrix = placed([
        [
            { text: 'STT', rows: 2 },
            { text: 'Nhiệm vụ', rows: 2 },
            { text: 'Đơn vị thực hiện', columns: 2 },
            { text: 'Thời gian', rows: 2 },
        ],
        [{ text: 'Chủ trì' }, { text: 'Phối hợp' }],
        [{ text: '1' }, { text: 'Kế hoạch' }, { text: 'Sở A', columns: 2 }, { text: '2021' }],
    ]);
    assert.deepEqual(matrix.cells, [
        ['STT', 'Nhiệm vụ', 'Đơn vị thực hiện', '', 'Thời gian'],
        ['', '', 'Chủ trì', 'Phối hợp', ''],
        ['1', 'Kế hoạch', 'Sở A', '', '2021'],
    ]);
    assert.deepEqual(spanAt(matrix, 1, 0), { row: 0, column: 0, rows: 2, columns: 1 });
    const { table, head } = recognise(matrix);
    assert.deepEqual(head, { first: 0, end: 2 });
    assert.deepEqual(roles(table.columns), ['ordinal', 'task', 'lead', 'partners', 'time']);
    assert.equal(table.columns[2].title, 'Đơn vị thực hiện / Chủ trì');
    assert.deepEqual(table.rows, [task('1', 'Kế hoạch', 'Sở A', '', '2021')]);
});

test('spans of a broken page do no harm', () => {
    const matrix = placed([[{ text: 'x', rows: 9e9, columns: 9e9 }], [{ text: 'y' }]]);
    assert.ok(matrix.cells[0].length < 110);
    assert.equal(
        trimmed(
            matrixOf([
                ['', 'a', ''],
                ['', '', ''],
            ]),
        ).cells.length,
        1,
    );
});

test('titles tell roles, however they are written', () => {
    const all = {
        TT: 'ordinal',
        'Số\u00a0TT': 'ordinal',
        'NHIỆM VỤ, GIẢI PHÁP': 'task',
        'Noi dung cong viec': 'task',
        'Cơ quan chủ trì thực hiện': 'lead',
        'Đơn vị phối hợp': 'partners',
        'Thời gian hoàn thành (dự kiến)': 'time',
        'Sản phẩm/Kết quả': 'product',
        'Ghi chú': 'other',
    };
    for (const [title, role] of Object.entries(all)) assert.equal(matchRole(title).role, role, title);
    assert.equal(matchRole('Xin chào').weight, 0);
    assert.equal(matchRole('').weight, 0);
});

test('each role is given once, where the title says it best', () => {
    const columns = columnsOf(matrixOf([['STT', 'Nội dung', 'Nhiệm vụ', 'Thời gian']]), { first: 0, end: 1 });
    assert.deepEqual(roles(columns), ['ordinal', 'task', 'other', 'time']);
});

test('titles below a heading, in two rows without merged cells, numbers of columns, titles of each page', () => {
    const matrix = matrixOf([
        ['PHỤ LỤC', '', '', '', ''],
        ['(Kèm theo Quyết định số 1)', '', '', '', ''],
        ['', '', '', '', ''],
        ['TT', 'Nhiệm vụ', 'Đơn vị thực hiện', '', 'Hoàn thành'],
        ['', '', 'Chủ trì', 'Phối hợp', ''],
        ['(1)', '(2)', '(3)', '(4)', '(5)'],
        ['1', 'Kế hoạch', 'Sở A', 'Sở B', '2021'],
        ['TT', 'Nhiệm vụ', 'Đơn vị thực hiện / Chủ trì', 'Phối hợp', 'Hoàn thành'],
        ['2', 'Báo cáo', 'Sở A', '', ''],
    ]);
    const { table, head, dropped } = recognise(matrix);
    assert.deepEqual(head, { first: 3, end: 6 });
    assert.equal(dropped, 4);
    assert.deepEqual(roles(table.columns).slice(0, 4), ['ordinal', 'task', 'lead', 'partners']);
    assert.deepEqual(table.rows, [task('1', 'Kế hoạch', 'Sở A', 'Sở B', '2021'), task('2', 'Báo cáo', 'Sở A', '', '')]);
});

test('a first row of tasks is none of titles', () => {
    assert.deepEqual(
        headRows(
            matrixOf([
                ['1', 'Nội dung kế hoạch năm', 'Sở Tài chính', '2021'],
                ['2', 'Khác', 'Sở Nội vụ', '2022'],
            ]),
        ),
        { first: 0, end: 0 },
    );
});

test('sections: by merging, by their label, by bold type; a task with few cells is none', () => {
    const kinds = (matrix) =>
        matrix.cells.map(
            (_, r) =>
                recognise(
                    {
                        ...matrix,
                        cells: [matrix.cells[r]],
                        spans: new Map(
                            [...matrix.spans]
                                .filter(([key]) => key.startsWith(`${r},`))
                                .map(([key, span]) => [key.replace(/^\d+/, '0'), { ...span, row: 0 }]),
                        ),
                        bold: new Set([...matrix.bold].filter((key) => key.startsWith(`${r},`)).map((key) => key.replace(/^\d+/, '0'))),
                    },
                    -1,
                ).table.rows[0],
        );
    const made = kinds(
        placed([
            [{ text: 'I' }, { text: 'Nhóm một', columns: 3 }],
            [{ text: 'NHÓM CHUNG', columns: 4 }],
            [{ text: 'II. Nhóm hai', columns: 4 }],
            [{ text: 'B' }, { text: 'Nhóm bê' }, { text: '' }, { text: '' }],
            [{ text: '1' }, { text: 'Nhóm đậm', bold: true }, { text: '' }, { text: '' }],
            [{ text: '1' }, { text: 'Việc' }, { text: '' }, { text: '' }],
            [{ text: '' }, { text: 'Việc' }, { text: '' }, { text: '' }],
            [{ text: 'I' }, { text: 'Việc' }, { text: 'Sở A' }, { text: '' }],
        ]),
    );
    const section = (label, text) => ({ kind: 'section', label, text });
    assert.deepEqual(made.slice(0, 5), [
        section('I', 'Nhóm một'),
        section('', 'NHÓM CHUNG'),
        section('II.', 'Nhóm hai'),
        section('B', 'Nhóm bê'),
        section('1', 'Nhóm đậm'),
    ]);
    assert.ok(made.slice(5).every((row) => row.kind === 'task'));
});

test('a whole table into an empty one: titles become columns', () => {
    const text = 'STT\tNội dung\tChủ trì\r\nI\tNhóm\t\r\n1\t"Việc\nlớn"\tSở A\r\n';
    const { table, told, range } = pasted(newTable(), cell(0, 3), matrixFromText(text));
    assert.deepEqual(table.columns, [
        { title: 'STT', role: 'ordinal' },
        { title: 'Nội dung', role: 'task' },
        { title: 'Chủ trì', role: 'lead' },
    ]);
    assert.deepEqual(table.rows, [{ kind: 'section', label: 'I', text: 'Nhóm' }, task('1', 'Việc\nlớn', 'Sở A')]);
    assert.equal(told.head, 'taken');
    assert.deepEqual(range, cell(0, 0, 1, 2));
});

test('a table larger than the grid adds rows and columns, and tells', () => {
    const old = { columns: newTable().columns.slice(0, 3), rows: [task('1', 'a', 'b'), task('2', 'c', 'd')] };
    const { table, told } = pasted(
        old,
        cell(1, 1),
        matrixOf([
            ['x', 'y', 'z'],
            ['u', 'v', 'w'],
        ]),
    );
    assert.deepEqual(table.rows, [task('1', 'a', 'b', ''), task('2', 'x', 'y', 'z'), task('', 'u', 'v', 'w')]);
    assert.deepEqual(table.columns[3], { title: '', role: 'other' });
    assert.deepEqual([told.addedRows, told.addedColumns], [1, 1]);
    assert.equal(table.rows[0] === old.rows[0], false);
    assert.deepEqual(old.rows[1], task('2', 'c', 'd'), 'the old table is as it was');
});

test('the same titles again are left out below rows that are there', () => {
    const old = { columns: newTable().columns.slice(0, 3), rows: [task('1', 'a', 'b'), task('', '', '')] };
    const { table, told } = pasted(
        old,
        cell(1, 0),
        matrixOf([
            ['TT', 'Nhiệm vụ', 'Chủ trì'],
            ['2', 'x', 'y'],
        ]),
    );
    assert.deepEqual(table.rows, [task('1', 'a', 'b'), task('2', 'x', 'y')]);
    assert.equal(told.head, 'left');
});

test('one cell fills what is selected, a range is repeated where it fits', () => {
    const old = { columns: newTable().columns.slice(0, 2), rows: [task('', 'a'), task('', 'b'), task('', 'c'), task('', 'd')] };
    assert.deepEqual(
        pasted(old, cell(0, 1, 2, 1), matrixOf([['x']])).table.rows.map((row) => row.cells[1]),
        ['x', 'x', 'x', 'd'],
    );
    assert.deepEqual(
        pasted(old, cell(0, 1, 3, 1), matrixOf([['x'], ['y']])).table.rows.map((row) => row.cells[1]),
        ['x', 'y', 'x', 'y'],
    );
    assert.deepEqual(
        pasted(old, cell(0, 1, 2, 1), matrixOf([['x'], ['y']])).table.rows.map((row) => row.cells[1]),
        ['x', 'y', 'c', 'd'],
    );
});

test('cells pasted over a section go into it; a whole row of a task takes its place', () => {
    const old = { columns: newTable().columns.slice(0, 3), rows: [{ kind: 'section', label: 'I', text: 'Nhóm' }, task('1', 'a', 'b')] };
    assert.deepEqual(pasted(old, cell(0, 1), matrixOf([['Khác']])).table.rows[0], { kind: 'section', label: 'I', text: 'Khác' });
    assert.deepEqual(pasted(old, cell(0, 0), matrixOf([['1', 'x', 'y']])).table.rows[0], task('1', 'x', 'y'));
});

test('a column passes over sections, which have no room for it; what is copied with its gap stays in line', () => {
    const old = {
        columns: newTable().columns.slice(0, 4),
        rows: [task('1', 'a', '', ''), { kind: 'section', label: 'I', text: 'Nhóm' }, task('2', 'b', '', ''), task('3', 'c', '', '')],
    };
    const column = (made, at) => made.table.rows.map((row) => row.cells?.[at] ?? row.text);
    const made = pasted(old, cell(0, 2), matrixOf([['Sở A'], ['Sở B'], ['Sở C'], ['Sở D']]));
    assert.deepEqual(column(made, 2), ['Sở A', 'Nhóm', 'Sở B', 'Sở C', 'Sở D']);
    assert.deepEqual([made.told.rows, made.told.passed, made.told.addedRows, made.range], [4, 1, 1, cell(0, 2, 4, 2)]);
    const copied = pasted(old, cell(0, 2), matrixOf([['Sở A'], [''], ['Sở B']]));
    assert.deepEqual([column(copied, 2), copied.told.passed], [['Sở A', 'Nhóm', 'Sở B', ''], 0]);
    const wide = pasted(old, cell(0, 1), matrixOf([['x', 'Sở A'], ['y', 'Sở B']]));
    assert.deepEqual([column(wide, 1), column(wide, 2)], [['x', 'Nhóm', 'y', 'c'], ['Sở A', 'Nhóm', 'Sở B', '']]);
    const filled = pasted(old, cell(0, 3, 2, 3), matrixOf([['x']]));
    assert.deepEqual([column(filled, 3), filled.told.passed], [['x', 'Nhóm', 'x', ''], 0]);
});

test('2,000 rows are pasted at once', () => {
    const matrix = matrixOf([
        ['STT', 'Nhiệm vụ', 'Chủ trì', 'Phối hợp', 'Sản phẩm', 'Thời gian'],
        ...Array.from({ length: 2000 }, (_, i) => [String(i + 1), `Việc ${i}`, 'Sở A', 'Sở B', 'Báo cáo', '2025']),
    ]);
    const since = performance.now();
    assert.equal(pasted(newTable(), cell(0, 0), matrix).table.rows.length, 2000);
    const milliseconds = performance.now() - since;
    assert.ok(milliseconds < 300, `${milliseconds} ms`);
});
