// The lists of the first page.
import { h } from '../../shell/dom.js';
import { shownTime } from '../../parts/dates.js';
import { dueText } from '../../parts/due.js';
import { nameOf, numberOf, subjectOf } from '../../parts/paper_names.js';
import { t } from './words.js';

/** @typedef {{ total: number, tasks: import('../tasks/task_line.js').TaskHit[] }} Tasks */
/** @typedef {{ id: number, title: string, updated: string }} Draft */
/** @typedef {{ id: number, name: string, state: 'waiting' | 'reading' | 'done' | 'failed', pages?: number, updated: string }} Reading */
/** @typedef {import('../../parts/paper_names.js').Named & { id: string, added: string }} Recent */
/** @typedef {{ documents: number, recent: Recent[], overdue: Tasks, due: Tasks, drafts: Draft[], readings: Reading[] }} Start */

/**
 * @param {string} title
 * @param {HTMLElement[]} lines
 * @param {string} empty what is said where there are none
 * @param {{ href: string, text: string }} [all] a link to all of them
 */
function list(title, lines, empty, all) {
    return h(
        'section',
        { class: 'card' },
        h('div', { class: 'head' }, h('h2', {}, title), all && lines.length > 0 && h('a', { href: all.href }, all.text)),
        lines.length ? h('ul', {}, ...lines) : h('p', { class: 'none' }, empty),
    );
}

/** @param {Tasks['tasks'][number]} hit */
function taskLine(hit) {
    return h(
        'li',
        { class: 'task' },
        dueText({ raw: hit.due, from: hit.from, to: hit.to, recurrence: hit.recurrence }),
        h(
            'div',
            {},
            h('a', { href: `#/kho/${hit.id}` }, hit.task),
            h('small', {}, [hit.lead.join('; '), numberOf(hit)].filter(Boolean).join(' · ')),
        ),
    );
}

/** @param {Start} start */
export function dueLists({ overdue, due }) {
    return [
        list(t('overdue'), overdue.tasks.map(taskLine), t('noOverdue'), { href: '#/viec?han=qua-han', text: t('allOverdue') }),
        list(
            due.total > due.tasks.length ? t('dueSome', { count: due.tasks.length, total: due.total }) : t('due'),
            due.tasks.map(taskLine),
            t('noDue'),
            { href: '#/viec', text: t('allTasks') },
        ),
    ];
}

/** @param {Start} start @param {boolean} mayAdd */
export function paperList({ recent, documents }, mayAdd) {
    const lines = recent.map((paper) =>
        h(
            'li',
            {},
            h('a', { href: `#/kho/${paper.id}` }, nameOf(paper)),
            h('small', { class: 'subject' }, subjectOf(paper)),
            h('small', {}, t('added', { time: shownTime(paper.added) })),
        ),
    );
    return list(t('recent'), lines, t(mayAdd ? 'emptyForOfficer' : 'emptyArchive'), {
        href: '#/kho',
        text: t('allPapers', { count: documents }),
    });
}

/** @param {Draft[]} drafts */
export function draftList(drafts) {
    const lines = drafts.map((draft) =>
        h(
            'li',
            {},
            h('a', { href: `#/soan/${draft.id}` }, draft.title || t('untitled')),
            h('small', {}, t('saved', { time: shownTime(draft.updated) })),
        ),
    );
    return list(t('drafts'), lines, t('noDrafts'), { href: '#/soan', text: t('allDrafts') });
}

/** @param {Reading[]} readings */
export function readingList(readings) {
    const lines = readings.map((one) =>
        h(
            'li',
            {},
            h('a', { href: `#/doc/${one.id}` }, one.name),
            ' ',
            h('span', { class: `badge ${one.state === 'failed' ? 'error' : one.state === 'done' ? 'warning' : ''}` }, t(one.state)),
            h('small', {}, shownTime(one.updated)),
        ),
    );
    return list(t('readings'), lines, t('noReadings'), { href: '#/doc', text: t('allReadings') });
}
