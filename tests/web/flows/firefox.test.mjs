// The page in Debian's Firefox: every page stands, a decision is written and its page drawn, a table cell takes letters.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import puppeteer from 'puppeteer-core';
import { closeAll, samples, startService } from '../harness.mjs';

let service, browser, page;
const faults = [];

before(async () => {
    service = await startService();
    browser = await puppeteer.launch({ browser: 'firefox', executablePath: process.env.VANTHU_FIREFOX ?? '/usr/bin/firefox-esr', headless: true });
    page = await browser.newPage();
    page.setDefaultTimeout(20000);
    await page.setViewport({ width: 1280, height: 720 });
    page.on('pageerror', (fault) => faults.push(String(fault)));
    page.on('console', (line) => /Content.Security.Policy/i.test(line.text()) && faults.push(line.text()));
});
after(() => closeAll(service, { browser }));

test('every page stands', async () => {
    for (const place of ['', 'soan', 'doc', 'kho', 'so', 'viec', 'nguoi-dung']) {
        await page.goto(`${service.url}/#/${place}`);
        await page.waitForSelector('main h1');
    }
    assert.deepEqual(faults, []);
});

test('a draft is shown, its pages are drawn, what is typed comes to the page and is kept', async () => {
    const document = JSON.parse(readFileSync(join(samples, 'khanh-hoa', 'decision.json'), 'utf8'));
    const draft = await service.ask('POST', '/drafts', JSON.stringify({ document }));
    await page.goto(`${service.url}/#/soan/${draft.id}`);
    await page.waitForSelector('.sheet canvas');
    assert.match(await page.$eval('.pdf-view .place', (place) => place.textContent), /1\/8/);
    const field = await page.waitForSelector('aria/Địa danh');
    await field.click({ count: 3 });
    await field.type('Nha Trang');
    await page.waitForFunction(async (id) => {
        const answer = await fetch(`/api/v1/drafts/${id}`);
        return (await answer.json()).document.place === 'Nha Trang';
    }, { polling: 200 }, draft.id);
    await (await page.waitForSelector('[role=grid]')).scrollIntoView();
    const cell = await page.waitForSelector('[role=grid] tbody [aria-colindex="3"]');
    await cell.scrollIntoView();
    await cell.click();
    await page.keyboard.type('Đất');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.querySelector('[role=grid]').textContent.includes('Đất'));
    assert.deepEqual(faults, []);
});
