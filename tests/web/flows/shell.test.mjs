// The shell: what a clerk sees first, how fast, in which language; what happens when the service goes away.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { checkAccessible, closeAll, openBrowser, startService, within } from '../harness.mjs';

let service, view;
before(async () => {
    service = await startService();
    view = await openBrowser(service);
});
after(() => closeAll(service, view));

test('the first page is small and quick', async () => {
    let bytes = 0;
    const wire = await view.context.newCDPSession(view.page);
    await wire.send('Network.enable');
    await wire.send('Network.setCacheDisabled', { cacheDisabled: true });
    wire.on('Network.loadingFinished', (event) => (bytes += event.encodedDataLength));
    await within(1000, async () => {
        await view.page.goto('about:blank');
        bytes = 0;
        const since = Date.now();
        await view.go('');
        await view.page.locator('main h1').waitFor();
        const milliseconds = Date.now() - since;
        console.log(`first page: ${Math.round(bytes / 1000)} kB, ${milliseconds} ms`);
        return milliseconds;
    });
    assert.ok(bytes > 0 && bytes < 200_000, `${bytes} bytes`);
    await wire.detach();
    assert.deepEqual(view.faults, []);
});

test('every page stands, accessible, at 1280 × 720 and at 200 %', async () => {
    for (const width of [1280, 640]) {
        await view.page.setViewportSize({ width, height: width === 640 ? 360 : 720 });
        for (const place of ['', 'soan', 'doc', 'kho', 'so', 'viec', 'nguoi-dung']) {
            await view.go(place);
            await view.page.locator('main h1').waitFor();
            await checkAccessible(view.page);
            const overflow = await view.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
            assert.ok(overflow <= 0, `#/${place} is ${overflow} px wider than a window of ${width} px`);
        }
    }
    await view.page.setViewportSize({ width: 1280, height: 720 });
    assert.deepEqual(view.faults, []);
});

test('English is a switch away', async () => {
    await view.go('');
    await view.page.getByRole('button', { name: 'English' }).click();
    await view.page.getByRole('link', { name: 'Archive', exact: true }).waitFor();
    assert.equal(await view.page.evaluate(() => document.documentElement.lang), 'en');
    await view.page.getByRole('button', { name: 'Tiếng Việt' }).click();
    await view.page.getByRole('link', { name: 'Kho lưu trữ', exact: true }).waitFor();
});

test('a lost connection is told, and ends by itself', async () => {
    await view.go('');
    await service.stop();
    await view.page.getByRole('alert').filter({ hasText: 'Không kết nối được' }).waitFor();
    await service.start();
    await view.page.getByRole('alert').filter({ hasText: 'Không kết nối được' }).waitFor({ state: 'hidden' });
});
