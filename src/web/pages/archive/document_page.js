// One document of the archive: its pages beside all that is known of it.
import { ask } from '../../shell/api.js';
import { fill, h } from '../../shell/dom.js';
import { live } from '../../shell/live.js';
import { tell } from '../../shell/notices.js';
import { mayDo } from '../../shell/router.js';
import { fileButton } from '../../parts/file_button.js';
import { nameOf, subjectOf } from '../../parts/paper_names.js';
import { adding } from './adding_view.js';
import { additions } from './adding.js';
import { facts } from './facts.js';
import { fixity } from './fixity.js';
import { forgetPicture } from './glance.js';
import { PagesPane } from './pages_pane.js';
import { lastList } from './search_state.js';
import { taskTable } from './task_table.js';
import { versionList } from './version_list.js';
import { t } from './document_words.js';

/** @typedef {import('./pages_of.js').Version} Version */
/** @typedef {import('./task_table.js').Task} Task */
/**
 * @typedef {{ id: string, pages: number, trust: number, tasks: Task[], source?: string, type?: string, number?: string,
 *     symbol?: string, issuer?: string, place?: string, subject?: string, signer?: string, position?: string,
 *     date?: string, recipients?: string[] }} Paper
 */

class DocumentPage {
    /** @param {HTMLElement} root @param {import('../../shell/router.js').Place} place */
    constructor(root, place) {
        this.root = root;
        this.id = place.rest[0];
        this.role = place.user.role;
        this.pane = new PagesPane(place.query.get('q') ?? '');
        this.adding = mayDo(this.role, 'officer') ? adding() : null;
        this.changed = (/** @type {Event} */ event) => {
            if (/** @type {CustomEvent} */ (event).detail.id !== this.id) return;
            forgetPicture(this.id);
            this.load().catch(tell);
        };
        live.addEventListener('archive', this.changed);
    }

    async load() {
        const path = `/archive/documents/${encodeURIComponent(this.id)}`;
        const [{ record, versions }, { entries }] = await Promise.all([
            ask('GET', path),
            ask('GET', '/register', { query: { document: this.id } }),
        ]);
        this.draw(record, versions, entries);
        this.pane.show(record.id, versions[0]);
    }

    /** @param {Paper} paper @param {Version[]} versions @param {any[]} entries */
    draw(paper, versions, entries) {
        document.title = `${nameOf(paper)} – vanthu`;
        const known = h(
            'div',
            { class: 'known' },
            facts(paper, entries),
            paper.tasks.length > 0 && taskTable(paper, (task) => this.pane.point(task.page ?? 0, task.box ?? [])),
            versionList(paper.id, versions, (version) => this.pane.show(paper.id, version)),
            mayDo(this.role, 'officer') && fixity(paper.id),
        );
        const head = h(
            'div',
            { class: 'paper-head' },
            h('p', { class: 'back' }, h('a', { href: lastList() }, `← ${t('back')}`)),
            h('h1', {}, nameOf(paper)),
            paper.subject && h('p', { class: 'subject' }, subjectOf(paper)),
            this.actions(paper),
            this.adding?.panel,
        );
        fill(this.root, h('div', { class: 'document' }, head, this.pane.element, known));
    }

    /** @param {Paper} paper */
    actions(paper) {
        return h(
            'div',
            { class: 'row actions' },
            mayDo(this.role, 'clerk') && h('a', { class: 'button', href: `#/soan?kho=${paper.id}` }, t('writeAnew')),
            mayDo(this.role, 'officer') && fileButton(t('addVersion'), (files) => additions.add(files, paper.id)),
        );
    }

    leave() {
        this.pane.close();
        this.adding?.leave();
        live.removeEventListener('archive', this.changed);
    }
}

/** @param {HTMLElement} root @param {import('../../shell/router.js').Place} place */
export async function render(root, place) {
    const page = new DocumentPage(root, place);
    try {
        await page.load();
    } catch (fault) {
        page.leave();
        throw fault;
    }
    return { leave: () => page.leave() };
}
