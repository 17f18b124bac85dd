// Makes the page: bundles what comes from others, leaves our modules as they are, and writes all of it, compressed, as
// one C++ file. Called by cmake/web.cmake: node build.mjs SOURCE BUILD OUTPUT, with node_modules in BUILD.
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';

const [source, build, output] = process.argv.slice(2);
const esbuild = createRequire(join(build, 'package.json'))('esbuild');

const types = {
    '.html': 'text/html; charset=utf-8',
    '.css': 'text/css; charset=utf-8',
    '.js': 'text/javascript; charset=utf-8',
    '.svg': 'image/svg+xml',
    '.txt': 'text/plain; charset=utf-8',
};

/** Files below a folder, as paths that begin with "/". */
function filesBelow(folder, path = '') {
    return readdirSync(join(folder, path)).flatMap((name) => {
        const below = `${path}/${name}`;
        return statSync(join(folder, below)).isDirectory() ? filesBelow(folder, below) : [below];
    });
}

/** Bundles the modules of vendor/ into `made`; returns the packages that went in. */
async function bundle(page, made) {
    const entries = filesBelow(source).filter((path) => path.startsWith('/vendor/') && /\.(js|css)$/.test(path));
    const result = await esbuild.build({
        entryPoints: entries.map((path) => join(page, path)),
        absWorkingDir: build,
        outbase: page,
        outdir: made,
        bundle: true,
        minify: true,
        format: 'esm',
        target: 'es2022',
        legalComments: 'none',
        metafile: true,
        logLevel: 'warning',
    });
    const inputs = Object.values(result.metafile.outputs).flatMap((bundled) => Object.keys(bundled.inputs));
    const packages = inputs.map((path) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1]);
    return [...new Set(packages.filter((name) => name !== undefined))].sort();
}

/** The texts of the licences that the bundles come under. */
function licences(packages) {
    return packages
        .map((name) => {
            const folder = join(build, 'node_modules', name);
            const about = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
            const file = readdirSync(folder).find((entry) => /^licen[sc]e/i.test(entry));
            const text = file ? readFileSync(join(folder, file), 'utf8').trim() : `Licence: ${about.license}`;
            return `${name} ${about.version} (${about.license})\n\n${text}\n`;
        })
        .join(`\n${'-'.repeat(80)}\n\n`);
}

/** The titles by which readers know the columns of task tables, as a module: the page knows them by the same words. */
function columnWords() {
    const words = readFileSync(join(source, '../../templates/read-words.xml'), 'utf8');
    const lists = [...words.matchAll(/<list name="column-(\w+)">(.*?)<\/list>/gs)];
    const titles = (list) => [...list.matchAll(/<word>(.*?)<\/word>/g)].map((word) => word[1]);
    const all = Object.fromEntries(lists.map(([, role, list]) => [role, titles(list)]));
    return `/** Titles of columns by role. @type {Record<string, string[]>} */\nexport const columnWords = ${JSON.stringify(all)};\n`;
}

/** Bytes as a C++ string literal, in lines of 4096 bytes. */
function literal(bytes) {
    const lines = [];
    for (let i = 0; i < bytes.length; i += 4096) {
        let line = '';
        for (const byte of bytes.subarray(i, i + 4096)) line += `\\${byte.toString(8).padStart(3, '0')}`;
        lines.push(`        "${line}"`);
    }
    return lines.join('\n');
}

function asset(path) {
    const bundled = join(made, path);
    const packed = gzipSync(readFileSync(existsSync(bundled) ? bundled : join(page, path)), { level: 9 });
    const tag = createHash('sha256').update(packed).digest('hex').slice(0, 32);
    return `    {"${path}", "${types[extname(path)]}",\n     {\n${literal(packed)},\n        ${packed.length}},\n     "\\"${tag}\\""},\n`;
}

// The sources as they are, so that their types can be checked beside node_modules; and the bundles.
const page = join(build, 'page');
const made = join(build, 'made');
for (const folder of [page, made]) {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
}
for (const path of filesBelow(source))
    if (types[extname(path)] || path === '/tsconfig.json') cpSync(join(source, path), join(page, path), { recursive: true });
writeFileSync(join(page, 'parts', 'column_words.js'), columnWords());
const packages = await bundle(page, made);
writeFileSync(join(page, 'licences.txt'), licences(packages));
const paths = filesBelow(page).filter((path) => types[extname(path)]);
paths.sort((a, b) => (a < b ? -1 : 1));
writeFileSync(
    output,
    `#include "server/http/module.h"

namespace vanthu::server {
namespace {
constexpr Asset assets[] = {
${paths.map(asset).join('')}};
} // namespace

std::span<const Asset> web_assets();
std::span<const Asset> web_assets() { return assets; }

} // namespace vanthu::server
`,
);
