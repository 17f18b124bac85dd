// The outline in the browser: written as in Word, pasted into, gone through by keyboard, findings at their lines.
import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { checkAccessible, closeAll, picture } from '../harness.mjs';
import { decision, mount, openHost, paste, valueOf } from './grid_host.mjs';

const pointer = '/attachments/0/sections';
const { sections } = decision.attachments[0];
const small = () => [
    {
        label: 'I.',
        title: 'Mục đích',
        items: [
            { label: '1.', text: 'Một' },
            { label: '2.', text: 'Hai', items: [{ label: 'a)', text: 'Ý' }] },
        ],
    },
    { label: 'II.', title: 'Tổ chức' },
];

let service, view, page;
before(async () => ({ service, view, page } = await openHost()));
after(() => closeAll(service, view));
beforeEach(() => mount(page, 'outlineEditor', small(), pointer));

const reveal = (path) => page.evaluate((place) => window.editor.reveal(place), pointer + path);
const press = async (...keys) => {
    for (const key of keys) await page.keyboard.press(key);
};
const shown = () =>
    page.evaluate(() =>
        [...document.querySelectorAll('.outline-editor .line')].map(
            (line) => `${line.dataset.depth} [${line.querySelector('input').value}] ${line.querySelector('textarea').value}`,
        ),
    );

test('written as in Word: Enter, Tab, an empty line goes up, labels follow', async () => {
    assert.equal(await reveal('/1/title'), true);
    await press('Enter');
    await page.keyboard.type('Các sở thực hiện:');
    await press('Enter', 'Tab');
    await page.keyboard.type('Lập kế hoạch;');
    await press('Enter');
    await page.keyboard.type('Báo cáo.');
    await press('Enter', 'Shift+Tab');
    await page.keyboard.type('Kinh phí');
    await press('Enter', 'Enter');
    await page.keyboard.type('Hiệu lực');
    assert.deepEqual((await shown()).slice(4), [
        '0 [II.] Tổ chức',
        '1 [1.] Các sở thực hiện:',
        '2 [a)] Lập kế hoạch;',
        '2 [b)] Báo cáo.',
        '1 [2.] Kinh phí',
        '0 [III.] Hiệu lực',
    ]);
    assert.deepEqual((await valueOf(page))[1].items[0], {
        label: '1.',
        text: 'Các sở thực hiện:',
        items: [
            { label: 'a)', text: 'Lập kế hoạch;' },
            { label: 'b)', text: 'Báo cáo.' },
        ],
    });
    const told = await page.evaluate(() => window.told);
    assert.deepEqual(told.values.at(-1), await valueOf(page));
    assert.deepEqual(view.faults, []);
});

test('a label typed at the beginning, a label typed into its field, the kind of a level', async () => {
    await reveal('/0/items/0/text');
    await press('Home');
    await page.keyboard.type('- ');
    assert.equal((await shown())[1], '1 [-] Một');
    await press('Home', 'ArrowLeft', 'Control+a');
    await page.keyboard.type('5.');
    await press('Enter');
    assert.deepEqual((await shown()).slice(1, 3), ['1 [5.] Một', '1 [6.] Hai']);
    await page.getByRole('button', { name: 'Đánh lại số' }).click();
    assert.deepEqual((await shown()).slice(1, 3), ['1 [1.] Một', '1 [2.] Hai']);
    await page.getByLabel('Kiểu đánh số của cấp này').selectOption('+');
    assert.deepEqual((await shown()).slice(1, 3), ['1 [+] Một', '1 [+] Hai']);
});

test('undo and redo: word by word and change by change, with the caret where it happened', async () => {
    await reveal('/0/items/0/text');
    await page.keyboard.type(' hai ba');
    await press('Control+z');
    assert.equal((await shown())[1], '1 [1.] Một hai');
    await press('Control+y', 'Enter', 'Control+z');
    assert.equal((await shown()).length, 5);
    await press('Alt+ArrowDown');
    assert.equal(await page.evaluate(() => window.told.arrows), 0, 'what holds the outline gets no Alt and arrow');
    assert.deepEqual((await shown()).slice(1, 4), ['1 [1.] Hai', '2 [a)] Ý', '1 [2.] Một hai ba']);
    await press('Control+z', 'Control+z', 'Control+z', 'Control+z');
    assert.deepEqual(await valueOf(page), small());
    assert.equal(await page.evaluate(() => document.activeElement.value), 'Một');
});

test('Backspace and Delete join, arrows go from line to line', async () => {
    await reveal('/0/items/1/text');
    await press('Home', 'Backspace');
    assert.deepEqual((await shown()).slice(1, 3), ['1 [1.] Một Hai', '2 [a)] Ý']);
    assert.equal(await page.evaluate(() => document.activeElement.selectionStart), 4);
    await press('End', 'Delete');
    assert.equal((await shown())[1], '1 [1.] Một Hai Ý');
    await press('ArrowUp');
    await page.waitForFunction(() => document.activeElement.value === 'Mục đích');
    await press('ArrowDown');
    await page.waitForFunction(() => document.activeElement.value === 'Một Hai Ý');
});

test('lines pasted from Word become points', async () => {
    await reveal('/1/title');
    await press('Enter');
    await paste(page, { 'text/plain': '1. Lập kế hoạch:\r\n-\tquý I;\r\n-\tquý II.\r\n2. Báo cáo.\r\n', 'text/html': '<p>x</p>' });
    assert.deepEqual((await shown()).slice(4), ['0 [II.] Tổ chức', '1 [1.] Lập kế hoạch:', '2 [-] quý I;', '2 [-] quý II.', '1 [2.] Báo cáo.']);
    await paste(page, { 'text/plain': ' Một\tdòng  ' });
    assert.equal((await shown()).at(-1), '1 [2.] Báo cáo.Một dòng');
    await press('Control+z', 'Control+z');
    assert.equal((await shown()).length, 6);
    assert.deepEqual(view.faults, []);
});

test('nobody is caught: Esc and Tab leave the outline; it is one stop of Tab', async () => {
    await reveal('/0/items/0/text');
    await press('Escape', 'Tab');
    assert.ok(await page.evaluate(() => !document.activeElement.closest('.lines')));
    await press('Shift+Tab');
    await page.evaluate(() => document.querySelector('.outline-editor summary').focus());
    await press('Shift+Tab');
    assert.equal(await page.evaluate(() => document.activeElement.value), 'Một');
    await press('Escape', 'Shift+Tab');
    assert.ok(await page.evaluate(() => document.activeElement.closest('[role=toolbar]')));
});

test('an input method composes; what is entered is told', async () => {
    await reveal('/0/items/0/text');
    const wire = await view.context.newCDPSession(page);
    await wire.send('Input.imeSetComposition', { text: 'Việ', selectionStart: 3, selectionEnd: 3 });
    await wire.send('Input.insertText', { text: 'Việc' });
    assert.equal((await valueOf(page))[0].items[0].text, 'MộtViệc');
    assert.equal(await page.evaluate(() => window.told.places.at(-1)), `${pointer}/0/items/0/text`);
    await reveal('/1/label');
    assert.equal(await page.evaluate(() => window.told.places.at(-1)), `${pointer}/1/label`);
});

test('findings stand at their lines and stay with them; unknown places are none', async () => {
    await page.evaluate(
        ([pointer]) =>
            window.editor.showFindings([
                { pointer: `${pointer}/0/items/1/label`, severity: 'warning', code: 'x', message: 'Số không liên tục', hint: 'Đánh lại số' },
                { pointer, severity: 'note', code: 'x', message: 'Dài' },
                { pointer: '/subject', severity: 'error', code: 'x', message: 'Khác' },
            ]),
        [pointer],
    );
    const line = page.locator('.line').nth(2);
    assert.match(await line.textContent(), /Cảnh báo: Số không liên tục → Đánh lại số/);
    await reveal('/0/items/0/text');
    await press('Enter');
    assert.match(await page.locator('.line').nth(3).textContent(), /Số không liên tục/);
    assert.equal(await page.evaluate(() => window.editor.reveal('/subject')), false);
    assert.equal(await reveal('/7/title'), false);
    await checkAccessible(page);
});

test('a real programme: accessible, no wider than its window at 200 %', async () => {
    await mount(page, 'outlineEditor', sections, pointer);
    assert.deepEqual(await valueOf(page), sections);
    await reveal('/1/items/0/items/1/text');
    await checkAccessible(page);
    await picture(page, 'outline');
    await page.setViewportSize({ width: 640, height: 360 });
    await checkAccessible(page);
    assert.ok((await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)) <= 0);
    await page.setViewportSize({ width: 1280, height: 720 });
    assert.deepEqual(view.faults, []);
});

test('a long outline stays quick', async () => {
    const long = Array.from({ length: 20 }, (_, s) => ({
        label: `${['I', 'II', 'III', 'IV', 'V'][s % 5]}.`,
        title: `Mục ${s}`,
        items: Array.from({ length: 25 }, (_, i) => ({
            label: `${i + 1}.`,
            text: 'Các sở, ban, ngành, Ủy ban nhân dân các huyện, thị xã, thành phố quán triệt đầy đủ các nội dung của Nghị quyết.',
        })),
    }));
    await mount(page, 'outlineEditor', long, pointer);
    await reveal('/10/items/5/text');
    const actions = {
        type: "document.activeElement.setRangeText('x'); document.activeElement.dispatchEvent(new InputEvent('input', { bubbles: true }))",
        Enter: "document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }))",
    };
    for (const [name, source] of Object.entries(actions)) {
        const times = [];
        for (let turn = 0; turn < 3; ++turn)
            times.push(await page.evaluate(`(() => { const since = performance.now(); ${source}; document.body.offsetHeight; return performance.now() - since; })()`));
        const shortest = Math.min(...times);
        console.log(`520 lines: ${name} ${shortest.toFixed(1)} ms`);
        assert.ok(shortest < 100, `${name}: ${shortest} ms`);
    }
});
