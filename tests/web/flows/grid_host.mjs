// A page that holds one of the editors, for tests; what it tells is kept in `window`.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openBrowser, samples, startService } from '../harness.mjs';

export const decision = JSON.parse(readFileSync(join(samples, 'khanh-hoa', 'decision.json'), 'utf8'));
/** A real appendix. */
export const sample = decision.attachments.find((attachment) => attachment.table).table;

/** Of the table in its document. */
export const pointer = '/attachments/1/table';
export const task = (...cells) => ({ kind: 'task', cells });
export const small = () => ({
    columns: [
        { title: 'STT', role: 'ordinal' },
        { title: 'Nhiệm vụ', role: 'task' },
        { title: 'Chủ trì', role: 'lead' },
    ],
    rows: [{ kind: 'section', label: 'I', text: 'Nhóm' }, task('1', 'Kế hoạch', 'Sở A'), task('2', 'Báo cáo', 'Sở B')],
});
export const empty = () => ({ columns: small().columns, rows: [task('', '', '')] });

/** What one does with the grid of a page by keyboard. */
export function handsOn(page) {
    return {
        enter: (row, column) => page.evaluate((place) => window.editor.reveal(place), `${pointer}/rows/${row}/cells/${column}`),
        press: async (...keys) => {
            for (const key of keys) await page.keyboard.press(key);
        },
    };
}

/** @returns {Promise<{ service: any, view: any, page: import('playwright-core').Page }>} */
export async function openHost() {
    const service = await startService();
    const view = await openBrowser(service);
    await view.go('nguoi-dung');
    await view.page.locator('main h1').waitFor();
    return { service, view, page: view.page };
}

/** Mounts `tableEditor` or `outlineEditor` with a value. */
export async function mount(page, name, value, pointer) {
    await page.evaluate(
        async ([name, value, pointer]) => {
            window.editor?.remove();
            const modules = { tableEditor: '/pages/compose/table_editor.js', outlineEditor: '/pages/compose/outline_editor.js' };
            const make = (await import(modules[name]))[name];
            const told = { values: [], places: [], arrows: 0 };
            const editor = make(value, { pointer, onchange: (now) => told.values.push(now), onfocus: (place) => told.places.push(place) });
            document.querySelector('main').onkeydown = (event) => (told.arrows += event.altKey && event.key.startsWith('Arrow') ? 1 : 0);
            const heading = document.createElement('h1');
            heading.textContent = 'Soạn văn bản';
            const after = document.createElement('button');
            after.textContent = 'sau';
            document.querySelector('main').replaceChildren(heading, editor.element, after);
            Object.assign(window, { editor, told });
        },
        [name, value, pointer],
    );
    await page.waitForFunction(() => [...document.styleSheets].some((sheet) => /grid|outline/.test(sheet.href)));
}

export const valueOf = (page) => page.evaluate(() => window.editor.value());

/** What a program puts on the clipboard, pasted where the keyboard is. */
export function paste(page, texts) {
    return page.evaluate((texts) => {
        const data = new DataTransfer();
        for (const [type, text] of Object.entries(texts)) data.setData(type, text);
        document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    }, texts);
}

/** What Ctrl+C or Ctrl+X would put there. */
export function copied(page, kind = 'copy') {
    return page.evaluate((kind) => {
        const event = new ClipboardEvent(kind, { clipboardData: new DataTransfer(), bubbles: true, cancelable: true });
        document.activeElement.dispatchEvent(event);
        return { text: event.clipboardData.getData('text/plain'), html: event.clipboardData.getData('text/html') };
    }, kind);
}
