// Files imported into the grid: looked at, put right, refused with a reason.
import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { checkAccessible, closeAll, picture } from '../harness.mjs';
import { decision, empty, mount, openHost, pointer, sample, small, task, valueOf } from './grid_host.mjs';
import { workbook, zip } from './xlsx_writer.mjs';

let service, view, page;
before(async () => ({ service, view, page } = await openHost()));
after(() => closeAll(service, view));
beforeEach(() => mount(page, 'tableEditor', small(), pointer));

const book = () =>
    workbook([
        { name: 'Bìa', rows: [['Trang bìa']] },
        {
            name: 'Nhiệm vụ',
            rows: [
                ['DANH MỤC'],
                [],
                ['TT', 'Nội dung', 'Chủ trì', 'Mã'],
                ['I', 'Nhóm'],
                [1, 'Kế hoạch\nnăm', 'Sở C', 'x1'],
                [2, 'Báo cáo', 'Sở D', 'x2'],
            ],
        },
    ]);
const choose = async (name, buffer) => {
    const asked = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Nhập từ tệp…' }).click();
    await (await asked).setFiles({ name, mimeType: 'application/octet-stream', buffer });
    return page.getByRole('dialog');
};

test('a workbook: sheet, titles and roles are found, can be put right, and it goes behind the table', async () => {
    const dialog = await choose('nhiem-vu.xlsx', book());
    await dialog.getByLabel('Trang tính').selectOption('Nhiệm vụ');
    await dialog.getByText('2 nhiệm vụ, 1 mục; bỏ 2 dòng').waitFor();
    assert.match(await dialog.getByLabel('Dòng tiêu đề').locator('option:checked').textContent(), /Dòng 3: TT \| Nội dung/);
    await dialog.getByLabel('Thêm vào cuối bảng đang có').check();
    await dialog.getByText('Sẽ thêm cột: Mã.').waitFor();
    await checkAccessible(page);
    await picture(page, 'grid-import');
    await dialog.getByLabel('Cột Mã là').selectOption({ label: '(bỏ qua cột này)' });
    await dialog.getByRole('button', { name: 'Nhập', exact: true }).click();
    const { columns, rows } = await valueOf(page);
    assert.equal(columns.length, 3);
    assert.deepEqual(rows.slice(3), [
        { kind: 'section', label: 'I', text: 'Nhóm' },
        task('1', 'Kế hoạch\nnăm', 'Sở C'),
        task('2', 'Báo cáo', 'Sở D'),
    ]);
    await page.getByRole('button', { name: 'Hoàn tác' }).last().click();
    assert.deepEqual(await valueOf(page), small());
    assert.deepEqual(view.faults, []);
});

test('the workbook that the service makes of a table gives the table again', async () => {
    const docx = await service.ask('POST', '/documents?format=docx', JSON.stringify(decision));
    const xlsx = await service.ask('POST', '/tables?format=xlsx', docx, { 'X-File-Name': 'd.docx' });
    await mount(page, 'tableEditor', empty(), pointer);
    const dialog = await choose('d.xlsx', xlsx);
    await dialog.getByText(/\d+ nhiệm vụ/).waitFor();
    await dialog.getByRole('button', { name: 'Nhập', exact: true }).click();
    const made = await valueOf(page);
    assert.deepEqual(made.columns, sample.columns);
    assert.deepEqual(made.rows, sample.rows);
});

test('CSV dropped on the grid; files that cannot be read say why', async () => {
    await page.evaluate(() => {
        const data = new DataTransfer();
        data.items.add(new File(['\ufeffSTT;Nhiệm vụ\r\n1;"Lập\r\nkế hoạch"\r\n'], 'a.csv'));
        document.querySelector('.grid-editor').dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
    });
    await page.getByRole('dialog').getByLabel('Thay bảng đang có').check();
    await page.getByRole('dialog').getByRole('button', { name: 'Nhập', exact: true }).click();
    assert.deepEqual((await valueOf(page)).rows, [task('1', 'Lập\nkế hoạch')]);
    const wide = await choose('rong.csv', Buffer.from(`${Array.from({ length: 62 }, (_, i) => `c${i}`).join(';')}\r\n1;"mở\r\n`));
    await wide.getByText(/2 cột sau cột thứ 60 không được nhập.* 1 chỗ trong tệp có dấu ngoặc kép/).waitFor();
    await wide.getByRole('button', { name: 'Hủy' }).click();
    for (const [name, bytes, words] of [
        ['hong.xlsx', book().subarray(0, 500), 'tệp hỏng'],
        ['cu.xls', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]), 'Excel đời cũ'],
        ['rong.xlsx', workbook([{ name: 'a', rows: [] }]), 'không có chữ nào'],
        ['van-ban.docx', zip({ 'word/document.xml': '<a/>' }), 'tệp Word'],
        ['to.xlsx', Buffer.alloc(20_000_001, 1), 'quá lớn'],
    ]) {
        const dialog = await choose(name, bytes);
        await dialog.getByRole('alert').filter({ hasText: words }).waitFor();
        assert.ok(await dialog.getByRole('button', { name: 'Nhập', exact: true }).isDisabled());
        await dialog.getByRole('button', { name: 'Hủy' }).click();
    }
    assert.deepEqual(view.faults, []);
});
