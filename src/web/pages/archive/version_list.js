// The versions of a document with their files, newest first.
import { addressOf } from '../../shell/api.js';
import { h } from '../../shell/dom.js';
import { language } from '../../shell/language.js';
import { shownTime } from '../../parts/dates.js';
import { pathOf } from './pages_of.js';
import { t } from './document_words.js';

/** @typedef {import('./pages_of.js').Version} Version */
/** @typedef {import('./pages_of.js').StoredFile} StoredFile */

const original = 'original/';

/** @param {number} bytes */
function sizeOf(bytes) {
    const [amount, unit] = bytes < 1e6 ? [bytes / 1000, 'kB'] : [bytes / 1e6, 'MB'];
    return `${new Intl.NumberFormat(language(), { maximumFractionDigits: amount < 10 ? 1 : 0 }).format(amount)} ${unit}`;
}

/** @param {string} id @param {number} version @param {StoredFile} file */
function fileLine(id, version, file) {
    const name = file.path.startsWith(original) ? file.path.slice(original.length) : file.path;
    const digest = h('details', {}, h('summary', {}, 'SHA-512'), h('code', {}, file.sha512));
    return h(
        'li',
        {},
        h('a', { href: addressOf(pathOf(id, file.path), { version }), download: name }, name),
        h('span', {}, ` ${sizeOf(file.size)}`),
        digest,
    );
}

/** @param {string} id @param {Version} version @param {boolean} isNewest @param {(version: Version) => void} onshow */
function versionBlock(id, version, isNewest, onshow) {
    const own = version.files.filter((file) => file.path.startsWith(original));
    const read = version.files.filter((file) => !file.path.startsWith(original));
    const lines = (/** @type {StoredFile[]} */ files) =>
        h('ul', { class: 'files' }, ...files.map((file) => fileLine(id, version.version, file)));
    return h(
        'div',
        { class: 'version' },
        h('h3', {}, t('version', { number: version.version }), isNewest && h('span', { class: 'badge done' }, t('newest'))),
        h(
            'p',
            {},
            t('stored', { time: shownTime(version.added), by: version.user }),
            ' ',
            h('button', { type: 'button', class: 'quiet', onclick: () => onshow(version) }, t('showVersion', { number: version.version })),
        ),
        lines(own),
        h('details', {}, h('summary', {}, t('readFiles')), lines(read)),
    );
}

/** @param {string} id @param {Version[]} versions newest first @param {(version: Version) => void} onshow */
export function versionList(id, versions, onshow) {
    return h(
        'section',
        { class: 'card', 'aria-labelledby': 'versions-title' },
        h('h2', { id: 'versions-title' }, t('versions')),
        ...versions.map((version, index) => versionBlock(id, version, index === 0, onshow)),
    );
}
