// The queue of old documents: files go in, each tells what became of it, and nothing is lost on the way.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { checkAccessible, closeAll, openBrowser, picture, samples, startService } from '../harness.mjs';

let service, view, page;
const line = (name) => page.locator('.lines .line', { hasText: name });
const upload = (name) => page.locator('.sending .line', { hasText: name });
const file = (name, buffer, mimeType = 'application/octet-stream') => ({ name, mimeType, buffer: Buffer.from(buffer) });
const choose = (...files) => page.locator('input.files').setInputFiles(files);
const show = (filter) => page.getByRole('button', { name: filter }).click();
const names = () => page.locator('ul[aria-label="Văn bản trên bàn"] .what > a').allTextContents();
const sample = (name) => readFileSync(join(samples, name));
const made = (name, format) => service.ask('POST', `/documents?format=${format}`, sample(name));

before(async () => {
    service = await startService();
    view = await openBrowser(service);
    page = view.page;
});
after(() => closeAll(service, view));

test('three files go in, one of them broken: each tells what became of it', async () => {
    await view.go('doc');
    await page.getByText('Chưa có văn bản nào').waitFor();
    await choose(file('10 công văn.docx', await made('letter.json', 'docx')), file('2 quyết định.pdf', await made('one-page.json', 'pdf')), file('3 hỏng.pdf', [0, 1, 2, 3, 255]));
    await show('Tất cả (3)');
    await line('3 hỏng.pdf').getByText('Không đọc được').waitFor();
    await line('10 công văn.docx').getByText('Chưa xem').waitFor();
    await line('2 quyết định.pdf').getByText('Chưa xem').waitFor();
    assert.deepEqual(await names(), ['2 quyết định.pdf', '3 hỏng.pdf', '10 công văn.docx']);
    await line('3 hỏng.pdf').getByText('Tệp không phải văn bản thuần → Mở thử tệp').waitFor();
    await line('2 quyết định.pdf').getByText('1 trang').waitFor();
    await page.getByText('0/2 đã xem').waitFor();
    assert.equal(await page.locator('.facts').count(), 3);
    await picture(page, 'reading-queue');
    await checkAccessible(page);
    await page.setViewportSize({ width: 640, height: 500 });
    assert.ok((await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)) <= 0);
    await checkAccessible(page);
    await page.setViewportSize({ width: 1280, height: 720 });
    assert.deepEqual(view.faults, []);
});

test('filters show what is to be done, and are kept', async () => {
    await show('Lỗi (1)');
    assert.deepEqual(await names(), ['3 hỏng.pdf']);
    await show('Nghi ngờ (0)');
    await page.getByText('Không có văn bản nào ở mục này.').waitFor();
    await show('Chưa xem (2)');
    assert.equal((await names()).length, 2);
    await page.reload();
    await page.getByRole('button', { name: 'Chưa xem (2)', pressed: true }).waitFor();
});

test('an upload that breaks off is told at its file and can be sent again; the others come through', async () => {
    let broken = 0;
    await page.route('**/api/v1/readings', (route) => {
        if (route.request().method() !== 'POST' || !decodeURIComponent(route.request().headers()['x-file-name']).startsWith('đứt')) return route.continue();
        return ++broken === 1 ? route.abort('connectionreset') : route.continue();
    });
    const bytes = await made('marks.json', 'docx');
    await choose(file('đứt.docx', bytes), file('lành.docx', bytes));
    await upload('đứt.docx').getByText('mất kết nối giữa chừng').waitFor();
    await line('lành.docx').getByText('Chưa xem').waitFor();
    await upload('đứt.docx').getByRole('button', { name: 'Gửi lại' }).click();
    await line('đứt.docx').getByText('Chưa xem').waitFor();
    assert.equal(await page.locator('.sending .line').count(), 0);
    await page.unroute('**/api/v1/readings');
});

test('what the service refuses, and what is not worth sending, is told with what to do', async () => {
    await page.route('**/api/v1/readings', (route) => (route.request().method() === 'POST' ? route.fulfill({ status: 413, json: { status: 413, title: 'Payload Too Large', code: 'body-too-large' } }) : route.continue()));
    await choose(file('nặng.pdf', '%PDF-'));
    await upload('nặng.pdf').getByText('tệp lớn hơn 100 MB → Tách thành nhiều tệp').waitFor();
    assert.equal(await upload('nặng.pdf').getByRole('button', { name: 'Gửi lại' }).count(), 0);
    await page.unroute('**/api/v1/readings');
    await choose(file('rỗng.txt', ''), file('bảng.mp4', 'abc'), file('~$khóa.docx', 'abc'));
    await upload('rỗng.txt').getByText('Tệp rỗng → Sao chép lại tệp').waitFor();
    await upload('bảng.mp4').getByText('tên tệp không phải của văn bản').waitFor();
    assert.equal(await upload('~$khóa').count(), 0);
    // It is sent all the same where somebody wants it.
    await upload('bảng.mp4').getByRole('button', { name: 'Vẫn gửi' }).click();
    await line('bảng.mp4').getByText('Chưa xem').waitFor();
    const tooLarge = await page.evaluateHandle(() => {
        const transfer = new DataTransfer();
        transfer.items.add(new File([new ArrayBuffer(101 * 1024 * 1024)], 'quá lớn.pdf'));
        return transfer;
    });
    await page.dispatchEvent('.drop-zone', 'drop', { dataTransfer: tooLarge });
    await upload('quá lớn.pdf').getByText('tệp lớn hơn 100 MB').waitFor();
    for (const name of ['nặng.pdf', 'rỗng.txt', 'quá lớn.pdf']) await upload(name).getByRole('button', { name: 'Bỏ tệp này' }).click();
    assert.equal(await page.locator('.sending .line').count(), 0);
});

test('the service goes away in the middle: what was on its way is told, the rest goes on by itself', async () => {
    const wire = await view.context.newCDPSession(page);
    await wire.send('Network.enable');
    await wire.send('Network.emulateNetworkConditions', { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: 30_000 });
    const text = (word) => `${word} dòng chữ để đọc\n`.repeat(2500);
    await choose(...['a', 'b', 'c', 'd'].map((word) => file(`${word} dài.txt`, text(word))));
    await upload('a dài.txt').getByText(/Đang gửi [1-9]/).waitFor();
    let asked = null;
    page.once('dialog', (dialog) => ((asked = dialog.type()), dialog.dismiss()));
    await page.evaluate(() => setTimeout(() => location.reload()));
    while (!asked) await page.waitForTimeout(20);
    assert.equal(asked, 'beforeunload');
    await service.stop();
    await upload('a dài.txt').getByText('mất kết nối giữa chừng').waitFor();
    assert.match(await upload('d dài.txt').textContent(), /Chờ gửi/);
    await wire.send('Network.emulateNetworkConditions', { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: -1 });
    await service.start();
    await service.ask('POST', '/readings', 'Chữ từ nơi khác', { 'X-File-Name': 'khac.txt' });
    await line('d dài.txt').getByText('Chưa xem').waitFor();
    await line('khac.txt').getByText('Chưa xem').waitFor(); // came in while the page heard nothing
    await upload('a dài.txt').getByRole('button', { name: 'Gửi lại' }).click();
    for (const word of ['a', 'b', 'c', 'd']) await line(`${word} dài.txt`).getByText('Chưa xem').waitFor();
    assert.equal(await page.locator('.sending .line').count(), 0);
});

test('removed is what is not taken back in time; another window sees it', async () => {
    const other = await view.context.newPage();
    await other.goto(`${service.url}/#/doc`);
    const there = (name) => other.locator('.lines .line', { hasText: name });
    await there('khac.txt').waitFor();
    await line('khac.txt').getByRole('button', { name: 'Bỏ khac.txt khỏi bàn' }).click();
    await page.getByText('Đã bỏ khac.txt').waitFor();
    assert.equal(await line('khac.txt').count(), 0);
    await page.getByRole('button', { name: 'Hoàn tác' }).click();
    await line('khac.txt').waitFor();
    await line('khac.txt').getByRole('button', { name: 'Bỏ khac.txt khỏi bàn' }).click();
    await page.waitForTimeout(200);
    assert.equal(await there('khac.txt').count(), 1);
    await page.reload(); // the time ends with the page
    await there('khac.txt').waitFor({ state: 'detached' });
    await other.close();
});

test('reading is stopped, and begun again', async () => {
    const pages = Array.from({ length: 40 }, (_, i) => ({ number: String(i + 1), paragraphs: ['Nội dung của điều này. '.repeat(200)] }));
    const long = await service.ask('POST', '/documents?format=pdf', JSON.stringify({ ...JSON.parse(sample('one-page.json')), articles: pages }));
    await choose(...Array.from({ length: 4 }, (_, i) => file(`nhiều trang ${i}.pdf`, long)));
    await line('nhiều trang 3.pdf').getByRole('button', { name: 'Dừng' }).click();
    await show(/Tất cả/);
    await line('nhiều trang 3.pdf').getByText('Đã dừng theo yêu cầu').waitFor();
    await line('nhiều trang 3.pdf').getByRole('button', { name: 'Đọc lại' }).click();
    await line('nhiều trang 3.pdf').getByText('Chưa xem').waitFor();
});

test('what was put right is not read anew without a question, also where nobody confirmed it', async () => {
    const { readings } = await service.ask('GET', '/readings');
    const { id, version } = readings.find(({ name }) => name === 'lành.docx');
    const { content } = await service.ask('GET', `/readings/${id}`);
    const json = JSON.stringify({ document: { ...content.document, subject: 'Đã sửa' }, tables: content.tables, review: 'unchecked' });
    const { version: saved } = await service.ask('PUT', `/readings/${id}`, json, { 'If-Match': `"${version}"` });
    await line('lành.docx').getByRole('button', { name: 'Đọc lại' }).click();
    const dialog = page.getByRole('dialog', { name: 'Đọc lại sẽ thay phần đã sửa' });
    await dialog.getByRole('button', { name: 'Hủy' }).click();
    assert.equal((await service.ask('GET', `/readings/${id}`)).reading.version, saved);
    await line('lành.docx').getByRole('button', { name: 'Đọc lại' }).click();
    await dialog.getByRole('button', { name: 'Đọc lại' }).click();
    while ((await service.ask('GET', `/readings/${id}`)).content?.document?.subject === 'Đã sửa') await page.waitForTimeout(50);
    // Where nothing was saved there is nothing to ask.
    const begun = page.waitForResponse((response) => response.url().endsWith('/again'));
    await line('đứt.docx').getByRole('button', { name: 'Đọc lại' }).click();
    assert.equal((await begun).status(), 200);
});
