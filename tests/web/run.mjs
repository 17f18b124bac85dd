// The web page in real Chromium: node run.mjs VANTHU BUILD [FLOW…]. BUILD gets node_modules, pictures of failures and the
// screenshots; VANTHU_SCREENSHOTS=FOLDER names another place for these. First the types of the page's modules are checked.
import { spawn } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, statfsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const [program, build, ...wanted] = process.argv.slice(2);
const work = resolve(build, 'web-tests');
const flows = readdirSync(join(here, 'flows'));

/** @returns {Promise<number>} what the program ends with */
function run(command, words, options = {}) {
    return new Promise((end, reject) => {
        spawn(command, words, { stdio: 'inherit', ...options }).once('error', reject).once('exit', (code) => end(code ?? 1));
    });
}

async function need(...command) {
    const code = await run(...command);
    if (code !== 0) process.exit(code);
}

/** Modules are found from where they are imported: the tests run as copies beside node_modules. */
async function prepare() {
    mkdirSync(join(work, 'flows'), { recursive: true });
    for (const file of ['package.json', 'package-lock.json', '.npmrc', 'harness.mjs', ...flows.map((name) => `flows/${name}`)])
        copyFileSync(join(here, file), join(work, file));
    const lock = join(work, 'package-lock.json');
    const installed = join(work, 'node_modules', 'installed.json');
    if (existsSync(installed) && readFileSync(installed).equals(readFileSync(lock))) return;
    await need('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: work });
    copyFileSync(lock, installed);
}

async function checkTypes() {
    const page = join(build, 'web', 'page');
    if (!existsSync(page)) return;
    const compiler = join(work, 'node_modules', 'typescript', 'bin', 'tsc');
    await need(process.execPath, [compiler, '-p', page, '--incremental', '--tsBuildInfoFile', join(work, 'types.tsbuildinfo')]);
}

/** Where the stores of the tests are: in memory, where there is room, as no test is of the disk. */
function quickFolder() {
    const memory = '/dev/shm';
    if (!existsSync(memory)) return tmpdir();
    const { bavail, bsize } = statfsSync(memory);
    return bavail * bsize > 1e9 ? memory : tmpdir();
}

/** The flows share one browser. Those that measure time run one after the other, with nothing beside them. */
async function runFlows() {
    const chosen = flows.filter((name) => name.endsWith('.test.mjs') && (!wanted.length || wanted.some((part) => name.startsWith(part))));
    const measures = (name) => /\.now\(\)/.test(readFileSync(join(here, 'flows', name), 'utf8'));
    const { chromium } = createRequire(join(work, 'package.json'))('playwright-core');
    const browser = await chromium.launchServer({ executablePath: process.env.VANTHU_CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
    const env = {
        ...process.env,
        TMPDIR: quickFolder(),
        VANTHU: program,
        VANTHU_BROWSER: browser.wsEndpoint(),
        VANTHU_SAMPLES: join(here, '..', '..', 'samples'),
        VANTHU_SCREENSHOTS: process.env.VANTHU_SCREENSHOTS ?? join(work, 'screenshots'),
    };
    const test = (names, atOnce) =>
        names.length ? run(process.execPath, ['--test', `--test-concurrency=${atOnce}`, ...names.map((name) => join(work, 'flows', name))], { env }) : 0;
    const codes = [
        await test(chosen.filter((name) => !measures(name)), 2),
        await test(chosen.filter(measures), 1),
    ];
    await browser.close();
    return Math.max(...codes);
}

await prepare();
await checkTypes();
process.exit(await runFlows());
