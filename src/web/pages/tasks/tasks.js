// Tasks of all documents with their deadlines.
import { ask, fetchFile } from '../../shell/api.js';
import { debounced, download, fill, h } from '../../shell/dom.js';
import { t as shell } from '../../shell/language.js';
import { follow } from '../../shell/live.js';
import { tell } from '../../shell/notices.js';
import { rename } from '../../shell/router.js';
import { taskFilters } from './task_filters.js';
import { taskLine } from './task_line.js';
import { addressOfTasks, askedFor, searchOf } from './task_search.js';
import { t } from './words.js';

const step = 200;
const most = 5000;

class TasksPage {
    /** @param {HTMLElement} root @param {import('../../shell/router.js').Place} place */
    constructor(root, place) {
        this.root = root;
        this.search = searchOf(place.query);
        this.shown = 0;
        this.total = 0;
        this.stop = new AbortController();
        this.filters = taskFilters(this.search, () => this.run());
        this.status = h('p', { role: 'status', class: 'status' });
        this.body = h('tbody');
        this.more = h('button', { type: 'button', hidden: true, onclick: () => this.run(true) });
        this.exports = ['xlsx', 'csv'].map((format) =>
            h('button', { type: 'button', onclick: () => this.save(format) }, t('download', { format: format.toUpperCase() })),
        );
        this.changed = debounced(400, () => this.run());
        this.endFollowing = follow(['archive'], this.changed);
    }

    show() {
        const heads = /** @type {const} */ (['due', 'task', 'lead', 'partners', 'document']).map((name) =>
            h('th', { scope: 'col' }, t(name)),
        );
        const table = h('table', { class: 'list' }, h('thead', {}, h('tr', {}, ...heads)), this.body);
        fill(
            this.root,
            h('div', { class: 'top' }, h('h1', {}, shell('tasks')), h('div', { class: 'row' }, ...this.exports)),
            this.filters.element,
            this.status,
            h('div', { class: 'wide', tabindex: 0, role: 'region', 'aria-label': shell('tasks') }, table),
            this.more,
        );
        return this.run();
    }

    /** @param {boolean} [goesOn] the next ones, below those that are shown */
    async run(goesOn = false) {
        this.stop.abort();
        const { signal } = (this.stop = new AbortController());
        rename(addressOfTasks(this.search));
        this.filters.show();
        try {
            const query = { ...askedFor(this.search), limit: step, offset: goesOn ? this.shown : 0 };
            const { total, tasks } = await ask('GET', '/tasks', { query, signal });
            if (signal.aborted) return;
            if (!goesOn) this.body.replaceChildren();
            this.shown = query.offset + tasks.length;
            this.total = total;
            this.body.append(...tasks.map(taskLine));
            this.tellCount();
        } catch (fault) {
            tell(fault);
        }
    }

    tellCount() {
        this.more.hidden = this.shown >= this.total;
        this.more.textContent = t('more', { count: this.total - this.shown });
        const asked = Object.keys(askedFor(this.search)).length > 0;
        this.status.textContent = this.total ? t('count', { count: this.total }) : t(asked ? 'nothing' : 'none');
        for (const button of this.exports) button.disabled = this.total === 0;
    }

    /** Just what is filtered, also what is not shown yet. @param {string} format */
    async save(format) {
        if (this.total > most) tell(new Error(t('tooMany', { count: this.total, most })));
        try {
            const { blob, name } = await fetchFile('GET', '/tasks', { query: { ...askedFor(this.search), format, limit: most } });
            download(blob, name);
        } catch (fault) {
            tell(fault);
        }
    }

    leave() {
        this.stop.abort();
        this.filters.leave();
        this.changed.cancel();
        this.endFollowing();
    }
}

/** @param {HTMLElement} root @param {import('../../shell/router.js').Place} place */
export async function render(root, place) {
    const page = new TasksPage(root, place);
    await page.show();
    return { leave: () => page.leave() };
}
