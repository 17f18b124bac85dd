// The grid and other programs: tables of Excel and Word, copies, old fonts; findings of the check.
import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { checkAccessible, closeAll } from '../harness.mjs';
import { copied, empty, handsOn, mount, openHost, paste, pointer, small, task, valueOf } from './grid_host.mjs';

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

const excel = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta charset="utf-8">
<style><!--table {} .xl65 {font-weight:700; text-align:center;} .xl66 {white-space:normal;}--></style></head><body>
<!--StartFragment--><table border=0 style='border-collapse:collapse'>
 <tr height=20><td rowspan=2 class=xl65>STT</td><td rowspan=2 class=xl65>Nhiệm
  vụ</td><td colspan=2 class=xl65>Đơn vị thực hiện</td><td rowspan=2 class=xl65>Thời gian</td></tr>
 <tr><td class=xl65>Chủ trì</td><td class=xl65>Phối hợp</td></tr>
 <tr><td class=xl65>I</td><td colspan=4 class=xl65>Tuyên truyền</td></tr>
 <tr><td class=xl66 align=right x:num>1</td><td class=xl66 style='width:200pt'>Lập kế hoạch:<br>
    - năm 2021;<br style='mso-data-placement:same-cell;'>- năm 2022</td><td>Sở&nbsp;Nội vụ</td><td>&nbsp;</td><td>Quý I</td></tr>
</table><!--EndFragment--></body></html>`;
const word = `<html><body><table class=MsoTableGrid>
<tr><td><p class=MsoNormal><b>TT<o:p></o:p></b></p></td><td><p class=MsoNormal>Nội dung</p></td><td><p>Cơ quan chủ trì</p></td></tr>
<tr><td><p class=MsoNormal>1<o:p></o:p></p></td><td><p class=MsoNormal>Ý <span
lang=VI>một</span></p><p class=MsoNormal>Ý hai</p></td><td><p>Sở A</p></td></tr></table></body></html>`;

test('a table of Excel into an empty grid: titles, roles, sections, line ends, merged cells', async () => {
    await mount(page, 'tableEditor', empty(), pointer);
    await enter(0, 0);
    await paste(page, { 'text/html': excel, 'text/plain': 'x\ty' });
    const { columns, rows } = await valueOf(page);
    assert.deepEqual(
        columns.map((column) => [column.title, column.role]),
        [
            ['STT', 'ordinal'],
            ['Nhiệm vụ', 'task'],
            ['Đơn vị thực hiện / Chủ trì', 'lead'],
            ['Đơn vị thực hiện / Phối hợp', 'partners'],
            ['Thời gian', 'time'],
        ],
    );
    assert.deepEqual(rows, [
        { kind: 'section', label: 'I', text: 'Tuyên truyền' },
        task('1', 'Lập kế hoạch:\n- năm 2021;\n- năm 2022', 'Sở Nội vụ', '', 'Quý I'),
    ]);
    assert.match(await status(), /Đã dán 2 dòng × 5 cột; dòng tiêu đề thành tên cột; 1 dòng mục/);
    await press('Control+z');
    assert.deepEqual(await valueOf(page), empty());
    assert.deepEqual(view.faults, []);
});

test('a table of Word; text of cells; rows and columns that are added are told and undone', async () => {
    await mount(page, 'tableEditor', empty(), pointer);
    await enter(0, 0);
    await paste(page, { 'text/html': word });
    assert.deepEqual((await valueOf(page)).rows, [task('1', 'Ý một\nÝ hai', 'Sở A')]);
    await enter(0, 2);
    await paste(page, { 'text/plain': 'a\tb\r\n"c\nd"\te\r\n' });
    assert.deepEqual(
        (await valueOf(page)).rows.map((row) => row.cells.slice(2)),
        [
            ['a', 'b'],
            ['c\nd', 'e'],
        ],
    );
    assert.match(await status(), /thêm 1 dòng; thêm 1 cột/);
    await page.getByRole('button', { name: 'Hoàn tác' }).last().click();
    assert.deepEqual((await valueOf(page)).rows, [task('1', 'Ý một\nÝ hai', 'Sở A')]);
});

test('copy and cut, also an empty cell; what was copied is pasted as it was', async () => {
    await enter(0, 0);
    await press('Control+a');
    const { text, html } = await copied(page);
    assert.equal(text, 'I\tNhóm\t\r\n1\tKế hoạch\tSở A\r\n2\tBáo cáo\tSở B');
    await press('Delete');
    await paste(page, { 'text/html': html, 'text/plain': text });
    assert.deepEqual((await valueOf(page)).rows, small().rows);
    await enter(1, 1);
    assert.equal((await copied(page, 'cut')).text, 'Kế hoạch');
    assert.equal((await cells(1))[1], '');
    await press('Control+c');
    assert.equal((await cells(1))[1], '');
});

test('text in an old font is told', async () => {
    await enter(1, 1);
    await paste(page, { 'text/plain': 'Céng hoµ x· héi chñ nghÜa ViÖt Nam\tb' });
    assert.match(await status(), /TCVN3/);
});

test('findings: marked, told with the cell, gone to', async () => {
    await page.evaluate(
        ([pointer]) =>
            window.editor.showFindings([
                { pointer: `${pointer}/rows/2/cells/0`, severity: 'warning', code: 'x', message: 'Số không liên tục', hint: 'Đánh lại số' },
                { pointer: `${pointer}/rows/0/text`, severity: 'error', code: 'x', message: 'Thiếu tên mục' },
                { pointer, severity: 'note', code: 'x', message: 'Bảng dài' },
                { pointer: '/subject', severity: 'error', code: 'x', message: 'Khác' },
            ]),
        [pointer],
    );
    assert.equal(await page.locator('td.warning .mark').getAttribute('title'), 'Số không liên tục');
    assert.match(await page.locator('.grid-status').textContent(), /Nhắc nhở: Bảng dài/);
    assert.equal(await page.evaluate((place) => window.editor.reveal(place), `${pointer}/rows/2/cells/0`), true);
    const about = await page.evaluate(() =>
        document.activeElement
            .getAttribute('aria-describedby')
            .split(' ')
            .map((id) => document.getElementById(id).textContent)
            .join(' '),
    );
    assert.match(about, /Cảnh báo: Số không liên tục → Đánh lại số/);
    assert.equal(await page.evaluate(() => window.editor.reveal('/subject')), false);
    assert.equal(await page.evaluate((place) => window.editor.reveal(place), `${pointer}/columns/1/title`), true);
    assert.ok(await page.evaluate(() => document.activeElement.closest('thead')));
    await checkAccessible(page);
});
