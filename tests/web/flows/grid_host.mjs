// A page that holds one of the editors, for tests; what it tells is kept in `window`.
import { openBrowser, startService } from '../harness.mjs';

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
            const told = { values: [], places: [] };
            const editor = make(value, { pointer, onchange: (now) => told.values.push(now), onfocus: (place) => told.places.push(place) });
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
