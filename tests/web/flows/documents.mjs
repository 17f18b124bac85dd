// Documents for the flows, made by the service itself.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bytesOf, samples } from '../harness.mjs';

const read = (name) => JSON.parse(readFileSync(join(samples, name), 'utf8'));

/** "2026-11-29", some days from now. */
export function day(offset) {
    const date = new Date();
    date.setDate(date.getDate() + offset);
    return `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, '0')}-${String(date.getDate()).padStart(2, '0')}`;
}

/** "29/11/2026" */
export const shown = (iso) => iso.split('-').reverse().join('/');

/** A decision of one page. */
export const decision = (changes) => ({ ...read('one-page.json'), ...changes });

/** The large decision with other rows in its table of tasks: [task, lead, partners, product, time]. */
export function decisionWithTasks(rows, changes = {}) {
    const document = { ...read('khanh-hoa/decision.json'), ...changes };
    delete document.provenance;
    const appendix = document.attachments.find((one) => one.table);
    appendix.table.rows = rows.map((cells, index) => ({ kind: 'task', cells: [String(index + 1), ...cells] }));
    return document;
}

const json = { 'Content-Type': 'application/json' };

export const pdfOf = (service, document) => service.ask('POST', '/documents?format=pdf', JSON.stringify(document), json);

/** Archives bytes; returns what the service answers. */
export function archive(service, bytes, name, query = '') {
    return service.ask('POST', `/archive${query}`, bytes, { 'X-File-Name': encodeURIComponent(name) });
}

/** Gives a document its number and archives it. */
export function issue(service, document) {
    return service.ask('POST', '/archive/issue', JSON.stringify({ document, key: String(Math.random()) }), json);
}

/** The rows of a workbook's first sheet, as its texts. */
export function rowsOf(page, workbook) {
    return page.evaluate(async (base64) => {
        const { Workbook } = await import('/pages/compose/import/workbook.js');
        const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
        return new Workbook(bytes).read(0).matrix.cells;
    }, workbook.toString('base64'));
}

/** Typed, and left before the page has followed: the address of the next page stays. */
export async function leaveWhileTyping(page, field) {
    await field.evaluate((input) => {
        input.value = 'rời đi';
        input.dispatchEvent(new Event('input', { bubbles: true }));
        location.hash = '#/so';
    });
    await page.waitForTimeout(350);
    assert.match(page.url(), /#\/so$/);
    await page.getByRole('heading', { name: 'Sổ đăng ký' }).first().waitFor();
}

/** What a click downloads. */
export async function downloadOf(page, click) {
    const [download] = await Promise.all([page.waitForEvent('download'), click()]);
    return { name: download.suggestedFilename(), bytes: await bytesOf(download) };
}
