// The pages of a PDF in the browser: drawn, drawn anew without flicker, outlined, clicked; pictures of scanners' kinds.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { closeAll, openBrowser, samples, startService } from '../harness.mjs';

let service, view, page;
const decision = readFileSync(join(samples, 'khanh-hoa', 'decision.json'), 'utf8');

before(async () => {
    service = await startService();
    view = await openBrowser(service);
    page = view.page;
    await view.go('nguoi-dung');
    await page.locator('main h1').waitFor();
    await page.evaluate(async () => {
        const { pdfView } = await import('/parts/pdf_view.js');
        const points = [];
        const pdf = pdfView({ label: 'Trang', onpoint: (...point) => points.push(point.slice(0, 3)) });
        pdf.element.style.height = '600px';
        document.querySelector('main').replaceChildren(pdf.element);
        Object.assign(window, { pdf, points });
    });
});
after(() => closeAll(service, view));

/** Shows a PDF; returns the number of pages and how much of the sheet in sight is dark. */
function show(bytes) {
    return page.evaluate(async (base64) => {
        const data = base64 === null ? null : Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
        const pages = await window.pdf.show(data);
        const canvas = document.querySelector('.sheet canvas');
        if (!canvas) return { pages, dark: 0 };
        const { data: pixels } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
        let dark = 0;
        for (let i = 0; i < pixels.length; i += 4) dark += pixels[i] < 128 ? 1 : 0;
        return { pages, dark: dark / (pixels.length / 4) };
    }, bytes && Buffer.from(bytes).toString('base64'));
}

const generated = () => service.ask('POST', '/documents?format=pdf', decision);

test('pages are drawn, only those near the window', async () => {
    const shown = await show(await generated());
    assert.equal(shown.pages, 8);
    assert.ok(shown.dark > 0.01 && shown.dark < 0.3, `${shown.dark}`);
    const drawn = await page.locator('.sheet canvas').count();
    assert.ok(drawn >= 1 && drawn <= 4, `${drawn} of 8 drawn`);
    assert.equal(await page.locator('.pdf-view .place').textContent(), 'Trang 1/8');
});

test('a new version keeps place and zoom, and the old page stays until the new one is drawn', async () => {
    await page.evaluate(() => (document.querySelector('.pages').scrollTop = 900));
    await page.waitForTimeout(100);
    const bytes = await generated();
    await page.evaluate(() => {
        window.blanks = 0;
        const seen = window.pdf.sheets.filter((sheet) => sheet.element.querySelector('canvas')).map((sheet) => sheet.element);
        new MutationObserver(() => (window.blanks += seen.filter((sheet) => !sheet.querySelector('canvas')).length)).observe(document.querySelector('.pages'), { subtree: true, childList: true });
    });
    await show(bytes);
    assert.equal(await page.evaluate(() => document.querySelector('.pages').scrollTop), 900);
    assert.equal(await page.evaluate(() => window.blanks), 0);
});

test('the newest of several calls counts', async () => {
    const bytes = [...(await generated())];
    const counts = await page.evaluate((data) => Promise.all([window.pdf.show(new Uint8Array(data)), window.pdf.show(new Uint8Array(data))]), bytes);
    assert.deepEqual(counts, [0, 8]);
});

test('a place is outlined and comes into sight; a click tells its point', async () => {
    const { pdf, places } = await service.ask('POST', '/preview', decision);
    await show(Buffer.from(pdf, 'base64'));
    const last = places.at(-1);
    await page.evaluate((place) => window.pdf.mark([place], { scroll: true }), last);
    const mark = page.locator('.mark');
    await mark.waitFor();
    const frame = await mark.boundingBox();
    const box = await page.locator('.pages').boundingBox();
    assert.ok(frame.y >= box.y && frame.y < box.y + box.height, `mark at ${frame.y} in ${box.y}–${box.y + box.height}`);
    await mark.click({ position: { x: 2, y: 2 } });
    const [[pageNumber, x, y]] = await page.evaluate(() => window.points);
    assert.equal(pageNumber, last.page);
    assert.ok(Math.abs(x - last.box[0]) < 4 && Math.abs(y - last.box[1]) < 4, `${x}, ${y} in ${last.box}`);
});

test('what is no PDF is told in the place of the pages', async () => {
    assert.deepEqual(await show(Buffer.from('no pdf')), { pages: 0, dark: 0 });
    await page.getByText('Không hiển thị được trang').waitFor();
    assert.deepEqual(await show(null), { pages: 0, dark: 0 });
    assert.equal((await show(await generated())).pages, 8);
    assert.deepEqual(view.faults, []);
});
