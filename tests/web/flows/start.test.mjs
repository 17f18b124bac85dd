// The first page: light, and with what is new and due, as it happens.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { checkAccessible, closeAll, openBrowser, picture, startService, within } from '../harness.mjs';
import { day, decision, decisionWithTasks, issue, pdfOf, shown } from './documents.mjs';

let service, view, page;

before(async () => {
    service = await startService();
    view = await openBrowser(service);
    page = view.page;
});
after(() => closeAll(service, view));

const card = (title) => page.locator('section', { has: page.getByRole('heading', { name: title, exact: true }) });

test('an empty office is told how to begin', async () => {
    await view.go('');
    await page.getByText('Mở “Kho lưu trữ” rồi đưa tệp vào').waitFor();
    await checkAccessible(page);
});

test('what is new, due, drafted and read appears by itself', async () => {
    const rows = [
        ['Rà soát quy hoạch', 'Sở Xây dựng', 'Sở Tài chính', 'Báo cáo', `Trước ngày ${shown(day(-12))}`],
        ['Lập dự toán', 'Sở Tài chính', 'Sở Nội vụ', 'Dự toán', `Trước ngày ${shown(day(3))}`],
        ['Báo cáo thường xuyên', 'Sở Nội vụ', '', 'Báo cáo', 'Hằng năm'],
    ];
    await issue(service, decisionWithTasks(rows, { subject: 'Về việc giao nhiệm vụ', date: '2026-01-05' }));
    await service.ask('POST', '/drafts', JSON.stringify({ document: decision({ subject: 'Về việc còn dở' }) }));
    await service.ask('POST', '/readings', await pdfOf(service, decision({ number: '8' })), { 'X-File-Name': 'cu.pdf' });
    await card('Mới vào kho').getByText('Về việc giao nhiệm vụ').waitFor();
    await card('Quá hạn trong 30 ngày qua').getByText('⚠ Quá hạn 12 ngày').waitFor();
    await card('Đến hạn trong 30 ngày tới').getByRole('link', { name: 'Lập dự toán' }).waitFor();
    await card('Bản nháp của tôi').getByRole('link', { name: 'Về việc còn dở' }).waitFor();
    await card('Văn bản cũ chờ xem lại').getByText('chờ xem lại', { exact: true }).waitFor();
    assert.equal(await page.getByText('Báo cáo thường xuyên').count(), 0); // due on no day
    assert.match(await page.getByRole('link', { name: 'cu.pdf' }).getAttribute('href'), /^#\/doc\/\d+$/);
    assert.match(await page.getByRole('link', { name: 'Về việc còn dở' }).getAttribute('href'), /^#\/soan\/\d+$/);
    await picture(page, 'start');
    await checkAccessible(page);
    await page.setViewportSize({ width: 640, height: 720 });
    await checkAccessible(page);
    assert.ok((await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)) <= 0);
    await page.setViewportSize({ width: 1280, height: 720 });
});

test('with all that on it the page is light and quick', async () => {
    let bytes = 0;
    const wire = await view.context.newCDPSession(page);
    await wire.send('Network.enable');
    await wire.send('Network.setCacheDisabled', { cacheDisabled: true });
    wire.on('Network.loadingFinished', (event) => (bytes += event.encodedDataLength));
    await within(1000, async () => {
        await page.goto('about:blank');
        bytes = 0;
        const since = Date.now();
        await view.go('');
        await page.getByRole('link', { name: 'Lập dự toán' }).waitFor();
        const milliseconds = Date.now() - since;
        console.log(`first page with its lists: ${Math.round(bytes / 1000)} kB, ${milliseconds} ms`);
        return milliseconds;
    });
    assert.ok(bytes > 10_000 && bytes < 200_000, `${bytes} bytes`);
});

test('the search box leads into the archive', async () => {
    await page.getByRole('searchbox', { name: 'Tìm trong kho' }).fill('giao nhiem vu');
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: 'Về việc giao nhiệm vụ' }).waitFor();
    assert.match(page.url(), /#\/kho\?q=giao\+nhiem\+vu$/);
    assert.deepEqual(view.faults, []);
});
