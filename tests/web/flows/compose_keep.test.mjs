// Drafts are kept, whatever happens: reload, lost connection, a second window, an answer that never came.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, afterEach, before, beforeEach, test } from 'node:test';
import { bytesOf, checkAccessible, closeAll, openBrowser, samples, startService } from '../harness.mjs';

let service, view, page, id;
const sample = readFileSync(join(samples, 'one-page.json'), 'utf8');

before(async () => {
    service = await startService();
    view = await openBrowser(service);
});
after(() => closeAll(service, view));
beforeEach(async () => {
    page = await view.context.newPage();
    const draft = await service.ask('POST', '/drafts', `{"document":${sample}}`);
    id = draft.id;
    await page.goto(`${service.url}/#/soan/${id}`);
    await subject(page).waitFor();
});
afterEach(async () => {
    for (const one of view.context.pages().slice(1)) await one.close();
    assert.deepEqual(view.faults, []);
});

const subject = (window) => window.getByRole('textbox', { name: 'Trích yếu', exact: true });
const state = (window, name) => window.locator(`.save-state.${name}`).waitFor();
const kept = async (draft = id) => (await service.ask('GET', `/drafts/${draft}`)).document.subject;
const drafts = async () => (await service.ask('GET', '/drafts')).drafts;
const copies = (window) => window.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('vanthu.compose.copy.')).length);

/** The service answers nothing to this window. */
const cut = (window) => window.route('**/api/v1/**', (route) => route.abort('connectionrefused'));
const mend = (window) => window.unroute('**/api/v1/**');

test('what is typed is saved soon, and is there after a reload', async () => {
    await subject(page).fill('Về việc A');
    await state(page, 'saved');
    assert.equal(await kept(), 'Về việc A');
    assert.equal(await copies(page), 0);
    await subject(page).fill('Về việc B');
    await page.waitForTimeout(50);
    await page.reload(); // before it was saved: no question, and nothing lost
    await subject(page).waitFor();
    assert.equal(await subject(page).inputValue(), 'Về việc B');
    await state(page, 'saved');
    assert.equal(await kept(), 'Về việc B');
});

test('a lost connection: kept in the browser, sent when it is back, also after the window was closed', async () => {
    await cut(page);
    await subject(page).fill('Về việc C');
    await state(page, 'offline');
    await mend(page);
    await state(page, 'saved');
    assert.equal(await kept(), 'Về việc C');

    await service.stop();
    await subject(page).fill('Về việc D');
    await state(page, 'offline');
    assert.equal(await copies(page), 1);
    await page.close({ runBeforeUnload: false });
    await service.start();
    page = await view.context.newPage();
    await page.goto(`${service.url}/#/soan`);
    await page.getByRole('heading', { name: 'Chưa gửi được lên máy chủ' }).waitFor();
    await checkAccessible(page);
    assert.equal(await kept(), 'Về việc C');
    await page.getByRole('link', { name: 'Về việc D' }).click();
    await page.getByText('Đã khôi phục').waitFor();
    await state(page, 'saved');
    assert.equal(await kept(), 'Về việc D');
    assert.equal(await copies(page), 0);
});

test('a copy of a draft that is gone meanwhile opens as a new draft', async () => {
    await cut(page);
    await subject(page).fill('Về việc còn trên máy này');
    await state(page, 'offline');
    await page.close({ runBeforeUnload: false });
    await service.ask('DELETE', `/drafts/${id}`);
    page = await view.context.newPage();
    await page.goto(`${service.url}/#/soan`);
    await page.getByRole('link', { name: 'Về việc còn trên máy này' }).click();
    await state(page, 'saved');
    assert.equal(await subject(page).inputValue(), 'Về việc còn trên máy này');
    assert.equal((await drafts())[0].title, 'Về việc còn trên máy này');
    assert.equal(await copies(page), 0);
});

test('a new document that was begun without a connection is sent when it is back, once', async () => {
    const before = (await drafts()).length;
    await page.goto(`${service.url}/#/soan/moi?loai=decision`);
    await page.getByText('Chưa viết gì').waitFor();
    // The service gets it, but its answer is lost.
    await page.route('**/api/v1/drafts', async (route) => {
        if (route.request().method() !== 'POST') return route.continue();
        await route.fetch();
        await route.abort('connectionreset');
    });
    await subject(page).fill('Về việc mới');
    await state(page, 'offline');
    await page.unroute('**/api/v1/drafts');
    await state(page, 'saved');
    assert.equal((await drafts()).length, before + 1, 'found again, not made twice');
    assert.match(page.url(), /#\/soan\/\d+$/);
});

test('leaving asks only where something would not reach the service', async () => {
    await subject(page).fill('Về việc E');
    await page.getByRole('link', { name: 'Kho lưu trữ' }).click();
    await page.getByRole('heading', { name: 'Kho lưu trữ' }).first().waitFor();
    assert.equal(await kept(), 'Về việc E', 'saved on the way out, without a question');
    await page.goto(`${service.url}/#/soan/${id}`);
    await subject(page).waitFor();
    await cut(page);
    await subject(page).fill('Về việc F');
    await page.getByRole('link', { name: 'Kho lưu trữ' }).click();
    await page.getByRole('dialog').getByText('giữ trên máy tính này').waitFor();
    await checkAccessible(page);
    await page.getByRole('button', { name: 'Ở lại' }).click();
    await page.waitForURL(`**/#/soan/${id}`);
    assert.equal(await subject(page).inputValue(), 'Về việc F');
    const asked = page.waitForEvent('dialog');
    page.close({ runBeforeUnload: true });
    const dialog = await asked;
    assert.equal(dialog.type(), 'beforeunload');
    await dialog.accept();
});

/** A second window on the same draft; the first saves, the second then writes something else. */
async function twoWindows() {
    const other = await view.context.newPage();
    await other.goto(`${service.url}/#/soan/${id}`);
    await subject(other).waitFor();
    await subject(page).fill('Về việc của người thứ nhất');
    await state(page, 'saved');
    await other.getByText('vừa lưu bản nháp này').waitFor(); // told before anything is written in vain
    await subject(other).fill('Về việc của người thứ hai');
    await state(other, 'conflict');
    await checkAccessible(other);
    await other.getByRole('button', { name: 'Chọn cách xử lý…' }).click();
    await other.getByRole('dialog').getByText('khác nhau ở: Trích yếu').waitFor();
    await checkAccessible(other);
    return other;
}

test('two windows on one draft: mine becomes a new draft, both are kept', async () => {
    const other = await twoWindows();
    await other.getByRole('button', { name: 'Lưu bản của tôi thành bản nháp mới' }).click();
    await state(other, 'saved');
    const next = Number(/soan\/(\d+)$/.exec(other.url())[1]);
    assert.notEqual(next, id);
    assert.equal(await kept(next), 'Về việc của người thứ hai');
    assert.equal(await kept(), 'Về việc của người thứ nhất');
});

test('two windows on one draft: theirs is taken, mine can be had back', async () => {
    const other = await twoWindows();
    await other.getByRole('button', { name: 'Lấy bản kia' }).click();
    await state(other, 'saved');
    assert.equal(await subject(other).inputValue(), 'Về việc của người thứ nhất');
    await other.getByRole('button', { name: 'Lấy lại bản của tôi' }).click();
    assert.equal(await subject(other).inputValue(), 'Về việc của người thứ hai');
    await state(other, 'saved');
    assert.equal(await kept(), 'Về việc của người thứ hai');
});

test('two windows on one draft: mine overwrites theirs, knowingly; the other window is told', async () => {
    const other = await twoWindows();
    await other.keyboard.press('Escape'); // not decided: nothing happens to either
    assert.equal(await kept(), 'Về việc của người thứ nhất');
    await other.getByRole('button', { name: 'Chọn cách xử lý…' }).click();
    await other.getByRole('button', { name: 'Ghi đè bằng bản của tôi' }).click();
    await state(other, 'saved');
    assert.equal(await kept(), 'Về việc của người thứ hai');
    await page.getByRole('button', { name: 'Tải bản mới' }).click();
    await page.getByText('Đã lấy bản của').waitFor();
    assert.equal(await subject(page).inputValue(), 'Về việc của người thứ hai');
});

test('what somebody else wrote is not archived away', async () => {
    await page.route('**/api/v1/events', (route) => route.abort()); // this window is told of nothing
    await page.reload();
    await subject(page).waitFor();
    const document = { ...JSON.parse(sample), subject: 'Về việc người khác vừa sửa' };
    await service.ask('PUT', `/drafts/${id}`, JSON.stringify({ document }), { 'If-Match': '"1"' });
    await page.getByRole('button', { name: 'Lưu vào kho…' }).click();
    await page.getByText('Đã lấy bản của').waitFor();
    assert.equal(await subject(page).inputValue(), 'Về việc người khác vừa sửa');
    assert.equal(await page.getByRole('dialog').count(), 0);
});

test('what was just begun is saved on the way out, and the way goes on', async () => {
    await page.goto(`${service.url}/#/soan/moi?loai=letter`);
    await subject(page).fill('rời đi ngay');
    await page.getByRole('link', { name: 'Sổ đăng ký' }).click();
    await page.getByRole('heading', { name: 'Sổ đăng ký' }).first().waitFor();
    await page.waitForURL('**/#/so');
    assert.equal((await drafts())[0].title, 'rời đi ngay');
});

test('a draft that somebody deleted can be saved anew', async () => {
    await service.ask('DELETE', `/drafts/${id}`);
    await subject(page).fill('Về việc vẫn còn');
    await state(page, 'gone');
    await page.getByRole('button', { name: 'Chọn cách xử lý…' }).click();
    await page.getByRole('button', { name: 'Lưu bản của tôi thành bản nháp mới' }).click();
    await state(page, 'saved');
    assert.equal((await drafts())[0].title, 'Về việc vẫn còn');
});

const numbers = async () => (await service.ask('GET', '/register')).entries.length;

/** Archives, without an answer; then the window is closed and another one is opened at this place. */
async function loseAnswer(place) {
    await page.route('**/api/v1/archive/issue', async (route) => {
        await route.fetch(); // the service takes the number and archives
        await route.abort('connectionreset');
    });
    await page.getByRole('button', { name: 'Lưu vào kho…' }).click();
    await page.getByRole('radio', { name: /Lấy số mới từ sổ/ }).waitFor();
    await page.getByRole('button', { name: 'Lấy số và lưu vào kho' }).click();
    await page.getByText('Mất kết nối. Trang tự hỏi lại').waitFor();
    await page.close({ runBeforeUnload: false });
    page = await view.context.newPage();
    await page.goto(`${service.url}/#/${place}`);
}

test('an answer that was lost while archiving: asked again, also after the window was closed; one number', async () => {
    const before = await numbers();
    await loseAnswer('soan');
    await page.locator('.issued-number').waitFor();
    assert.equal(await page.locator('.issued-number').textContent(), '01/QĐ-SNV');
    assert.equal(await numbers(), before + 1);
    assert.ok((await drafts()).every((draft) => draft.id !== id));
    await page.getByRole('button', { name: 'Đóng' }).click();
    await page.reload();
    await page.getByRole('heading', { name: 'Bản nháp' }).waitFor();
    assert.equal(await page.locator('dialog').count(), 0, 'asked no more');
});

test('an old order that was not answered is carried out only when it is wanted still', async () => {
    const before = await numbers();
    await loseAnswer('so');
    await page.evaluate(() => {
        const key = Object.keys(localStorage).find((one) => one.startsWith('vanthu.compose.issuing.'));
        localStorage.setItem(key, JSON.stringify({ ...JSON.parse(localStorage.getItem(key)), at: '2026-01-05T08:00:00Z' }));
    });
    const sent = [];
    page.on('request', (request) => request.url().endsWith('/archive/issue') && sent.push(request.postDataJSON()));
    await page.goto(`${service.url}/#/soan`);
    await page.getByText('Một lần lưu vào kho chưa có kết quả').waitFor();
    await page.getByRole('dialog').getByText('05/01/2026').waitFor();
    await checkAccessible(page);
    assert.deepEqual(sent, []);
    await page.getByRole('button', { name: 'Lưu vào kho', exact: true }).click();
    await page.locator('.issued-number').waitFor();
    assert.deepEqual(sent.map(({ draft, draft_version }) => [draft, draft_version]), [[id, 1]]);
    assert.equal(await numbers(), before + 1);
});

test('from “Lưu vào kho…” on nothing can be written that would not be archived', async () => {
    await page.route(`**/api/v1/drafts/${id}`, async (route) => {
        await new Promise((resolve) => setTimeout(resolve, 500));
        await route.continue();
    });
    await subject(page).focus();
    await page.evaluate(() => [...document.querySelectorAll('button')].find((button) => button.textContent === 'Lưu vào kho…').click());
    await page.keyboard.type('viết thêm');
    await page.getByRole('button', { name: 'Lấy số và lưu vào kho' }).waitFor();
    assert.equal(await subject(page).inputValue(), JSON.parse(sample).subject);
});

test('a number that somebody took meanwhile is not taken again, and that is told', async () => {
    const { number: _, ...document } = JSON.parse(sample);
    const draft = await service.ask('POST', '/drafts', JSON.stringify({ document: { ...document, date: '2023-05-04' } }));
    await page.goto(`${service.url}/#/soan/${draft.id}`);
    await page.getByRole('button', { name: 'Lưu vào kho…' }).click();
    await page.getByText('dự kiến 01/QĐ-SNV').waitFor();
    await service.ask('POST', '/register', JSON.stringify({ subject: 'Văn bản khác', date: '2023-05-04' }));
    await page.getByRole('button', { name: 'Lấy số và lưu vào kho' }).click();
    await page.getByText('Số 01 dự kiến đã có văn bản khác lấy trước').waitFor();
    assert.equal(await page.locator('.issued-number').textContent(), '02/QĐ-SNV');
});

test('a document with a number of another register keeps it', async () => {
    const before = (await service.ask('GET', '/register')).entries.length;
    await page.getByRole('button', { name: 'Lưu vào kho…' }).click();
    await page.getByRole('radio', { name: /Giữ số 07/ }).check();
    await page.getByRole('button', { name: 'Lấy số và lưu vào kho' }).click();
    await page.locator('.issued-number').waitFor();
    assert.equal(await page.locator('.issued-number').textContent(), '07/QĐ-SNV');
    assert.equal((await service.ask('GET', '/register')).entries.length, before);
    const hits = (await service.ask('GET', '/archive?q=07/Q%C4%90-SNV')).hits;
    assert.equal(hits.length, 1);
});

test('drafts of the office: one is deleted and had back; data files come in and go out', async () => {
    await page.goto(`${service.url}/#/soan`);
    const count = (await drafts()).length;
    await page.getByRole('button', { name: /^Xóa bản nháp/ }).first().click();
    await page.locator('#notices').getByRole('button', { name: 'Hoàn tác' }).click();
    await page.waitForFunction((rows) => document.querySelectorAll('table.list tbody tr').length === rows, count);
    const data = JSON.stringify({ ...JSON.parse(sample), subject: 'Về việc từ tệp', secret: true });
    await page.locator('input[type=file]').setInputFiles({ name: 'a.json', mimeType: 'application/json', buffer: Buffer.from(data) });
    await page.getByText('Bỏ qua 1 chỗ').waitFor();
    await state(page, 'saved');
    assert.equal((await drafts())[0].title, 'Về việc từ tệp');
    await page.locator('.page').evaluate((element) => {
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File(['{"subject":"tệp khác"}'], 'khác.json'));
        element.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
    });
    await page.waitForTimeout(200);
    assert.equal(await subject(page).inputValue(), 'Về việc từ tệp', 'another file does not take its place');
    await page.getByText('Khác', { exact: true }).click();
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Tải dữ liệu (JSON)' }).click()]);
    assert.equal(file.suggestedFilename(), '07-QĐ-SNV.json');
    assert.equal(JSON.parse(await bytesOf(file)).subject, 'Về việc từ tệp');
    await page.goto(`${service.url}/#/soan`);
    await page.locator('input[type=file]').setInputFiles({ name: 'b.json', mimeType: 'application/json', buffer: Buffer.from('không phải') });
    await page.getByText('“b.json” không phải tệp dữ liệu').waitFor();
});
