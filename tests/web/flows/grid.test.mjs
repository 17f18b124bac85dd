// The appendix table as a grid in the browser: keys, input methods, mouse, fingers, columns.
import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { checkAccessible, closeAll, picture } from '../harness.mjs';
import { handsOn, mount, openHost, pointer, sample, small, task, valueOf } from './grid_host.mjs';

let service, view, page, hands;
before(async () => {
    ({ service, view, page } = await openHost());
    hands = handsOn(page);
});
after(() => closeAll(service, view));
beforeEach(() => mount(page, 'tableEditor', small(), pointer));
const enter = (...place) => hands.enter(...place);
const press = (...keys) => hands.press(...keys);
const cells = async (row) => (await valueOf(page)).rows[row].cells;
const status = () => page.locator('.grid-status [role=status]').textContent();

test('typing replaces, Tab and Enter go on, F2 edits, Alt+Enter begins a line, Esc drops', async () => {
    await enter(1, 1);
    await page.keyboard.type('Đề án');
    await press('Tab');
    await page.keyboard.type('Sở C');
    await press('Enter');
    assert.deepEqual(await cells(1), ['1', 'Đề án', 'Sở C']);
    await page.keyboard.type('Tổng kết');
    await press('Escape');
    assert.deepEqual(await cells(2), ['2', 'Báo cáo', 'Sở B'], 'Enter behind Tab went to the column where the row of Tabs began');
    await press('F2');
    await page.keyboard.type(' quý');
    await press('Alt+Enter');
    await page.keyboard.type('và năm');
    await press('Home', 'ArrowLeft', 'ArrowRight');
    await press('Enter');
    assert.equal((await cells(2))[1], 'Báo cáo quý\nvà năm');
    assert.deepEqual(view.faults, []);
});

test('every key stroke is told, what is being typed too; a cell that is entered is told', async () => {
    await enter(1, 2);
    await page.keyboard.type('AB');
    const told = await page.evaluate(() => window.told);
    assert.deepEqual(
        told.values.map((value) => value.rows[1].cells[2]),
        ['A', 'AB'],
    );
    assert.equal(told.places.at(-1), `${pointer}/rows/1/cells/2`);
    await press('ArrowUp');
    assert.equal(await page.evaluate(() => window.told.places.at(-1)), `${pointer}/rows/0/text`);
});

test('an input method composes from the first key', async () => {
    await enter(1, 1);
    const wire = await view.context.newCDPSession(page);
    await wire.send('Input.imeSetComposition', { text: 'Vie', selectionStart: 3, selectionEnd: 3 });
    await wire.send('Input.imeSetComposition', { text: 'Việ', selectionStart: 3, selectionEnd: 3 });
    await wire.send('Input.insertText', { text: 'Việc' });
    await press('Enter');
    assert.equal((await cells(1))[1], 'Việc');
});

test('ranges: Shift and arrows, Delete, Ctrl+D, undo and redo', async () => {
    await enter(1, 1);
    await press('Shift+ArrowDown', 'Shift+ArrowRight');
    assert.equal(await page.locator('td[aria-selected=true]').count(), 4);
    assert.match(await status(), /2 dòng × 2 cột/);
    await press('Delete');
    assert.deepEqual(await cells(2), ['2', '', '']);
    await press('Control+z');
    assert.deepEqual((await valueOf(page)).rows, small().rows);
    await press('Control+d');
    assert.deepEqual(await cells(2), ['2', 'Kế hoạch', 'Sở A']);
    await press('Control+z', 'Control+z', 'Control+y');
    assert.deepEqual(await cells(2), ['2', 'Kế hoạch', 'Sở A']);
});

test('rows by keys: add, duplicate, move, section, delete; numbers stay in sequence', async () => {
    const ordinals = async () => (await valueOf(page)).rows.map((row) => row.label ?? row.cells[0]);
    await enter(1, 1);
    await press('Control+Enter');
    assert.deepEqual(await ordinals(), ['I', '1', '', '2']);
    await page.keyboard.type('Mới');
    await press('Alt+ArrowUp', 'Enter', 'ArrowUp', 'Alt+ArrowUp');
    assert.equal(await page.evaluate(() => window.told.arrows), 0, 'what holds the grid gets no Alt and arrow');
    assert.deepEqual(
        (await valueOf(page)).rows.map((row) => row.text ?? row.cells[1]),
        ['Nhóm', 'Mới', 'Kế hoạch', 'Báo cáo'],
    );
    assert.deepEqual(await ordinals(), ['I', '1', '2', '3']);
    await press('ArrowDown', 'Control+m');
    assert.deepEqual(await ordinals(), ['I', '1', 'II', '1']);
    await press('Control+Shift+D');
    assert.deepEqual(await ordinals(), ['I', '1', 'II', 'III', '1']);
    await press('Control+Delete', 'ArrowUp', 'Control+Delete');
    assert.deepEqual(await ordinals(), ['I', '1', '2']);
    await page.getByRole('button', { name: 'Hoàn tác' }).last().click();
    assert.deepEqual(await ordinals(), ['I', '1', 'II', '1']);
});

test('a new row at the end, by Enter and by Tab; not behind an empty one; its number comes with its task', async () => {
    await enter(2, 2);
    await press('Tab', 'Tab');
    assert.equal(await page.locator('tr[data-row="3"]').count(), 1);
    assert.equal((await valueOf(page)).rows.length, 3, 'an empty row at the end is not in the data');
    await page.keyboard.type('Ba');
    await press('Enter', 'Enter');
    const { rows } = await valueOf(page);
    assert.deepEqual(rows.slice(3), [task('3', 'Ba', '')]);
    assert.equal(await page.locator('tr[data-row]').count(), 5);
});

test('nobody is caught: Esc and Tab leave the grid, Shift+Tab goes to the titles', async () => {
    await enter(1, 1);
    await press('Escape');
    assert.match(await status(), /Bấm Tab/);
    await press('Shift+Tab');
    assert.ok(await page.evaluate(() => document.activeElement.closest('thead')));
    await enter(1, 1);
    await press('Escape', 'Tab');
    assert.ok(await page.evaluate(() => !document.activeElement.closest('table')));
});

test('columns: the dialog of a title; Alt and arrows move', async () => {
    await page.getByRole('columnheader').getByRole('button', { name: 'Chủ trì' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Tiêu đề cột').fill('Hạn');
    await dialog.getByLabel('Cột này là').selectOption('time');
    await dialog.getByLabel('Độ rộng (mm)').fill('25');
    await checkAccessible(page);
    await picture(page, 'grid-column');
    await press('Enter');
    assert.deepEqual((await valueOf(page)).columns[2], { title: 'Hạn', role: 'time', width: 25 });
    await enter(1, 2);
    await press('Alt+ArrowLeft');
    assert.deepEqual(await cells(1), ['1', 'Sở A', 'Kế hoạch']);
    await page.getByRole('button', { name: 'Cột…' }).click();
    await page.getByRole('button', { name: 'Thêm cột bên phải' }).click();
    await page.getByRole('button', { name: 'Cột…' }).click();
    await page.getByRole('button', { name: 'Xóa cột' }).click();
    assert.deepEqual(
        (await valueOf(page)).columns.map((column) => column.role),
        ['ordinal', 'time', 'task'],
    );
});

test('the mouse selects, drags, and writes on the second click', async () => {
    const cell = (row, column) => page.locator(`tr[data-row="${row}"] td`).nth(column);
    await cell(1, 1).hover();
    await page.mouse.down();
    await cell(2, 2).hover();
    await page.mouse.up();
    assert.equal(await page.locator('td[aria-selected=true]').count(), 4);
    await cell(2, 1).click();
    assert.equal(await page.locator('td[aria-selected=true]').count(), 0);
    await cell(1, 2).click({ modifiers: ['Shift'] });
    assert.equal(await page.locator('td[aria-selected=true]').count(), 4);
    await cell(1, 2).dblclick({ position: { x: 8, y: 12 } });
    await press('End');
    await page.keyboard.type('!');
    await cell(0, 1).click();
    assert.equal((await cells(1))[2], 'Sở A!');
    await page.locator('tr[data-row="1"] th').click();
    await press('Control+Delete');
    assert.equal((await valueOf(page)).rows.length, 2);
    await page.locator('.edge').nth(1).hover();
    await page.mouse.down();
    await page.mouse.move(400, 200, { steps: 3 });
    await page.mouse.up();
    const { width } = (await valueOf(page)).columns[1];
    assert.ok(width >= 5 && width <= 250, `${width}`);
});

test('fingers: the first tap enters a cell, the second writes behind its text', async () => {
    const context = await view.browser.newContext({ viewport: { width: 820, height: 1180 }, hasTouch: true });
    const tablet = await context.newPage();
    await tablet.goto(`${service.url}/#/nguoi-dung`);
    await tablet.locator('main h1').waitFor();
    await mount(tablet, 'tableEditor', small(), pointer);
    await tablet.locator('tr[data-row="1"] td').nth(1).tap();
    await tablet.locator('tr[data-row="1"] textarea').tap();
    await tablet.keyboard.type('!');
    await tablet.locator('tr[data-row="2"] td').nth(1).tap();
    assert.equal((await valueOf(tablet)).rows[1].cells[1], 'Kế hoạch!');
    await context.close();
});

test('a real appendix: accessible, no wider than its window at 200 %, over the whole window and back', async () => {
    await mount(page, 'tableEditor', sample, pointer);
    await enter(1, 1);
    await checkAccessible(page);
    await picture(page, 'grid');
    await page.setViewportSize({ width: 640, height: 360 });
    await checkAccessible(page);
    assert.ok((await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)) <= 0);
    await picture(page, 'grid-200');
    await page.setViewportSize({ width: 1280, height: 720 });
    await page.getByRole('button', { name: 'Phóng to' }).click();
    await page.getByRole('dialog').waitFor();
    await enter(3, 1);
    await page.keyboard.type('Sửa');
    await checkAccessible(page);
    await press('Enter', 'Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    assert.equal((await cells(3))[1], 'Sửa');
    assert.deepEqual(view.faults, []);
});
