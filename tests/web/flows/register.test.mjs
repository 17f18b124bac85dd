// The register: numbers for documents made elsewhere, once each; the office's book as a sheet.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { checkAccessible, closeAll, openBrowser, picture, startService } from '../harness.mjs';
import { day, decision, downloadOf, issue, rowsOf, shown } from './documents.mjs';

const year = day(0).slice(0, 4);
let service, view, page;

before(async () => {
    service = await startService();
    view = await openBrowser(service);
    page = view.page;
    await issue(service, decision({ date: day(0), subject: 'Về việc thành lập Tổ biên tập' }));
});
after(() => closeAll(service, view));

const entries = async () => (await service.ask('GET', `/register?year=${year}`)).entries;
const button = (name) => page.getByRole('button', { name, exact: true });

async function fillForm(subject) {
    await button('Lấy số cho văn bản khác').click();
    await page.getByLabel('Ký hiệu').fill('UBND-VX');
    await page.getByLabel('Tên loại', { exact: true }).fill('Công văn');
    await page.getByLabel('Người ký').fill('Nguyễn Văn An');
    await page.getByLabel('Trích yếu (bắt buộc)').fill(subject);
    await page.getByLabel('Nơi nhận').fill('Các sở, ngành');
}

test('a number is taken once, however often the button is pressed', async () => {
    await view.go('so');
    await page.getByRole('link', { name: 'Quyết định Về việc thành lập Tổ biên tập' }).waitFor();
    await fillForm('Về việc mời họp');
    await page.getByText(`Số tiếp theo của sổ này năm ${year}: 2`).waitFor();
    await checkAccessible(page);
    await page.evaluate(() => {
        const take = document.querySelector('dialog button.primary');
        take.click();
        take.click();
    });
    await page.locator('dialog .taken').getByText('02/UBND-VX').waitFor();
    await checkAccessible(page);
    await button('Đóng').click();
    await page.getByRole('rowheader', { name: '02/UBND-VX' }).waitFor();
    assert.equal((await entries()).length, 2);
});

test('a lost connection costs no number', async () => {
    await fillForm('Về việc nghỉ lễ');
    // The service takes the number, its answer is lost.
    await page.route('**/api/v1/register', async (route) => {
        if (route.request().method() !== 'POST') return route.continue();
        await route.fetch();
        await route.abort();
    });
    await button('Lấy số').click();
    await page.locator('dialog [role=alert]').getByText('Không kết nối được').waitFor();
    assert.equal((await entries()).length, 3);
    await page.unroute('**/api/v1/register');
    assert.equal(await page.getByLabel('Trích yếu (bắt buộc)').inputValue(), 'Về việc nghỉ lễ');
    await button('Lấy số').click();
    await page.locator('dialog .taken').getByText('03/UBND-VX').waitFor();
    await button('Đóng').click();
    assert.deepEqual(
        (await entries()).map((entry) => entry.number),
        [1, 2, 3],
    );
});

test('the register is looked through, downloaded and printed', async () => {
    await page.getByRole('rowheader').first().getByText('03/UBND-VX').waitFor();
    await picture(page, 'register');
    await page.getByLabel('Lọc trong sổ').fill('moi hop');
    await page.getByText('1 trong 3 văn bản').waitFor();
    await page.getByLabel('Lọc trong sổ').fill('');
    const { name, bytes } = await downloadOf(page, () => button('Tải XLSX').click());
    assert.equal(name, `so-dang-ky-${year}.xlsx`);
    const rows = await rowsOf(page, bytes);
    const own = rows.find((row) => row.includes('02/UBND-VX'));
    assert.ok(own, JSON.stringify(rows));
    assert.deepEqual(own.slice(1, 5), [shown(day(0)), 'Công văn Về việc mời họp', 'Nguyễn Văn An', 'Các sở, ngành']);
    assert.match((await downloadOf(page, () => button('Tải CSV').click())).bytes.toString(), /01\/QĐ-SNV/);
    await page.emulateMedia({ media: 'print' });
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
    assert.match(await page.getByRole('rowheader').first().textContent(), /^01\//);
    assert.equal(await page.locator('#head').isVisible(), false);
    await page.getByText(`SỔ ĐĂNG KÝ VĂN BẢN ĐI – Sổ chung, năm ${year}`).waitFor();
    await page.emulateMedia({ media: 'screen' });
    await page.getByRole('link', { name: /Tổ biên tập/ }).click();
    await page.getByRole('link', { name: `Số 01, sổ chung, năm ${year}` }).waitFor();
});

test('another clerk’s number appears by itself; other books and years', async () => {
    await view.go('so');
    await page.getByRole('rowheader').first().getByText('03/UBND-VX').waitFor();
    await service.ask('POST', '/register', JSON.stringify({ subject: 'Từ máy khác', symbol: 'BC-UBND' }));
    await page.getByRole('rowheader', { name: '04/BC-UBND' }).waitFor();
    await service.ask('POST', '/register', JSON.stringify({ subject: 'Sổ khác', symbol: 'GM-UBND', book: 'Giấy mời', date: '2020-03-01' }));
    await page.getByLabel('Sổ', { exact: true }).selectOption('Giấy mời');
    await page.getByText(`Sổ này chưa có số nào trong năm ${year}.`).waitFor();
    await page.getByLabel('Năm').selectOption('2020');
    await page.getByRole('rowheader', { name: '01/GM-UBND' }).waitFor();
    assert.match(page.url(), /#\/so\?book=Gi%E1%BA%A5y\+m%E1%BB%9Di&year=2020$/);
    await page.setViewportSize({ width: 640, height: 720 });
    await checkAccessible(page);
    assert.ok((await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)) <= 0);
    await page.setViewportSize({ width: 1280, height: 720 });
    assert.deepEqual(view.faults, []);
});
