// Changes to tables that were read, without a browser.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { history } from '../../web/page/parts/history.js';
import { addColumn, changeColumn, deleteColumn, moveColumn, toggleSections } from '../../web/page/pages/compose/grid/rows.js';
import { withCell } from '../../web/page/pages/compose/grid/table.js';
import * as edit from '../../web/page/pages/reading/table_edit.js';

const spot = (page, left, confidence = 0.9) => [page, left, 0, left + 9, 9, confidence];
const task = (...cells) => ({ kind: 'task', cells, places: cells.map((_, i) => spot(1, i * 10)), spans: cells.map(() => null), place: spot(1, 0, 1) });
const section = (label, text) => ({ kind: 'section', label, text, places: [spot(1, 0), spot(1, 10)], spans: [null, null], place: null });
const columns = [{ title: 'TT', role: 'ordinal' }, { title: 'Nhiệm vụ', role: 'task' }];
const table = { title: 'A', columns, rows: [task('1', 'Lập kế hoạch'), task('', 'hằng năm'), task('2', 'Báo cáo\nquý')], pages: [1], confidence: 0.9 };
const texts = ({ rows }) => rows.map((row) => (row.kind === 'section' ? [row.label ?? '', row.text] : row.cells));
Object.freeze(table.rows);
table.rows.forEach((line) => [line, line.cells, line.places].forEach(Object.freeze));

test('rows that are merged go on in the line where a page turn cut them, else a paragraph begins', () => {
    assert.deepEqual(texts(edit.mergeRows(table, 0, 1)), [['1', 'Lập kế hoạch hằng năm'], ['2', 'Báo cáo\nquý']]);
    const listed = { ...table, rows: [task('1', '- Việc một;'), task('', '- việc hai')] };
    assert.deepEqual(texts(edit.mergeRows(listed, 0, 1)), [['1', '- Việc một;\n- việc hai']]);
    assert.deepEqual(texts(edit.mergeRows(table, 0, 2)), [['1 2', 'Lập kế hoạch hằng năm Báo cáo\nquý']]);
    assert.equal(edit.mergeRows(table, -1, 0), table);
    assert.deepEqual(texts(edit.mergeRows({ ...table, rows: [section('I', 'Phần'), task('', 'đầu')] }, 0, 1)), [['I', 'Phần đầu']]);
});

test('merging unites boxes, across pages the first box stays', () => {
    const lower = { ...task('', 'hằng năm'), places: [null, [1, 5, 20, 40, 30, 0.5]] };
    assert.deepEqual(edit.mergeRows({ ...table, rows: [table.rows[0], lower] }, 0, 1).rows[0].places, [spot(1, 0), [1, 5, 0, 40, 30, 0.5]]);
    const next = { ...lower, places: [null, spot(2, 0, 0.5)] };
    assert.deepEqual(edit.mergeRows({ ...table, rows: [table.rows[0], next] }, 0, 1).rows[0].places[1], spot(1, 10));
});

test('splitting at the caret', () => {
    const made = edit.splitRow(table, 2, 1, 'Báo cáo'.length);
    assert.deepEqual(texts(made).slice(2), [['2', 'Báo cáo'], ['', 'quý']]);
    assert.deepEqual(made.rows[3].places, [null, spot(1, 10)]);
    assert.deepEqual(texts(edit.splitRow({ ...table, rows: [section('I', 'Phần đầu')] }, 0, 1, 5)), [['I', 'Phần'], ['', 'đầu']]);
});

test('places follow columns and rows that the grid changes', () => {
    const after = (changed) => edit.withOrigins(table, changed);
    const places = (made) => made.rows[0].places;
    assert.deepEqual(places(after(moveColumn(table, 1, 0))), [spot(1, 10), spot(1, 0)]);
    assert.deepEqual(places(after(addColumn(table, 1, { title: 'Hạn', role: 'time' }))), [spot(1, 0), null, spot(1, 10)]);
    assert.deepEqual(places(after(deleteColumn(table, 0))), [spot(1, 10)]);
    assert.deepEqual(places(after(changeColumn(table, 0, { title: 'STT' }))), table.rows[0].places);
    const asSection = after(toggleSections(table, 0, 0));
    assert.deepEqual([asSection.rows[0].kind, places(asSection)], ['section', [spot(1, 0), spot(1, 10)]]);
    const back = edit.withOrigins(asSection, toggleSections(asSection, 0, 0));
    assert.deepEqual(places(back), [spot(1, 0), spot(1, 10)]);
    assert.equal(asSection.title, 'A');
});

test('a cell that was written in is sure, the others are not', () => {
    const written = edit.withWrittenCellsSure(table, edit.withOrigins(table, withCell(table, 0, 1, 'Lập quy hoạch')));
    assert.deepEqual(written.rows[0].places, [spot(1, 0), spot(1, 10, 1)]);
    assert.equal(written.rows[1], table.rows[1]);
});

test('a table goes on in the next: titles that are none of the first are a row', () => {
    const next = { ...table, columns: [{ title: '3', role: 'other' }, { title: 'Họp', role: 'other' }, { title: '5/6', role: 'other' }], rows: [task('4', 'Nghỉ', '6/6')], pages: [2], confidence: 0.5 };
    const [joined, ...others] = edit.joinWithNext([table, next], 0);
    assert.equal(others.length, 0);
    assert.deepEqual(joined.columns.map(({ title }) => title), ['TT', 'Nhiệm vụ', '5/6']);
    assert.deepEqual(texts(joined).slice(3), [['3', 'Họp', '5/6'], ['4', 'Nghỉ', '6/6']]);
    assert.deepEqual(texts(joined)[0], ['1', 'Lập kế hoạch', '']);
    assert.deepEqual([joined.pages, joined.confidence], [[1, 2], 0.5]);
    const repeated = { ...next, columns: [...columns, { title: '', role: 'other' }] };
    assert.equal(edit.joinWithNext([table, repeated], 0)[0].rows.length, 4);
    assert.equal(edit.joinWithNext([table], 0)[0], table);
});

test('undo and redo', () => {
    const steps = history(table);
    for (let i = 0; i < 1000; ++i) steps.apply(withCell(steps.current(), 0, 1, String(i)));
    for (let i = 0; i < 1000; ++i) steps.undo();
    assert.equal(steps.undo(), table);
    assert.equal(steps.redo().rows[0].cells[1], '0');
    steps.apply(edit.mergeRows(steps.current(), 0, 1));
    assert.equal(steps.redo().rows.length, 2);
});
