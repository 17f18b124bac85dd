// What was changed of what the machine read: each value can be given back.
import { fill, h } from '../../shell/dom.js';
import { textsOf } from './spots.js';
import { t } from './words.js';

/**
 * @typedef {import('./compare.js').Change} Change
 * @typedef {import('./spots.js').Target} Target
 */

const most = 500;

export class ChangesPanel {
    /** @param {{ name: (target: Target) => string, show: (target: Target) => void, revert: (change: Change) => void }} hooks */
    constructor(hooks) {
        this.hooks = hooks;
        this.element = h('div', { class: 'changes-panel' });
    }

    /** @param {{ changes: Change[], deleted: import('./model.js').Row[] }} found */
    update({ changes, deleted }) {
        const gone = deleted.map((row) => h('li', {}, h('span', { class: 'name' }, t('deletedRow')), h('del', {}, textsOf(row).filter(Boolean).join(' | '))));
        const lines = [...changes.slice(0, most).map((change) => this.line(change)), ...gone.slice(0, most)];
        const more = changes.length + deleted.length - lines.length;
        fill(this.element, lines.length ? h('ul', {}, ...lines) : h('p', {}, t('noChanges')), more > 0 && h('p', {}, t('moreChanges', { n: more })));
    }

    /** @param {Change} change */
    line(change) {
        const { was, is, target } = change;
        const name = this.hooks.name(target);
        const revert = was !== null && h('button', { type: 'button', 'aria-label': `${t('revert')}: ${name}`, onclick: () => this.hooks.revert(change) }, t('revert'));
        return h(
            'li',
            {},
            h('button', { type: 'button', class: 'name', onclick: () => this.hooks.show(target) }, name),
            was === null ? h('span', {}, t('added')) : h('del', {}, h('span', { class: 'unseen' }, t('was')), was || t('nothing')),
            h('ins', {}, h('span', { class: 'unseen' }, t('is')), is || t('nothing')),
            revert,
        );
    }
}
