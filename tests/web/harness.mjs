// A service with a store of its own, and a browser that looks at it.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const require = createRequire(import.meta.url);
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
export const samples = process.env.VANTHU_SAMPLES;
const screenshots = process.env.VANTHU_SCREENSHOTS;

/** @returns a running service: `url`, `ask(method, path, body, headers)`, `stop()`, `start()` on the same store and port */
export async function startService() {
    const folder = mkdtempSync(join(tmpdir(), 'vanthu-web-'));
    const service = { folder, store: join(folder, 'store'), port: 0, url: '', process: null };
    service.start = async () => {
        service.process = spawn(process.env.VANTHU, ['serve', '--store', service.store, '--listen', `127.0.0.1:${service.port}`], {
            stdio: ['ignore', 'pipe', 'inherit'],
        });
        const line = await new Promise((resolve, reject) => {
            service.process.stdout.once('data', (bytes) => resolve(String(bytes)));
            service.process.once('exit', (code) => reject(new Error(`vanthu serve ended with ${code}`)));
        });
        service.port = Number(/:(\d+)\s*$/.exec(line)[1]);
        service.url = `http://127.0.0.1:${service.port}`;
    };
    service.stop = async () => {
        if (service.process.exitCode !== null) return;
        const ended = new Promise((resolve) => service.process.once('exit', resolve));
        service.process.kill('SIGTERM');
        await ended;
    };
    service.ask = async (method, path, body, headers = {}) => {
        const response = await fetch(`${service.url}/api/v1${path}`, { method, body, headers: { 'X-Vanthu': '1', ...headers } });
        assert.ok(response.ok, `${method} ${path}: ${response.status} ${response.ok ? '' : await response.text()}`);
        return response.status === 204 ? undefined : response.headers.get('content-type').includes('json') ? response.json() : Buffer.from(await response.arrayBuffer());
    };
    await service.start();
    return service;
}

/**
 * A browser page on the service. Faults of scripts and refusals by the Content-Security-Policy are collected in `faults`.
 */
export async function openBrowser(service, options = {}) {
    const browser = await chromium.connect(process.env.VANTHU_BROWSER); // one for all flows; closing it closes what is ours
    const context = await browser.newContext({ viewport: { width: 1280, height: 720 }, locale: 'vi-VN', acceptDownloads: true, ...options });
    context.setDefaultTimeout(30000);
    const faults = [];
    const watch = (page) => {
        page.on('pageerror', (fault) => faults.push(String(fault)));
        page.on('console', (line) => /Content.Security.Policy/i.test(line.text()) && faults.push(line.text()));
    };
    context.on('page', watch);
    const page = await context.newPage();
    return { browser, context, page, faults, go: (place) => page.goto(`${service.url}/#/${place}`) };
}

export async function closeAll(service, view) {
    await view?.browser.close();
    await service.stop();
    rmSync(service.folder, { recursive: true, force: true });
}

/** WCAG 2.2 AA: axe-core finds nothing. */
export async function checkAccessible(page) {
    if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe); // by the debugger: the page's policy does not hold there
    const found = await page.evaluate(() =>
        globalThis.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'], resultTypes: ['violations'] }),
    );
    const lines = found.violations.flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${node.target} ${node.failureSummary}`));
    assert.deepEqual(lines, []);
}

/** Milliseconds that are to stay below a limit: the best of three measurements at most, as the machine is shared. */
export async function within(limit, measure) {
    const times = [];
    while (times.length < 3 && !(times.at(-1) < limit)) times.push(await measure());
    assert.ok(times.at(-1) < limit, `${times.join(', ')} ms`);
}

/** The bytes of a download. */
export async function bytesOf(download) {
    return Buffer.concat(await (await download.createReadStream()).toArray());
}

/** A picture of the page for docs/images. */
export async function picture(page, name) {
    mkdirSync(screenshots, { recursive: true });
    await page.screenshot({ path: join(screenshots, `web-${name}.png`) });
}
