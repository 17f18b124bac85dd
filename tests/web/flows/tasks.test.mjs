// Tasks over all documents: by deadline, filtered, and just that as a sheet.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { checkAccessible, closeAll, openBrowser, picture, startService } from '../harness.mjs';
import { day, decisionWithTasks, downloadOf, issue, leaveWhileTyping, rowsOf, shown } from './documents.mjs';

let service, view, page;

before(async () => {
    service = await startService();
    view = await openBrowser(service);
    page = view.page;
});
after(() => closeAll(service, view));

const by = (offset) => `Trước ngày ${shown(day(offset))}`;
const tasks = () => page.locator('.viec tbody tr td:nth-child(2)').evaluateAll((cells) => cells.map((cell) => cell.firstChild.textContent));
const shows = (count) => page.getByText(`${count} nhiệm vụ, hạn sớm nhất trước`).waitFor();
const press = (name) => page.getByRole('button', { name, exact: true }).click();

test('without tasks it says where they come from', async () => {
    await view.go('viec');
    await page.getByText('Chưa có nhiệm vụ nào').waitFor();
    await checkAccessible(page);
});

test('tasks come by deadline; what is overdue is told by sign and words', async () => {
    const rows = [
        ['Báo cáo hằng năm', 'Sở Nội vụ', 'Các sở', 'Báo cáo', 'Hằng năm'],
        ['Lập dự toán', 'Sở Tài chính', 'Sở Nội vụ', 'Dự toán', by(3)],
        ['Rà soát quy hoạch', 'Sở Xây dựng', 'Sở Tài chính', 'Báo cáo', by(-12)],
        ['Xây dựng đề án', 'Sở Tài chính', 'Các sở', 'Đề án', by(400)],
    ];
    await issue(service, decisionWithTasks(rows, { date: '2026-01-05' }));
    await shows(4); // by itself
    assert.deepEqual(await tasks(), ['Rà soát quy hoạch', 'Lập dự toán', 'Xây dựng đề án', 'Báo cáo hằng năm']);
    await page.getByText('⚠ Quá hạn 12 ngày').waitFor();
    await page.getByText('◔ Còn 3 ngày').waitFor();
    await picture(page, 'tasks');
    await press('Quá hạn');
    await shows(1);
    assert.deepEqual(await tasks(), ['Rà soát quy hoạch']);
    assert.match(page.url(), /#\/viec\?han=qua-han$/);
    assert.equal(await page.getByRole('button', { name: 'Quá hạn', exact: true }).getAttribute('aria-pressed'), 'true');
    await press('Mọi thời hạn');
    await shows(4);
});

test('filters, and the sheet of just what is filtered', async () => {
    await page.getByLabel('Chủ trì').fill('so tai chinh');
    await shows(2);
    await press('Từ ngày … đến ngày');
    await page.getByLabel('Hạn từ').fill(shown(day(0)));
    await page.getByLabel('Hạn đến hết').fill(shown(day(30)));
    await page.getByLabel('Hạn đến hết').press('Enter');
    await shows(1);
    const { name, bytes } = await downloadOf(page, () => press('Tải XLSX'));
    assert.match(name, /^nhiem-vu.*\.xlsx$/);
    const rows = (await rowsOf(page, bytes)).filter((row) => row.some((cell) => /^\d+\/QĐ-UBND$/.test(cell)));
    assert.equal(rows.length, 1);
    assert.ok(rows[0].includes('Lập dự toán') && rows[0].includes('Sở Tài chính') && rows[0].includes(by(3)), JSON.stringify(rows));
    const csv = (await downloadOf(page, () => press('Tải CSV'))).bytes.toString();
    assert.ok(csv.includes('Lập dự toán') && !csv.includes('Xây dựng đề án'), csv);
    await page.reload();
    await shows(1);
    assert.equal(await page.getByLabel('Hạn đến hết').inputValue(), shown(day(30)));
    await page.getByLabel('Phối hợp').fill('so y te');
    await page.getByText('Không có nhiệm vụ nào khớp').waitFor();
    assert.ok(await page.getByRole('button', { name: 'Tải XLSX' }).isDisabled());
    await page.getByLabel('Phối hợp').fill('');
    await shows(1);
    await checkAccessible(page);
    await page.setViewportSize({ width: 640, height: 720 });
    await checkAccessible(page);
    assert.ok((await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)) <= 0);
    await page.setViewportSize({ width: 1280, height: 720 });
    await page.getByRole('link', { name: '01/QĐ-UBND' }).click();
    await page.getByRole('heading', { name: 'Nhiệm vụ (4)' }).waitFor();
    await view.go('viec');
    await leaveWhileTyping(page, page.getByLabel('Chủ trì'));
    assert.deepEqual(view.faults, []);
});

test('the days of week, month and quarter', async () => {
    const days = await page.evaluate(async () => {
        const { daysOf } = await import('/pages/tasks/task_search.js');
        return ['tuan-nay', 'thang-nay', 'quy-nay', 'qua-han'].flatMap((period) =>
            ['2026-11-29', '2028-02-28', '2027-01-01'].map((today) => Object.values(daysOf(period, today)).join(' ')),
        );
    });
    assert.deepEqual(days, [
        '2026-11-23 2026-11-29',
        '2028-02-28 2028-03-05',
        '2026-12-28 2027-01-03',
        '2026-11-01 2026-11-30',
        '2028-02-01 2028-02-29',
        '2027-01-01 2027-01-31',
        '2026-10-01 2026-12-31',
        '2028-01-01 2028-03-31',
        '2027-01-01 2027-03-31',
        ' 2026-11-28',
        ' 2028-02-27',
        ' 2026-12-31',
    ]);
});
