// The web page in real Chromium: node run.mjs VANTHU BUILD [FLOW…]. BUILD gets node_modules, pictures of failures and the
// screenshots; VANTHU_SCREENSHOTS=FOLDER names another place for these. First the types of the page's modules are checked.
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const [program, build, ...wanted] = process.argv.slice(2);
const work = join(build, 'web-tests');
mkdirSync(work, { recursive: true });
// Modules are found from where they are imported: the tests run as copies beside node_modules.
const files = ['package.json', 'package-lock.json', '.npmrc', 'harness.mjs', ...readdirSync(join(here, 'flows')).map((name) => `flows/${name}`)];
mkdirSync(join(work, 'flows'), { recursive: true });
for (const file of files) copyFileSync(join(here, file), join(work, file));

function run(command, words, options = {}) {
    const result = spawnSync(command, words, { stdio: 'inherit', ...options });
    if (result.status !== 0) process.exit(result.status ?? 1);
}

run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: work });
if (existsSync(join(build, 'web', 'page')))
    run(process.execPath, [join(work, 'node_modules', 'typescript', 'bin', 'tsc'), '-p', join(build, 'web', 'page')]);
const flows = readdirSync(join(here, 'flows')).filter((name) => name.endsWith('.test.mjs') && (!wanted.length || wanted.some((part) => name.startsWith(part))));
run(process.execPath, ['--test', '--test-concurrency=1', ...flows.map((name) => join(work, 'flows', name))], {
    env: { ...process.env, VANTHU: program, VANTHU_SAMPLES: join(here, '..', '..', 'samples'), VANTHU_SCREENSHOTS: process.env.VANTHU_SCREENSHOTS ?? join(work, 'screenshots') },
});
