// Where writing begins: drafts of the office, a new document, an earlier one as a sample, a file.
import { shownTime } from '../../parts/dates.js';
import { ask } from '../../shell/api.js';
import { debounced, fill, h, labelled } from '../../shell/dom.js';
import { live } from '../../shell/live.js';
import { notice, tell } from '../../shell/notices.js';
import { namedTypes } from './document_types.js';
import { copies, dropCopy, keepCopy } from './local_copies.js';
import { t } from './words.js';

/**
 * @typedef {{ id: number, title: string, kind: string, by: string, updated: string }} Draft
 * @typedef {{ user: { name: string }, templates: import('./form_head.js').Template[], onfile: (file: File) => void }} Options
 */

/** Types with a button of their own. */
const frequent = 6;

/** @param {Options} options */
function beginning({ templates, onfile }) {
    const link = (/** @type {string} */ words, /** @type {string} */ address) => h('a', { class: 'button', href: address }, words);
    const kinds = templates.filter(({ kind }) => kind !== 'named').map(({ kind, title }) => link(title, `#/soan/moi?loai=${kind}`));
    const named = (/** @type {string} */ type) => `#/soan/moi?loai=named&ten=${encodeURIComponent(type)}`;
    const types = templates.some(({ kind }) => kind === 'named') ? namedTypes : [];
    const others = h(
        'select',
        { 'aria-label': t('otherTypes') },
        h('option', { value: '' }, t('otherTypes')),
        ...types.slice(frequent).map(([type]) => h('option', {}, type)),
    );
    others.addEventListener('change', () => others.value && (location.hash = named(others.value)));
    const file = h('input', {
        type: 'file',
        accept: '.json,application/json',
        class: 'unseen',
        tabindex: -1,
        'aria-label': t('importFile'),
    });
    file.addEventListener('change', () => file.files?.[0] && onfile(file.files[0]));
    return h(
        'section',
        { class: 'card' },
        h('h2', {}, t('new')),
        h(
            'div',
            { class: 'row kinds' },
            ...kinds,
            ...types.slice(0, frequent).map(([type]) => link(type, named(type))),
            types.length > frequent && others,
        ),
        h('div', { class: 'row' }, h('button', { type: 'button', onclick: () => file.click() }, t('importFile')), file),
    );
}

/** An earlier document of the archive to begin with. */
function sampleSearch() {
    const words = h('input', { type: 'search', autocomplete: 'off' });
    const list = h('ul', { class: 'samples' });
    let turn = 0;
    const search = debounced(200, async () => {
        const mine = ++turn;
        if (!words.value.trim()) return fill(list);
        try {
            const { hits } = await ask('GET', '/archive', { query: { q: words.value, limit: 8 } });
            if (mine === turn) fill(list, ...(hits.length ? hits.map(sample) : [h('li', {}, t('noSamples'))]));
        } catch (fault) {
            tell(fault);
        }
    });
    words.addEventListener('input', search);
    return h('section', { class: 'card' }, h('h2', {}, t('fromSample')), labelled(t('searchSample'), words, t('searchSampleHint')), list);
}

/** @param {{ id: string, type: string, number: string, symbol: string, subject: string }} hit */
function sample({ id, type, number, symbol, subject }) {
    return h('li', {}, h('a', { href: `#/soan?kho=${id}` }, `${type} ${[number, symbol].filter(Boolean).join('/')}`), ` ${subject}`);
}

/** @param {import('./local_copies.js').Copy} copy */
function unsentLine(copy) {
    const { key, draft, document, at } = copy;
    const address = draft ? `#/soan/${draft}` : `#/soan/moi?ban=${encodeURIComponent(key)}`;
    const drop = h('button', { type: 'button' }, t('drop'));
    const line = h(
        'li',
        { class: 'row' },
        h('a', { href: address }, document.subject || t('untitled')),
        h('span', {}, shownTime(at)),
        drop,
    );
    drop.addEventListener('click', () => {
        dropCopy(key);
        line.hidden = true;
        notice(t('droppedCopy'), 'done', { label: t('undo'), action: () => (line.hidden = !keepCopy(copy)) });
    });
    return line;
}

/** Whether the service has it after all: only its answer was lost. @param {import('./local_copies.js').Copy} copy */
async function hasArrived({ draft, document }) {
    const there = draft && (await ask('GET', `/drafts/${draft}`).catch(() => null));
    return Boolean(there) && JSON.stringify(there.document) === JSON.stringify(document);
}

/** @param {Options} options */
async function unsent({ user }) {
    const all = await Promise.all(copies(user.name).map(async (copy) => ({ copy, arrived: await hasArrived(copy) })));
    all.filter(({ arrived }) => arrived).forEach(({ copy }) => dropCopy(copy.key));
    const list = all.filter(({ arrived }) => !arrived).map(({ copy }) => copy);
    if (!list.length) return null;
    return h(
        'section',
        { class: 'card unsent' },
        h('h2', {}, t('unsent')),
        h('p', {}, t('unsentText')),
        h('ul', {}, ...list.map(unsentLine)),
    );
}

class Drafts {
    /** @param {import('./form_head.js').Template[]} templates */
    constructor(templates) {
        this.titles = new Map(templates.map(({ kind, title }) => [kind, title]));
        this.body = h('tbody', {});
        this.none = h('p', { hidden: true }, t('noDrafts'));
        const columns = ['draftSubject', 'kind', 'draftBy', 'draftTime'].map((name) =>
            h('th', { scope: 'col' }, t(/** @type {any} */ (name))),
        );
        this.table = h(
            'div',
            { class: 'wide' },
            h('table', { class: 'list' }, h('thead', {}, h('tr', {}, ...columns, h('td', {}))), this.body),
        );
        this.element = h('section', { class: 'card' }, h('h2', {}, t('drafts')), this.none, this.table);
        this.again = debounced(150, () => this.load().catch(tell));
        for (const name of ['draft', 'removal']) live.addEventListener(name, this.again);
        live.addEventListener('archive', this.again);
    }

    async load() {
        const { drafts } = await ask('GET', '/drafts');
        fill(this.body, ...drafts.map((/** @type {Draft} */ draft) => this.line(draft)));
        this.none.hidden = drafts.length > 0;
        this.table.hidden = !drafts.length;
    }

    /** @param {Draft} draft */
    line({ id, title, kind, by, updated }) {
        const name = title || t('untitled');
        const remove = h(
            'button',
            { type: 'button', 'aria-label': t('deleteDraft', { name }), onclick: () => this.remove(id, name) },
            t('delete'),
        );
        return h(
            'tr',
            {},
            h('td', {}, h('a', { href: `#/soan/${id}` }, name)),
            h('td', {}, this.titles.get(kind) ?? kind),
            h('td', {}, by),
            h('td', {}, shownTime(updated)),
            h('td', {}, remove),
        );
    }

    /** @param {number} id @param {string} name */
    async remove(id, name) {
        try {
            const { document } = await ask('GET', `/drafts/${id}`);
            await ask('DELETE', `/drafts/${id}`);
            const undo = () => ask('POST', '/drafts', { json: { document } }).then(this.again, tell);
            notice(t('deletedDraft', { name }), 'done', { label: t('undo'), action: undo });
        } catch (fault) {
            tell(fault);
        }
        this.again();
    }

    close() {
        this.again.cancel();
        for (const name of ['draft', 'removal']) live.removeEventListener(name, this.again);
        live.removeEventListener('archive', this.again);
    }
}

/** @param {HTMLElement} root @param {Options} options */
export async function start(root, options) {
    const drafts = new Drafts(options.templates);
    await drafts.load();
    fill(
        root,
        h('h1', {}, t('compose')),
        await unsent(options),
        h('div', { class: 'beginnings' }, beginning(options), sampleSearch()),
        drafts.element,
    );
    const listening = new AbortController();
    const { signal } = listening;
    root.addEventListener('dragover', (event) => event.preventDefault(), { signal });
    const drop = (/** @type {DragEvent} */ event) => {
        event.preventDefault();
        const file = event.dataTransfer?.files[0];
        if (file) options.onfile(file);
    };
    root.addEventListener('drop', drop, { signal });
    const leave = () => {
        listening.abort();
        drafts.close();
    };
    return { leave };
}
