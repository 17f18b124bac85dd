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

/** A page of 32 × 32 points that one picture fills. */
function pictureFile(filter, picture, entries = '') {
    const objects = [
        '<< /Type /Catalog /Pages 2 0 R >>',
        '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
        '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 32 32] /Contents 4 0 R /Resources << /XObject << /I 5 0 R >> >> >>',
        ['<< /Length 22 >>', '32 0 0 32 0 0 cm /I Do'],
        [`<< /Type /XObject /Subtype /Image /Width 32 /Height 32 /ColorSpace /DeviceGray ${entries} /Filter /${filter} /Length ${picture.length} >>`, picture],
    ];
    const parts = objects.map((object, i) => {
        const [head, stream] = [object].flat();
        const body = stream ? [Buffer.from(`${head}\nstream\n`), Buffer.from(stream), Buffer.from('\nendstream')] : [Buffer.from(head)];
        return Buffer.concat([Buffer.from(`${i + 1} 0 obj\n`), ...body, Buffer.from('\nendobj\n')]);
    });
    return Buffer.concat([Buffer.from('%PDF-1.5\n'), ...parts, Buffer.from('trailer << /Root 1 0 R /Size 6 >>\n%%EOF\n')]);
}

test('JPEG 2000 and JBIG2 are decoded without WebAssembly', async () => {
    // A black square of 16 × 16 in the middle of white.
    const jpx =
        '/0//UQApAAAAAAAgAAAAIAAAAAAAAAAAAAAAIAAAACAAAAAAAAAAAAABBwEB/1IADAAAAAEAAAMDAAH/XAAEQED/ZAAlAAFDcmVhdGVkIGJ5IE9wZW5KUEVHIHZlcnNpb24gMi41LjT/kAAKAAAAAAEeAAH/k9+GhgC22QNJLrvXC6DaIfEM83a3hjD5zKuv0ONKNejwK2ggAAAADCQl/xAgU4AAAAAwkJfxxMAAAAYSEYgSMJCQgNAMJCPcMGEhIQGgGEhHuGDCQkIDQDCQj3DBhIS/5iKAAAAADCQizCBhISEBoBhIR7hgwkJCA0AwkI9wwYSEhAaAYSEe4YMJCX/MRQAAAAAYSEWYQMJCQgNAMJCPcMGEhIQGgGEhHuGDCQkIDQDCQj3DBhIS/0xFAAAAABhIRZhAwkJCA0AwkI9wwYSEhAaAYSEe4YMJCQgNAMJCPcMGEhL/TEUAAAAAGEhFmEDCQkIDQDCQj3DBhISEBoBhIR7hgwkJCA0AwkI9wwYSEv9//9k=';
    const square = await show(pictureFile('JPXDecode', Buffer.from(jpx, 'base64')));
    assert.equal(square.pages, 1);
    assert.ok(Math.abs(square.dark - 0.25) < 0.03, `${square.dark}`);

    // Black all over, in the coding of fax: the first line by its lengths, each other like the one above.
    const bits = `001${'00110101'}${'000001101010'}${'11'.repeat(31)}`.padEnd(88, '0');
    const fax = Buffer.from(bits.match(/.{8}/g).map((byte) => parseInt(byte, 2)));
    const words = (...values) => values.map((value) => value.toString(16).padStart(8, '0')).join('');
    const page = `0000000030000100000013${words(32, 32, 0, 0)}000000`;
    const region = `00000001260001${words(18 + fax.length)}${words(32, 32, 0, 0)}0001${fax.toString('hex')}`;
    const black = await show(pictureFile('JBIG2Decode', Buffer.from(page + region, 'hex'), '/BitsPerComponent 1'));
    assert.ok(black.dark > 0.95, `${black.dark}`);
    assert.deepEqual(view.faults, []);
});

test('what is no PDF is told in the place of the pages', async () => {
    assert.deepEqual(await show(Buffer.from('no pdf')), { pages: 0, dark: 0 });
    await page.getByText('Không hiển thị được trang').waitFor();
    assert.deepEqual(await show(null), { pages: 0, dark: 0 });
    assert.equal((await show(await generated())).pages, 8);
    assert.deepEqual(view.faults, []);
});
