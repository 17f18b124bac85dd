// Searching the archive as one types.
import { ask } from '../../shell/api.js';
import { debounced, fill, h } from '../../shell/dom.js';
import { t as shell } from '../../shell/language.js';
import { follow } from '../../shell/live.js';
import { tell } from '../../shell/notices.js';
import { mayDo, rename } from '../../shell/router.js';
import { adding, takeDrops } from './adding_view.js';
import { Filters } from './filters.js';
import { Glance } from './glance.js';
import { goByKeys, hitLine } from './hits.js';
import { addressOfSearch, filtersIn, rememberList, searchOf } from './search_state.js';
import { t } from './words.js';

/** @typedef {import('./hits.js').Hit} Hit */

const step = 20;

/** Where the list was left, for who comes back to it. */
let left = { address: '', count: step, id: '', scroll: 0 };

class SearchPage {
    /** @param {import('../../shell/router.js').Place} place */
    constructor(place) {
        this.search = searchOf(place.query);
        /** @type {Hit[]} */
        this.hits = [];
        this.total = 0;
        this.documents = 0;
        this.stop = new AbortController();
        /** What is to be done when the page goes. @type {(() => void)[]} */
        this.endings = [];
        this.mayAdd = mayDo(place.user.role, 'officer');
        this.input = h('input', {
            type: 'search',
            value: this.search.q,
            'aria-label': t('search'),
            placeholder: t('searchHint'),
            autocomplete: 'off',
            spellcheck: 'false',
        });
        this.filters = new Filters(this.search, () => this.run());
        this.status = h('p', { role: 'status', class: 'status' });
        this.list = h('ol', { class: 'hits', 'aria-label': t('found') });
        this.more = h('button', { type: 'button', hidden: true, onclick: () => this.showMore() }, t('more'));
        this.empty = h('div', { class: 'empty' });
        this.glance = new Glance();
        this.adding = this.mayAdd ? adding() : null;
        goByKeys(this.input, this.list);
        this.listen();
    }

    listen() {
        const typed = debounced(120, () => this.run());
        this.input.addEventListener('keydown', async (event) => {
            if (event.key !== 'Enter') return;
            typed.cancel();
            await this.run();
            this.list.querySelector('a')?.focus();
        });
        this.input.addEventListener('input', () => {
            this.search.q = this.input.value;
            this.list.setAttribute('aria-busy', 'true');
            typed();
        });
        for (const name of ['focusin', 'pointerover']) this.list.addEventListener(name, (event) => this.lookAt(event));
        const slash = (/** @type {KeyboardEvent} */ event) => {
            if (event.key !== '/' || /** @type {Element} */ (event.target).closest('input, textarea, select, dialog')) return;
            event.preventDefault();
            this.input.select();
        };
        document.addEventListener('keydown', slash);
        this.endings.push(typed.cancel);
        const changed = debounced(400, () => Promise.all([this.loadFacets(), this.run({ isQuiet: true })]).catch(tell));
        this.endings.push(follow(['archive'], changed), changed.cancel, () => document.removeEventListener('keydown', slash));
    }

    /** @param {HTMLElement} root */
    async show(root) {
        fill(
            root,
            h('div', { class: 'top' }, h('h1', {}, shell('archive')), this.adding?.button),
            h('search', {}, this.input, this.filters.element),
            this.adding?.panel,
            h('div', { class: 'columns' }, h('div', {}, this.status, this.list, this.more, this.empty), this.glance.element),
        );
        if (this.mayAdd) this.endings.push(takeDrops(root));
        const isReturn = left.address === location.hash && left.id !== '';
        if (!isReturn) this.input.focus();
        await Promise.all([this.loadFacets(), this.run({ count: isReturn ? left.count : step })]);
        if (isReturn) this.returnTo(left);
    }

    async loadFacets() {
        const facets = await ask('GET', '/archive/facets');
        this.documents = facets.total;
        this.filters.offer(facets);
        this.tellNothing();
    }

    /** @param {{ count?: number, isQuiet?: boolean }} [options] isQuiet: what is shown stays as long as it is */
    async run({ count = step, isQuiet = false } = {}) {
        const address = addressOfSearch(this.search);
        rename(address);
        rememberList(address);
        this.filters.show();
        const hits = await this.fetch(0, isQuiet ? Math.max(count, this.hits.length) : count);
        if (!hits) return;
        this.hits = hits;
        this.draw();
        if (!isQuiet) this.glance.look(this.hits[0]);
    }

    async showMore() {
        const hits = await this.fetch(this.hits.length, step);
        if (!hits) return;
        const first = this.hits.length;
        this.hits.push(...hits);
        this.draw();
        this.list.querySelectorAll('a')[first]?.focus();
    }

    /**
     * The newest question counts: null where another came meanwhile.
     * @param {number} offset @param {number} limit
     * @returns {Promise<Hit[] | null>}
     */
    async fetch(offset, limit) {
        this.stop.abort();
        const { signal } = (this.stop = new AbortController());
        const { q } = this.search;
        try {
            const answer = await ask('GET', '/archive', { query: { ...this.search, offset, limit }, signal });
            if (signal.aborted) return null;
            this.total = answer.total;
            return answer.hits;
        } catch (fault) {
            tell(fault);
            return null;
        } finally {
            if (!signal.aborted && q === this.search.q) this.list.removeAttribute('aria-busy'); // nothing was typed meanwhile
        }
    }

    draw() {
        const focused = document.activeElement?.closest('.hit')?.getAttribute('data-id');
        this.list.replaceChildren(...this.hits.map((hit) => hitLine(hit, this.search.q)));
        if (focused) this.linkOf(focused)?.focus();
        this.more.hidden = this.hits.length >= this.total;
        this.more.textContent = t('more', { count: this.total - this.hits.length });
        const asked = this.search.q || filtersIn(this.search);
        this.status.textContent = this.total === 0 ? '' : t(asked ? 'foundCount' : 'newest', { count: this.total });
        this.tellNothing();
    }

    /** Why the list is empty, and what to do. */
    tellNothing() {
        this.empty.hidden = this.total > 0;
        if (this.documents === 0)
            fill(
                this.empty,
                h('h2', {}, t('emptyArchive')),
                h('p', {}, t(this.mayAdd ? 'emptyForOfficer' : 'emptyForReader')),
                this.mayAdd && h('p', {}, t('emptyFolder'), ' ', h('code', {}, 'vanthu archive add …')),
            );
        else fill(this.empty, h('p', { role: 'status' }, t(filtersIn(this.search) ? 'nothingFiltered' : 'nothing')));
    }

    /** @param {Event} event */
    lookAt(event) {
        const id = /** @type {Element} */ (event.target).closest('.hit')?.getAttribute('data-id');
        if (id) this.glance.look(this.hits.find((hit) => hit.id === id));
    }

    /** @param {string} id @returns {HTMLElement | null} */
    linkOf(id) {
        return this.list.querySelector(`[data-id="${CSS.escape(id)}"] a`);
    }

    /** @param {typeof left} place */
    returnTo({ id, scroll }) {
        this.linkOf(id)?.focus({ preventScroll: true });
        window.scrollTo(0, scroll);
    }

    leave() {
        const id = document.activeElement?.closest('.hit')?.getAttribute('data-id') ?? '';
        left = { address: addressOfSearch(this.search), count: this.hits.length, id, scroll: window.scrollY };
        this.stop.abort();
        this.filters.leave();
        this.glance.leave();
        this.adding?.leave();
        for (const end of this.endings) end();
    }
}

/** @param {HTMLElement} root @param {import('../../shell/router.js').Place} place */
export async function render(root, place) {
    const page = new SearchPage(place);
    try {
        await page.show(root);
    } catch (fault) {
        page.leave();
        throw fault;
    }
    return { leave: () => page.leave() };
}
