// Users: how the first one comes, what each role sees, locking, passwords, tokens, the log.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { checkAccessible, closeAll, openBrowser, picture, startService } from '../harness.mjs';
import { decision } from './documents.mjs';

const word = 'mat-khau-dai-1';
let service, admin, reader, page;

before(async () => {
    service = await startService();
    admin = await openBrowser(service);
    page = admin.page;
    await service.ask('POST', '/drafts', JSON.stringify({ document: decision({ subject: 'Bản nháp kín' }) }));
});
after(async () => {
    await reader?.browser.close();
    await closeAll(service, admin);
});

const row = (name) => page.locator('tr', { has: page.getByRole('rowheader', { name: new RegExp(`^${name}`) }) });
const dialog = () => page.getByRole('dialog');

async function logIn(view, name, password) {
    await view.page.getByLabel('Tên đăng nhập').fill(name);
    await view.page.getByLabel('Mật khẩu', { exact: true }).fill(password);
    await view.page.getByRole('dialog').getByRole('button', { name: 'Đăng nhập' }).click();
}

async function add(name, fullName, role) {
    await page.getByRole('button', { name: 'Thêm người dùng' }).click();
    await dialog().getByLabel('Tên đăng nhập').fill(name);
    await dialog().getByLabel('Họ tên').fill(fullName);
    await dialog().getByLabel('Vai trò').selectOption(role);
    await dialog().getByLabel('Mật khẩu mới').fill(word);
    await dialog().getByRole('button', { name: 'Thêm', exact: true }).click();
    await row(name).waitFor();
}

test('without users it is explained how the first one is made, and made', async () => {
    await admin.go('nguoi-dung');
    await page.getByRole('heading', { name: 'Chưa có người dùng nào' }).waitFor();
    await checkAccessible(page);
    await page.getByRole('button', { name: 'Thêm người quản trị đầu tiên' }).click();
    await checkAccessible(page);
    await dialog().getByLabel('Tên đăng nhập').fill('an');
    await dialog().getByLabel('Họ tên').fill('Nguyễn Văn An');
    assert.ok(await dialog().getByLabel('Vai trò').isDisabled());
    await dialog().getByLabel('Mật khẩu mới').fill(word);
    await dialog().getByRole('button', { name: 'Thêm', exact: true }).click();
    await page.getByRole('heading', { name: 'Đăng nhập' }).waitFor();
    await logIn(admin, 'an', word);
    await page.getByRole('banner').getByText('Nguyễn Văn An').waitFor();
    await row('an').getByText('Quản trị').waitFor();
});

test('a refusal leaves what was typed', async () => {
    await add('binh', 'Trần Thị Bình', 'reader');
    await page.getByRole('button', { name: 'Thêm người dùng' }).click();
    await dialog().getByLabel('Tên đăng nhập').fill('binh');
    await dialog().getByLabel('Mật khẩu mới').fill(word);
    await dialog().getByRole('button', { name: 'Thêm', exact: true }).click();
    await dialog().getByRole('alert').filter({ hasText: 'binh' }).waitFor();
    assert.equal(await dialog().getByLabel('Tên đăng nhập').inputValue(), 'binh');
    await dialog().getByRole('button', { name: 'Hủy' }).click();
    await picture(page, 'users');
});

test('a reader sees only what readers may, and is connected', async () => {
    reader = await openBrowser(service);
    await reader.go('');
    await logIn(reader, 'binh', word);
    await reader.page.getByRole('banner').getByText('Trần Thị Bình').waitFor();
    const pages = await reader.page.getByRole('navigation', { name: 'Các trang' }).getByRole('link').allTextContents();
    assert.deepEqual(pages, ['Trang đầu', 'Kho lưu trữ', 'Sổ đăng ký', 'Nhiệm vụ']);
    await reader.page.getByRole('heading', { name: 'Mới vào kho' }).waitFor();
    assert.equal(await reader.page.getByText('Bản nháp kín').count(), 0);
    assert.equal(await reader.page.locator('.offline').isVisible(), false);
    await reader.go('kho');
    await reader.page.getByText('Người có vai trò Văn thư đưa văn bản vào kho').waitFor();
    assert.equal(await reader.page.locator('input[type=file]').count(), 0);
    await reader.go('so');
    await reader.page.getByText('Sổ này chưa có số nào').waitFor();
    assert.equal(await reader.page.getByRole('button', { name: 'Lấy số cho văn bản khác' }).count(), 0);
    await reader.go('nguoi-dung');
    await reader.page.locator('#notices').getByText('không được').first().waitFor();
    await checkAccessible(reader.page);
});

test('one’s own password is changed without being thrown out', async () => {
    await reader.go('');
    await reader.page.getByRole('banner').getByText('Trần Thị Bình').click();
    await checkAccessible(reader.page);
    await reader.page.getByRole('button', { name: 'Đổi mật khẩu' }).click();
    const form = reader.page.getByRole('dialog');
    await form.getByLabel('Mật khẩu hiện nay').fill('khong-phai-no');
    await form.getByLabel('Mật khẩu mới', { exact: true }).fill('mat-khau-moi-2');
    await form.getByLabel('Mật khẩu mới, gõ lại').fill('mat-khau-moi-2');
    await form.getByRole('button', { name: 'Đổi mật khẩu' }).click();
    await form.getByRole('alert').filter({ hasText: /\S/ }).waitFor();
    await checkAccessible(reader.page);
    await form.getByLabel('Mật khẩu hiện nay').fill(word);
    await form.getByRole('button', { name: 'Đổi mật khẩu' }).click();
    await reader.page.getByText('Đã đổi mật khẩu').waitFor();
    await reader.go('viec');
    await reader.page.getByRole('heading', { name: 'Nhiệm vụ' }).waitFor();
    assert.equal(await reader.page.getByRole('heading', { name: 'Đăng nhập' }).count(), 0);
});

test('who could not be logged out is told so', async () => {
    await reader.page.route('**/api/v1/session', (route) => (route.request().method() === 'DELETE' ? route.abort('connectionrefused') : route.continue()));
    await reader.page.getByRole('banner').getByText('Trần Thị Bình').click();
    await reader.page.getByRole('button', { name: 'Đăng xuất' }).click();
    await reader.page.getByText('Chưa đăng xuất được').waitFor();
    await reader.page.unroute('**/api/v1/session');
});

test('role, token, lock, removal, each in the log', async () => {
    await row('binh').getByRole('button', { name: /^Sửa/ }).click();
    await dialog().getByLabel('Vai trò').selectOption('officer');
    await dialog().getByRole('button', { name: 'Lưu' }).click();
    await row('binh').getByText('Văn thư').waitFor();
    await row('binh').getByText('Trần Thị Bình').waitFor(); // the name stays
    await row('binh')
        .getByRole('button', { name: /^Mã truy cập/ })
        .click();
    await dialog().getByRole('button', { name: 'Tạo mã' }).click();
    const token = await dialog().getByLabel('Mã truy cập', { exact: true }).inputValue();
    await checkAccessible(page);
    const asked = await service.ask('GET', '/session', undefined, { Authorization: `Bearer ${token}` });
    assert.equal(asked.user.role, 'officer');
    await dialog().getByRole('button', { name: 'Đóng' }).click();
    await row('binh').getByRole('button', { name: /^Khóa/ }).click();
    await dialog().getByRole('button', { name: 'Khóa', exact: true }).click();
    await row('binh').getByText('đã khóa').waitFor();
    assert.match(await page.evaluate(() => document.activeElement.getAttribute('aria-label')), /^Mở khóa: binh/, 'the focus stays where it was');
    await reader.go('so');
    await reader.page.getByRole('heading', { name: 'Đăng nhập' }).waitFor();
    await row('binh')
        .getByRole('button', { name: /^Mở khóa/ })
        .click();
    await row('binh').getByText('đang dùng').waitFor();
    await row('an').getByRole('button', { name: /^Xóa/ }).click();
    await dialog().getByRole('button', { name: 'Xóa', exact: true }).click();
    await page.locator('#notices .error').waitFor(); // the last admin stays
    await row('binh').getByRole('button', { name: /^Xóa/ }).click();
    await dialog().getByRole('button', { name: 'Xóa', exact: true }).click();
    await row('binh').waitFor({ state: 'detached' });
    const log = page.locator('.log');
    for (const deed of ['Thêm người dùng', 'Sửa người dùng', 'Tạo mã truy cập', 'Xóa người dùng', 'Đổi mật khẩu của mình', 'Đăng nhập'])
        await log.getByRole('cell', { name: deed, exact: true }).first().waitFor();
});

test('the log is paged, and fits a narrow window', async () => {
    const shown = () => page.locator('.log tbody tr').count();
    await page.evaluate(async () => {
        for (let i = 0; i < 50; ++i) await fetch('/api/v1/users/an/token', { method: 'POST', headers: { 'X-Vanthu': '1' } });
    });
    await page.reload();
    await page.getByRole('button', { name: 'Xem cũ hơn' }).waitFor();
    assert.equal(await shown(), 50);
    await page.getByRole('button', { name: 'Xem cũ hơn' }).click();
    await page.waitForFunction(() => document.querySelectorAll('.log tbody tr').length > 50);
    await checkAccessible(page);
    await page.setViewportSize({ width: 640, height: 720 });
    await checkAccessible(page);
    assert.ok((await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)) <= 0);
    assert.deepEqual(admin.faults, []);
});
