// Changes of the appendix table, its numbers and what keys mean, without a browser.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cleanLines, looksLikeOldFont } from '../../web/page/parts/clean_text.js';
import { history } from '../../web/page/parts/history.js';
import { numeral, numeralOf } from '../../web/page/parts/numerals.js';
import { marksOf } from '../../web/page/pages/compose/grid/findings.js';
import { commandOf } from '../../web/page/pages/compose/grid/keys.js';
import { keptInSequence, numberedBy, renumbered } from '../../web/page/pages/compose/grid/numbering.js';
import * as rows from '../../web/page/pages/compose/grid/rows.js';
import { at, rangeOf, tabbed, walked } from '../../web/page/pages/compose/grid/selection.js';
import * as cells from '../../web/page/pages/compose/grid/table.js';

const columns = [
    { title: 'STT', role: 'ordinal' },
    { title: 'Nhiệm vụ', role: 'task' },
    { title: 'Thời gian', role: 'time', width: 30 },
];
const task = (...texts) => ({ kind: 'task', cells: texts });
const section = (label, text) => ({ kind: 'section', label, text });
const table = {
    columns,
    rows: [
        section('I', 'Tuyên truyền'),
        task('1', 'Kế hoạch', '2021'),
        task('2', 'Báo cáo\nquý', ''),
        section('II', 'Rà soát'),
        task('1', 'Đề án', '2022'),
    ],
};
const frozen = (value) =>
    typeof value === 'object' && value !== null && !Object.isFrozen(value)
        ? (Object.freeze(value), Object.values(value).forEach(frozen), value)
        : value;
frozen(table);
const ordinals = (made) => made.rows.map((row) => (row.kind === 'section' ? row.label : row.cells[0]));
const add = (made, index, ...texts) => rows.addRows(made, index, [task(...texts)]);

test('cells: a section has its label in the first column and its text over the others', () => {
    assert.equal(cells.textAt(table, 0, 0), 'I');
    assert.equal(cells.textAt(table, 0, 2), 'Tuyên truyền');
    assert.deepEqual(cells.withCell(table, 0, 2, 'Khác').rows[0], section('I', 'Khác'));
    assert.equal(cells.withCell(table, 1, 1, 'Kế hoạch'), table, 'nothing changed');
    const cleared = cells.cleared(table, { top: 0, left: 0, bottom: 1, right: 1 });
    assert.deepEqual(cleared.rows.slice(0, 2), [section('', ''), task('', '', '2021')]);
    assert.equal(cleared.rows[4], table.rows[4], 'rows that stay are the same objects');
    assert.deepEqual(cells.filledDown(table, { top: 1, left: 2, bottom: 2, right: 2 }).rows[2].cells[2], '2021');
    assert.deepEqual(
        cells.filledDown(table, { top: 2, left: 1, bottom: 2, right: 2 }).rows[2].cells,
        ['2', 'Kế hoạch', '2021'],
        'a single row takes what stands above',
    );
});

test('a table of one column shows a section in it', () => {
    const narrow = { columns: columns.slice(1, 2), rows: [section('I', 'Mục'), task('Việc')] };
    assert.equal(cells.textAt(narrow, 0, 0), 'Mục');
    assert.deepEqual(cells.withCell(narrow, 0, 0, 'Khác').rows[0], section('I', 'Khác'));
    assert.equal(cells.pathOf(narrow, 0, 0), '/rows/0/text');
});

test('pointers name cells and cells name pointers', () => {
    for (const [row, column, path] of [
        [1, 2, '/rows/1/cells/2'],
        [0, 0, '/rows/0/label'],
        [0, 2, '/rows/0/text'],
    ]) {
        assert.equal(cells.pathOf(table, row, column), path);
        assert.deepEqual(cells.placeOf(table, path), { row, column: cells.cellColumn(table, row, column) });
    }
    assert.deepEqual(cells.placeOf(table, '/columns/1/title'), { row: -1, column: 1 });
    assert.deepEqual(cells.placeOf(table, '/rows/3'), { row: 3, column: -1 });
    for (const path of ['', '/rows/9/cells/0', '/columns/7', '/title']) assert.equal(cells.placeOf(table, path), null);
    const finding = (pointer) => ({ pointer, severity: 'warning', message: 'x' });
    const { marks, others } = marksOf(
        table,
        '/attachments/1/table',
        ['/rows/1/cells/2', '', '/rows/0/text'].map((path) => finding(`/attachments/1/table${path}`)).concat(finding('/attachments/10/table')),
    );
    assert.deepEqual([...marks.keys()], ['1,2', '0,1']);
    assert.equal(others.length, 1);
});

test('what the service gives is made sound', () => {
    assert.deepEqual(cells.sound({ columns, rows: [] }).rows, [task('', '', '')]);
    assert.deepEqual(cells.sound({ columns, rows: [task('1')] }).rows, [task('1', '', '')]);
});

test('rows: add, delete, duplicate, move; the last one stays', () => {
    assert.deepEqual(ordinals(add(table, 1, 'x', '', '')), ['I', 'x', '1', '2', 'II', '1']);
    assert.deepEqual(ordinals(rows.deleteRows(table, 1, 3)), ['I', '1']);
    assert.deepEqual(rows.deleteRows(table, 0, 4).rows, [task('', '', '')]);
    assert.deepEqual(ordinals(rows.duplicateRows(table, 0, 1)), ['I', '1', 'I', '1', '2', 'II', '1']);
    assert.deepEqual(ordinals(rows.moveRows(table, 3, 4, -1)), ['I', '1', 'II', '1', '2']);
    assert.equal(rows.moveRows(table, 0, 1, -1), table);
    assert.equal(rows.moveRows(table, 4, 4, 1), table);
});

test('sections: nothing is lost on the way there, and back it is a task again', () => {
    const made = rows.toggleSections(table, 2, 2);
    assert.deepEqual(made.rows[2], section('I', 'Báo cáo quý'));
    assert.deepEqual(rows.toggleSections(table, 1, 1).rows[1], section('I', 'Kế hoạch 2021'));
    assert.deepEqual(rows.toggleSections(table, 3, 3).rows[3], task('II', 'Rà soát', ''));
    assert.ok(rows.toggleSections(table, 0, 4).rows.every((row) => row.kind === 'section'));
    const first = rows.toggleSections({ columns, rows: [task('1', 'Đầu', '')] }, 0, 0);
    assert.deepEqual(first.rows[0], section('I', 'Đầu'));
});

test('columns: add, delete, move, change; the last one stays', () => {
    const added = rows.addColumn(table, 1, { title: 'Hạn', role: 'other' });
    assert.deepEqual(added.rows[1].cells, ['1', '', 'Kế hoạch', '2021']);
    assert.deepEqual(rows.deleteColumn(added, 1), table);
    assert.deepEqual(rows.moveColumn(table, 2, 0).rows[1].cells, ['2021', '1', 'Kế hoạch']);
    assert.deepEqual(rows.moveColumn(rows.moveColumn(table, 2, 0), 0, 2), table);
    assert.equal(rows.moveColumn(table, 0, 3), table);
    assert.equal('width' in rows.changeColumn(table, 2, { width: undefined }).columns[2], false);
    const one = { columns: columns.slice(0, 1), rows: [task('1')] };
    assert.equal(rows.deleteColumn(one, 0), one);
});

test('appending puts columns of the same role together', () => {
    const more = {
        columns: [
            { title: 'Nội dung', role: 'task' },
            { title: 'Ghi chú', role: 'other' },
            { title: 'Hạn', role: 'time' },
        ],
        rows: [task('Họp', 'gấp', '5/6'), section('III', 'Khác')],
    };
    const made = rows.appended(table, more);
    assert.deepEqual(
        made.columns.map((column) => column.title),
        ['STT', 'Nhiệm vụ', 'Thời gian', 'Ghi chú'],
    );
    assert.deepEqual(made.rows[5].cells, ['', 'Họp', '5/6', 'gấp']);
    assert.deepEqual(made.rows[1].cells, ['1', 'Kế hoạch', '2021', '']);
    assert.equal(rows.appended({ columns, rows: [task('', '', '')] }, more).rows.length, 2, 'an empty row does not stay above');
});

test('numerals', () => {
    assert.deepEqual(
        [1, 4, 9, 14, 40, 89].map((value) => numeral('roman', value)),
        ['I', 'IV', 'IX', 'XIV', 'XL', 'LXXXIX'],
    );
    assert.deepEqual(
        [1, 5, 7, 8, 23].map((value) => numeral('letter', value)),
        ['a', 'đ', 'g', 'h', 'y'],
    );
    assert.deepEqual(numeralOf('C'), { kind: 'capital', value: 3 });
    assert.deepEqual(numeralOf('VII'), { kind: 'roman', value: 7 });
    assert.equal(numeralOf('IIX'), null);
});

test('ordinals: in each section or through', () => {
    const mixed = {
        columns,
        rows: [section('I', 'A'), task('5', 'a', ''), task('', 'b', ''), section('V', 'B'), task('', 'c', ''), task('7', 'd', ''), task('', '', '')],
    };
    assert.deepEqual(ordinals(renumbered(mixed, 'section')), ['I', '1', '2', 'II', '1', '2', '']);
    assert.deepEqual(ordinals(renumbered(mixed, 'through')), ['I', '1', '2', 'II', '3', '4', '']);
    assert.equal(renumbered(table, 'section'), table, 'what is in sequence is not touched');
    assert.equal(numberedBy(table, 'through'), 'section');
});

test('ordinals keep their form: 01, 1., 1.1, letters; the only task of a section needs none', () => {
    const of = (...texts) =>
        ordinals(renumbered({ columns, rows: texts.map((text) => (/^[IVA-D]/.test(text) ? section(text, 's') : task(text, 't', ''))) }, 'section'));
    assert.deepEqual(of('01', '03', ''), ['01', '02', '03']);
    assert.deepEqual(of('1.', '1.', '9.'), ['1.', '2.', '3.']);
    assert.deepEqual(of('1', '1.1', '1.5', '4', '1.1'), ['1', '1.1', '1.2', '2', '2.1']);
    assert.deepEqual(of('I.', '1.1', '1.1', 'III.', '9.9'), ['I.', '1.1', '1.2', 'II.', '2.1']);
    assert.deepEqual(of('1', 'a)', '-', '5'), ['1', 'a)', '-', '2']);
    assert.deepEqual(of('I', '', 'II', '', ''), ['I', '', 'II', '1', '2']);
    assert.deepEqual(of('A', 'I', '1', 'I', '4', 'C', 'V'), ['A', 'I', '1', 'II', '1', 'B', 'I']);
});

test('numbers stay in sequence where they were, and stay as they are where they were not', () => {
    const added = rows.addRows(table, 1, [task('1', '', '')]);
    assert.deepEqual(ordinals(keptInSequence(table, added, 'section')), ['I', '1', '2', '3', 'II', '1']);
    const odd = cells.withCell(table, 2, 0, '7');
    assert.deepEqual(ordinals(keptInSequence(odd, rows.deleteRows(odd, 1, 1), 'section')), ['I', '7', 'II', '1']);
});

test('walking: sections are one cell wide behind their label', () => {
    assert.deepEqual(walked(at(0, 0), table, { right: 1 }), at(0, 1));
    assert.deepEqual(walked(at(0, 2), table, { right: -1 }), at(0, 0));
    assert.deepEqual(walked(at(1, 2), table, { down: -1 }), at(0, 2), 'the column is kept over a section');
    assert.deepEqual(walked(at(4, 1), table, { down: 1 }), at(4, 1));
    assert.deepEqual(walked(at(1, 2), table, { down: 1, jump: true }), at(3, 2));
    assert.deepEqual(walked(at(1, 1), table, { down: 1, extend: true }), { row: 1, column: 1, endRow: 2, endColumn: 1 });
    assert.deepEqual(tabbed(at(0, 2), table, 1), at(1, 0));
    assert.deepEqual(tabbed(at(1, 0), table, -1), at(0, 1));
    assert.equal(tabbed(at(4, 2), table, 1), null);
    assert.deepEqual(rangeOf(at(0, 2), table), { top: 0, left: 1, bottom: 0, right: 1 });
});

test('keys mean what they mean in Excel', () => {
    const key = (name, modifiers = {}) => ({
        key: name,
        ctrlKey: false,
        metaKey: false,
        shiftKey: false,
        altKey: false,
        isComposing: false,
        ...modifiers,
    });
    assert.equal(commandOf(key('ArrowDown'), 'select').name, 'walk');
    assert.equal(commandOf(key('ArrowDown'), 'type').name, 'walk');
    assert.equal(commandOf(key('ArrowDown'), 'caret'), null);
    assert.equal(commandOf(key('Enter', { altKey: true }), 'caret').name, 'lineBreak');
    assert.equal(commandOf(key('Enter', { isComposing: true }), 'type'), null, 'the input method has the key');
    assert.equal(commandOf(key('z', { ctrlKey: true }), 'select').name, 'undo');
    assert.equal(commandOf(key('z', { ctrlKey: true }), 'type'), null, 'within a text the browser undoes');
    assert.equal(commandOf(key('Z', { ctrlKey: true, shiftKey: true }), 'select').name, 'redo');
    assert.equal(commandOf(key('a'), 'select'), null);
    assert.equal(commandOf(key('Escape'), 'caret').name, 'cancel');
});

test('texts: composed, without what cannot be seen; old fonts are known', () => {
    assert.equal(cleanLines(' Kế\u00a0 hoạch\t\u200bnăm\r\n\r\n 2021 \n'.normalize('NFD')), 'Kế hoạch năm\n\n2021');
    assert.ok(looksLikeOldFont('Céng hoµ x· héi chñ nghÜa ViÖt Nam §éc lËp'));
    assert.ok(looksLikeOldFont('Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam'));
    assert.ok(!looksLikeOldFont('Cộng hòa xã hội chủ nghĩa Việt Nam; khoảng 3·5 m², 10 µm; «Đề án» số 1/2 – Hà Nội'));
});

test('a row of changes with one name is one step back', () => {
    const steps = history(0);
    for (const [value, name] of [
        [1, 'a'],
        [2, 'a'],
        [3, 'b'],
        [4, undefined],
        [5, undefined],
    ])
        steps.apply(value, name);
    assert.deepEqual([steps.undo(), steps.undo(), steps.undo(), steps.undo(), steps.canUndo()], [4, 3, 2, 0, false]);
    assert.deepEqual([steps.redo(), steps.redo()], [2, 3]);
});
