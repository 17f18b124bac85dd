// An old document on the desk: fields beside the page, doubts, review by keyboard alone, two windows, lost connections, archive.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { checkAccessible, closeAll, openBrowser, samples, startService } from '../harness.mjs';

let service, view, page;
const sample = (name) => JSON.parse(readFileSync(join(samples, name)));
const field = (pointer) => page.locator(`[data-pointer="${pointer}"]`);
const told = (text) => page.locator('.told', { hasText: text }).waitFor();
const notice = (text) => page.locator('.notice', { hasText: text });
const press = async (...keys) => {
    for (const key of keys) await page.keyboard.press(key);
};
const isSaved = (where = page) => where.getByText(/^Đã lưu \d/).waitFor();
const reading = async (id) => (await service.ask('GET', `/readings/${id}`)).reading;

/** Reads a document of ours by what stands on its pages; gives its id. */
async function read(document, name, format = 'pdf') {
    const file = await service.ask('POST', `/documents?format=${format}&level=1b`, JSON.stringify(document));
    const { id } = await service.ask('POST', '/readings', file, { 'X-File-Name': encodeURIComponent(name) });
    while ((await reading(id)).state !== 'done') await new Promise((resolve) => setTimeout(resolve, 50));
    return id;
}

const open = async (id, where = page) => {
    await where.goto(`${service.url}/#/doc/${id}`);
    await where.getByRole('tab', { name: /Thông tin/ }).waitFor();
};

before(async () => {
    service = await startService();
    view = await openBrowser(service);
    page = view.page;
});
after(() => closeAll(service, view));

test('a field is outlined on its page, and a point of the page leads to its field', async () => {
    const id = await read(sample('khanh-hoa/decision.json'), 'a.pdf');
    await open(id);
    await page.locator('.sheet canvas').first().waitFor();
    await field('/subject').click();
    const { content } = await service.ask('GET', `/readings/${id}`);
    const { provenance } = content.document;
    const sheet = page.locator('.sheet').first();
    const frame = await sheet.boundingBox();
    const scale = frame.width / 595; // A4 upright, in points
    const mark = await page.locator('.pdf-view .mark').first().boundingBox();
    const [box] = provenance['/subject'].places.map((place) => place.box);
    assert.ok(Math.abs((mark.x - frame.x) / scale - box[0]) < 3 && Math.abs((mark.y - frame.y) / scale - box[1]) < 3);
    const [number] = provenance['/number'].places.map((place) => place.box);
    await sheet.click({ position: { x: (number[0] + 3) * scale, y: (number[1] + 5) * scale } });
    await told('Số');
    assert.equal(await page.evaluate(() => document.activeElement.dataset.pointer), '/number');
    await sheet.click({ position: { x: (number[2] - 3) * scale, y: (number[1] + 5) * scale } });
    await told('Ký hiệu');
    await checkAccessible(page);
    await service.ask('DELETE', `/readings/${id}`);
});

test('a pile is looked over by keyboard alone', async () => {
    const draft = sample('draft.json');
    const ids = [await read(draft, '1 thiếu số.pdf'), await read(sample('one-page.json'), '2 đủ.docx', 'docx'), await read(sample('letter.json'), '3 công văn.pdf')];
    await view.go('doc');
    await page.getByRole('link', { name: '1 thiếu số.pdf' }).waitFor();
    for (let i = 0; i < 30 && !(await page.evaluate(() => document.activeElement.closest?.('.line .what'))); ++i) await press('Tab');
    await press('ArrowDown', 'ArrowUp', 'Enter');
    const left = page.locator('.doubts');
    await left.getByText('Nghi ngờ: còn 2').waitFor(); // neither number nor date
    await told('Số');
    await page.locator('.field', { has: field('/number') }).getByText('Máy không tìm thấy trên trang').waitFor();
    await page.keyboard.type('52');
    await left.getByText('còn 1').waitFor();
    await press('F8');
    await told('Ngày ban hành');
    await page.keyboard.type('25/1/2021');
    await page.getByText('✓ Hết chỗ nghi ngờ').waitFor();
    await press('Control+Enter');
    await page.getByRole('heading', { name: '2 đủ.docx' }).waitFor();
    await notice('Đã xác nhận 1 thiếu số.pdf với các chỗ đã sửa.').waitFor();
    assert.equal((await reading(ids[0])).review, 'corrected');
    assert.equal((await service.ask('GET', `/readings/${ids[0]}`)).content.document.date, '2021-01-25');
    await press('Control+Enter');
    await page.getByRole('heading', { name: '3 công văn.pdf' }).waitFor();
    assert.equal((await reading(ids[1])).review, 'confirmed');
    // In a text the arrows go from word to word, outside of it from document to document.
    await press('Control+ArrowLeft');
    await page.getByRole('heading', { name: '3 công văn.pdf' }).waitFor();
    await page.getByRole('tab', { name: /Thông tin/ }).focus();
    await press('Control+ArrowLeft');
    await page.getByRole('heading', { name: '2 đủ.docx' }).waitFor();
    await page.getByRole('tab', { name: /Thông tin/ }).focus();
    await press('Control+ArrowRight');
    await page.getByRole('heading', { name: '3 công văn.pdf' }).waitFor();
    await page.getByRole('tab', { name: /Thông tin/ }).focus();
    await press('?');
    await page.getByRole('dialog', { name: 'Phím tắt khi xem văn bản' }).waitFor();
    await checkAccessible(page);
    await press('Escape', 'Control+Enter');
    await page.getByText('3/3 đã xem').waitFor();
    await page.getByText('Không có văn bản nào ở mục này.').waitFor();
    await page.getByRole('button', { name: 'Tất cả (3)' }).click();
    await page.getByText('✎ Đã sửa và xác nhận').waitFor();
});

test('what is not usable is said to be so, and can be taken back', async () => {
    const [{ id }] = (await service.ask('GET', '/readings')).readings;
    await open(id);
    await page.locator('.work-bar summary').click();
    await page.getByRole('button', { name: '✕ Không dùng được' }).click();
    await notice('không dùng được').getByRole('button', { name: 'Quay lại' }).click();
    await page.locator('.badge', { hasText: 'Không dùng được' }).waitFor();
    assert.equal((await reading(id)).review, 'rejected');
    await page.locator('.work-bar summary').click();
    await page.getByRole('button', { name: 'Bỏ xác nhận' }).click();
    await page.locator('.badge', { hasText: 'Chưa xem' }).waitFor();
});

test('entries of lists are split, joined and undone; what the machine read can be had again', async () => {
    const id = await read(sample('khanh-hoa/decision.json'), 'b.pdf');
    await open(id);
    const before = (await service.ask('GET', `/readings/${id}`)).content.document;
    await field('/legal_bases/0').click();
    await press('Home', 'Control+Home', ...Array(7).fill('ArrowRight'), 'Enter');
    await field('/subject').fill('Trích yếu đã sửa');
    await press('Control+s');
    await isSaved();
    const now = (await service.ask('GET', `/readings/${id}`)).content.document;
    assert.equal(now.legal_bases[0], before.legal_bases[0].slice(0, 7).trim());
    assert.deepEqual(now.provenance['/legal_bases/2'], before.provenance['/legal_bases/1']);
    await page.getByRole('tab', { name: 'Đã sửa (3)' }).click();
    await page.getByRole('button', { name: 'Trả lại bản máy đọc: Trích yếu' }).click();
    assert.equal(await field('/subject').inputValue(), before.subject);
    await press('Control+z', 'Control+z', 'Control+z');
    await page.getByRole('tab', { name: 'Đã sửa (0)' }).waitFor();
    await press('Control+s');
    await isSaved();
    const { provenance: _, ...said } = (await service.ask('GET', `/readings/${id}`)).content.document;
    const { provenance: __, ...original } = before;
    assert.deepEqual(said, original);
});

test('a lost connection loses nothing, nor does a reload', async () => {
    const id = await read(sample('one-page.json'), 'c.pdf');
    await open(id);
    await field('/subject').fill('Viết khi mất kết nối');
    await service.stop();
    await press('Control+s');
    await page.getByText('Chưa lưu được; đã giữ trên máy này').waitFor();
    await service.start();
    await isSaved();
    assert.equal((await service.ask('GET', `/readings/${id}`)).content.document.subject, 'Viết khi mất kết nối');
    await page.route('**/api/v1/readings/*', (route) => (route.request().method() === 'PUT' ? route.abort() : route.continue()));
    await field('/subject').fill('Chưa kịp lưu');
    page.once('dialog', (dialog) => dialog.accept());
    const waiting = [];
    await page.route('**/pages.pdf', (route) => waiting.push(route));
    await page.reload();
    await page.unroute('**/api/v1/readings/*');
    await notice('Đã khôi phục phần sửa').waitFor(); // before there are pages, else typing would take its place
    assert.equal(await field('/subject').inputValue(), 'Chưa kịp lưu');
    for (const route of waiting) await route.continue();
    await page.unroute('**/pages.pdf');
    await isSaved();
    assert.equal((await service.ask('GET', `/readings/${id}`)).content.document.subject, 'Chưa kịp lưu');
    // Somebody else saves it before this window comes back.
    await page.route('**/api/v1/readings/*', (route) => (route.request().method() === 'PUT' ? route.abort() : route.continue()));
    await field('/subject').fill('Của tôi, chưa kịp lưu');
    const { content, reading: now } = await service.ask('GET', `/readings/${id}`);
    const theirs = { document: { ...content.document, subject: 'Của người khác' }, tables: content.tables, review: 'confirmed' };
    await service.ask('PUT', `/readings/${id}`, JSON.stringify(theirs), { 'If-Match': `"${now.version}"` });
    page.once('dialog', (dialog) => dialog.accept());
    await page.reload();
    await page.unroute('**/api/v1/readings/*');
    await page.getByText(/Trong lúc bạn sửa, local đã lưu/).waitFor();
    assert.equal(await field('/subject').inputValue(), 'Của tôi, chưa kịp lưu');
    await page.getByRole('button', { name: 'Chọn…' }).click();
    await page.getByRole('button', { name: 'Giữ bản của tôi' }).click();
    await isSaved();
    assert.equal((await service.ask('GET', `/readings/${id}`)).content.document.subject, 'Của tôi, chưa kịp lưu');
});

test('reading anew that does not begin takes nothing: what is written goes on being kept', async () => {
    const id = await read(sample('one-page.json'), 'h.pdf');
    await open(id);
    await page.route('**/again', (route) => route.fulfill({ status: 503, json: { status: 503, title: 'Bận', code: 'service-busy' } }));
    await page.locator('.work-bar summary').click();
    await page.getByRole('button', { name: 'Đọc lại' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Đọc lại' }).click();
    await notice('Bận').waitFor();
    const saved = page.waitForResponse((response) => response.request().method() === 'PUT');
    await field('/subject').fill('Viết sau đó');
    await saved;
    assert.equal((await service.ask('GET', `/readings/${id}`)).content.document.subject, 'Viết sau đó');
    await page.unroute('**/again');
    await page.locator('.work-bar summary').click();
    await page.getByRole('button', { name: 'Đọc lại' }).click();
    await page.getByRole('dialog', { name: 'Đọc lại sẽ thay phần đã sửa' }).getByRole('button', { name: 'Đọc lại' }).click();
    await page.waitForFunction((text) => document.querySelector('[data-pointer="/subject"]')?.value === text, sample('one-page.json').subject);
});

test('two windows: who comes second decides, and nothing is lost', async () => {
    const id = await read(sample('one-page.json'), 'd.pdf');
    const other = await view.context.newPage();
    await open(id);
    await open(id, other);
    const inOther = other.locator('[data-pointer="/subject"]');
    const write = async (first, second) => {
        // The other window hears of it only when it has something of its own.
        await inOther.fill(second);
        await field('/subject').fill(first);
        await press('Control+s');
        await isSaved();
        await other.keyboard.press('Control+s');
        await other.getByText(/Trong lúc bạn sửa, local đã lưu văn bản này/).waitFor();
        await other.getByRole('button', { name: 'Chọn…' }).click();
    };
    await write('Của cửa sổ này', 'Của cửa sổ kia');
    await other.getByRole('button', { name: 'Lấy bản của họ' }).click();
    await other.waitForFunction(() => document.querySelector('[data-pointer="/subject"]').value === 'Của cửa sổ này');
    await other.locator('.notice').getByRole('button', { name: 'Lấy lại bản của tôi' }).click();
    assert.equal(await inOther.inputValue(), 'Của cửa sổ kia');
    await isSaved(other);
    await page.waitForFunction(() => document.querySelector('[data-pointer="/subject"]').value === 'Của cửa sổ kia'); // heard, as nothing was written here
    await write('Lần nữa', 'Giữ bản này');
    await other.getByRole('button', { name: 'Giữ bản của tôi' }).click();
    await isSaved(other);
    assert.equal((await service.ask('GET', `/readings/${id}`)).content.document.subject, 'Giữ bản này');
    await other.close();
});

test('a reading goes into the archive as it was put right, once; it can be made anew', async () => {
    const id = await read(sample('one-page.json'), 'e.pdf');
    await open(id);
    await field('/number').fill('777');
    const archive = async () => {
        await page.locator('.work-bar summary').click();
        await page.getByRole('button', { name: 'Lưu vào kho' }).click();
    };
    await archive();
    await notice(/Đã lưu 777\/.* vào kho/).waitFor();
    const { hits } = await service.ask('GET', '/archive?q=777');
    assert.equal(hits[0].number, '777');
    await archive();
    await page.getByRole('dialog', { name: 'Kho đã có tệp này' }).getByRole('button', { name: 'Đóng' }).click();
    const twin = await read({ ...sample('one-page.json'), subject: 'Một tệp khác cùng số' }, 'f.pdf');
    await open(twin);
    await field('/number').fill('777');
    await archive();
    const dialog = page.getByRole('dialog', { name: 'Kho đã có văn bản cùng số' });
    await checkAccessible(page);
    await dialog.getByRole('button', { name: 'Lưu thành văn bản khác' }).click();
    await notice(/Đã lưu 777/).nth(1).waitFor();
    assert.equal((await service.ask('GET', '/archive?q=777')).total, 2);
    await page.locator('.work-bar summary').click();
    await page.getByRole('button', { name: 'Tạo lại' }).click();
    await page.waitForURL(/#\/soan/);
    assert.equal(await page.locator('[data-pointer="/subject"]').inputValue(), 'Một tệp khác cùng số');
});

test('a file without pages shows its text in their place, each leading to the other', async () => {
    const id = await read(sample('khanh-hoa/decision.json'), 'g.docx', 'docx');
    await open(id);
    await field('/recipients/0').click();
    const chosen = page.locator('.text-line.chosen');
    await chosen.getByText((await field('/recipients/0').inputValue()).replace(/;$/, '')).waitFor();
    await page.locator('.text-line', { hasText: /^Điều 2/ }).click();
    await told('Điều 2');
    for (const [width, height] of [[640, 500], [820, 1180]]) {
        await page.setViewportSize({ width, height });
        assert.ok((await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)) <= 0, `${width}`);
        await checkAccessible(page);
    }
    await page.setViewportSize({ width: 1280, height: 720 });
    assert.deepEqual(view.faults, []);
});
