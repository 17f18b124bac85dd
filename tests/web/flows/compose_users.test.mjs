// Writing where people log in: what each role may, and whose the open page is.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { closeAll, openBrowser, samples, startService } from '../harness.mjs';

let service, view, page;

before(async () => {
    service = await startService();
    const { id } = await service.ask('POST', '/drafts', `{"document":${readFileSync(join(samples, 'one-page.json'), 'utf8')}}`);
    addUser('binh');
    addUser('chi');
    view = await openBrowser(service);
    page = view.page;
    await view.go(`soan/${id}`);
    await logIn(page, 'binh');
    await subject(page).waitFor();
});
after(() => closeAll(service, view));

const subject = (window) => window.getByRole('textbox', { name: 'Trích yếu', exact: true });
const state = (window, name) => window.locator(`.save-state.${name}`).waitFor();

function addUser(name) {
    const added = spawnSync(process.env.VANTHU, ['users', 'add', name, '--role', 'clerk', '--store', service.store], { input: 'mat-khau-dai-1\nmat-khau-dai-1\n', encoding: 'utf8' });
    assert.equal(added.status, 0, added.stderr);
}

async function logIn(window, name) {
    await window.getByRole('textbox', { name: 'Tên đăng nhập' }).fill(name);
    await window.getByLabel('Mật khẩu').fill('mat-khau-dai-1');
    await window.getByRole('button', { name: 'Đăng nhập' }).click();
}

test('a clerk without the officer’s role is told who takes numbers', async () => {
    await subject(page).fill('Về việc của Bình');
    await state(page, 'saved');
    await page.getByRole('button', { name: 'Lưu vào kho…' }).click();
    await page.getByRole('dialog').getByText('là việc của văn thư').waitFor();
    await page.keyboard.press('Escape');
});

test('somebody else who logs in gets nothing of the page that was open; its user has it back', async () => {
    await view.context.clearCookies(); // the session has ended
    await subject(page).fill('Bình viết dở');
    await page.getByRole('heading', { name: 'Đăng nhập' }).waitFor();
    const sent = [];
    page.on('request', (request) => request.method() === 'PUT' && sent.push(request.url()));
    await logIn(page, 'chi');
    await page.getByRole('banner').getByText('chi').waitFor();
    await subject(page).waitFor();
    assert.equal(await subject(page).inputValue(), 'Về việc của Bình');
    assert.deepEqual(sent, []);
    await view.context.clearCookies();
    await page.goto(`${service.url}/#/soan`);
    await page.reload();
    await logIn(page, 'binh');
    await page.getByRole('link', { name: 'Bình viết dở' }).click();
    await state(page, 'saved');
    assert.equal(await subject(page).inputValue(), 'Bình viết dở');
});
