// The tasks that a document sets, each with its place on the pages.
import { fetchFile } from '../../shell/api.js';
import { download, h } from '../../shell/dom.js';
import { tell } from '../../shell/notices.js';
import { dueText } from '../../parts/due.js';
import { t } from './document_words.js';

/**
 * @typedef {{ section?: string, ordinal?: string, task?: string, product?: string, lead?: string[], partners?: string[],
 *     time?: { raw?: string, from?: string, to?: string, recurrence?: string }, page?: number, box?: number[] }} Task
 */

/** @param {Task} task @param {(task: Task) => void} onpoint */
function line(task, onpoint) {
    const { page, time = {} } = task;
    return h(
        'tr',
        {},
        h('td', {}, task.ordinal ?? ''),
        h(
            'td',
            {},
            task.task ?? '',
            task.product && h('small', {}, `${t('product')}: ${task.product}`),
            page && task.box && h('button', { type: 'button', class: 'quiet', onclick: () => onpoint(task) }, t('onPage', { page })),
        ),
        h('td', {}, (task.lead ?? []).join('; '), task.partners?.length && h('small', {}, `${t('partners')}: ${task.partners.join('; ')}`)),
        h('td', {}, dueText({ ...time, raw: time.raw ?? '' })),
    );
}

/** @param {string} id @param {string} format */
function exportButton(id, format) {
    const save = () =>
        fetchFile('GET', '/tasks', { query: { document: id, format, limit: 5000 } }).then(({ blob, name }) => download(blob, name), tell);
    return h('button', { type: 'button', onclick: save }, t('tasksAs', { format: format.toUpperCase() }));
}

/** @param {import('./document_page.js').Paper} paper @param {(task: Task) => void} onpoint */
export function taskTable(paper, onpoint) {
    /** @type {HTMLElement[]} */
    const rows = [];
    let section = '';
    for (const task of paper.tasks) {
        if (task.section && task.section !== section)
            rows.push(h('tr', { class: 'section' }, h('th', { colspan: 4, scope: 'rowgroup' }, task.section)));
        section = task.section ?? '';
        rows.push(line(task, onpoint));
    }
    const heads = ['ordinal', 'task', 'lead', 'due'].map((name) => h('th', { scope: 'col' }, t(/** @type {any} */ (name))));
    return h(
        'section',
        { class: 'card', 'aria-labelledby': 'tasks-title' },
        h('h2', { id: 'tasks-title' }, t('tasks', { count: paper.tasks.length })),
        h('div', { class: 'row' }, exportButton(paper.id, 'xlsx'), exportButton(paper.id, 'csv')),
        h(
            'div',
            { class: 'wide', tabindex: 0, role: 'group', 'aria-labelledby': 'tasks-title' },
            h('table', { class: 'list tasks' }, h('thead', {}, h('tr', {}, ...heads)), h('tbody', {}, ...rows)),
        ),
    );
}
