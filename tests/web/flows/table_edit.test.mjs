// Changes to a table that was read, without a browser.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as edit from '../../web/page/pages/reading/table_edit.js';

const row = (...cells) => ({ cells, section: false, places: cells.map((_, i) => [1, i * 10, 0, i * 10 + 9, 9, 0.9]) });
const table = { columns: ['TT', 'Nhiệm vụ'], rows: [row('1', 'Lập kế hoạch'), row('', 'hằng năm'), row('2', 'Báo cáo\nquý')] };
const texts = (made) => made.rows.map((line) => line.cells);
Object.freeze(table.rows);
table.rows.forEach((line) => [line, line.cells, line.places].forEach(Object.freeze));

test('cells and rows', () => {
    assert.equal(edit.editCell(table, 0, 1, 'x').rows[0].cells[1], 'x');
    assert.deepEqual(texts(edit.addRow(table, 1))[1], ['', '']);
    assert.deepEqual(texts(edit.deleteRow(table, 1)), [['1', 'Lập kế hoạch'], ['2', 'Báo cáo\nquý']]);
    assert.equal(edit.setSection(table, 2, true).rows[2].section, true);
});

test('merging unites texts and boxes, across pages the first box stays', () => {
    const lower = { ...row('', 'hằng năm'), places: [null, [1, 5, 20, 40, 30, 0.5]] };
    const made = edit.mergeUp({ ...table, rows: [table.rows[0], lower] }, 1);
    assert.deepEqual(texts(made), [['1', 'Lập kế hoạch\nhằng năm']]);
    assert.deepEqual(made.rows[0].places, [[1, 0, 0, 9, 9, 0.9], [1, 5, 0, 40, 30, 0.5]]);
    const next = { ...lower, places: [null, [2, 0, 0, 1, 1, 0.5]] };
    assert.deepEqual(edit.mergeUp({ ...table, rows: [table.rows[0], next] }, 1).rows[0].places[1], [1, 10, 0, 19, 9, 0.9]);
    assert.equal(edit.mergeUp(table, 0), table);
});

test('splitting at the caret, then merging, gives the same text', () => {
    const made = edit.splitRow(table, 2, 1, 'Báo cáo'.length);
    assert.deepEqual(texts(made).slice(2), [['2', 'Báo cáo'], ['', 'quý']]);
    assert.deepEqual(texts(edit.mergeUp(made, 3)), texts(table));
});

test('columns', () => {
    const moved = edit.moveColumn(table, 1, 0);
    assert.deepEqual(moved.columns, ['Nhiệm vụ', 'TT']);
    assert.deepEqual(moved.rows[0].places[0], [1, 10, 0, 19, 9, 0.9]);
    assert.deepEqual(edit.moveColumn(moved, 0, 1), table);
    assert.equal(edit.moveColumn(table, 1, 2), table);
    assert.deepEqual(edit.deleteColumn(edit.addColumn(table, 1, 'Hạn'), 1), table);
    assert.deepEqual(edit.addColumn(table, 2, 'Hạn').columns, ['TT', 'Nhiệm vụ', 'Hạn']);
});

test('joining tables of different widths', () => {
    const made = edit.joinTables(table, { columns: ['a', 'b', 'Hạn'], rows: [row('3', 'Họp', '5/6')] });
    assert.deepEqual(made.columns, ['TT', 'Nhiệm vụ', 'Hạn']);
    assert.deepEqual(texts(made)[0], ['1', 'Lập kế hoạch', '']);
    assert.deepEqual(texts(made)[3], ['3', 'Họp', '5/6']);
});

test('undo and redo', () => {
    const steps = edit.history(table);
    for (let i = 0; i < 1000; ++i) steps.apply(edit.editCell(steps.current(), 0, 1, String(i)));
    for (let i = 0; i < 1000; ++i) steps.undo();
    assert.equal(steps.undo(), table);
    assert.equal(steps.redo().rows[0].cells[1], '0');
    steps.apply(edit.deleteRow(steps.current(), 0));
    assert.equal(steps.redo().rows.length, 2);
});
