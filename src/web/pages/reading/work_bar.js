// Above the page of work: which document it is, how far the pile is worked off, whether it is saved, and what can be done.
import { shownTime } from '../../parts/dates.js';
import { fill, h } from '../../shell/dom.js';
import { t } from './words.js';

/**
 * @typedef {'undo' | 'redo' | 'save' | 'forward' | 'back' | 'confirm' | 'reject' | 'reopen' | 'previous' | 'next' | 'help' | 'again' | 'recreate' | 'archive' | 'resolve'
 *     | 'xlsx' | 'csv' | 'json' | 'document'} Action
 */

const formats = /** @type {const} */ (['xlsx', 'csv', 'json', 'document']);

export class WorkBar {
    /** @param {Record<Action, () => void>} actions @param {boolean} mayArchive */
    constructor(actions, mayArchive) {
        this.actions = actions;
        const button = (/** @type {Action} */ name, /** @type {string} */ label, properties = {}) =>
            h('button', { type: 'button', onclick: () => actions[name](), ...properties }, label);
        const sign = (/** @type {'undo' | 'redo' | 'previous' | 'next' | 'help'} */ name, /** @type {string} */ text) =>
            button(name, text, { title: t(`${name}Key`), 'aria-label': t(name) });
        this.name = h('h1', {});
        this.place = h('span', { class: 'place' });
        this.review = h('span', { class: 'badge' });
        this.state = h('span', { class: 'save-state', role: 'status' });
        this.undo = sign('undo', '↶');
        this.redo = sign('redo', '↷');
        this.previous = sign('previous', '‹');
        this.next = sign('next', '›');
        this.doubts = button('forward', '', { class: 'doubts', title: t('forwardKey') });
        this.confirm = button('confirm', t('confirm'), { class: 'primary', title: t('confirmKey') });
        this.reject = button('reject', t('reject'), { title: t('rejectKey') });
        this.reopen = button('reopen', t('reopen'));
        const files = h('div', { class: 'row' }, ...formats.map((name) => button(name, t(`export-${name}`))));
        const further = h('div', { class: 'row' }, button('recreate', t('recreate'), { title: t('recreateKey') }), mayArchive && button('archive', t('archive')));
        const states = h('div', { class: 'row' }, this.reject, this.reopen, button('again', t('again')));
        const more = h('div', { class: 'card' }, h('h2', {}, t('export')), files, h('h2', {}, t('furtherUse')), further, h('h2', {}, t('state')), states);
        this.menu = h('details', { class: 'menu' }, h('summary', { class: 'button' }, t('more')), more);
        this.menu.addEventListener('keydown', (event) => event.key === 'Escape' && this.closeMenu());
        more.addEventListener('click', (event) => event.target instanceof HTMLButtonElement && (this.menu.open = false));
        this.banner = h('div', { class: 'banner', role: 'alert', hidden: true });
        this.element = h(
            'div',
            { class: 'work-bar' },
            h('div', { class: 'title' }, h('a', { href: '#/doc' }, t('toQueue')), this.previous, this.next, this.place, this.name, this.review, this.state),
            h('div', { class: 'row' }, this.undo, this.redo, this.doubts, this.menu, sign('help', '?'), this.confirm),
        );
    }

    closeMenu() {
        this.menu.open = false;
        this.menu.querySelector('summary')?.focus();
    }

    /** @param {{ checked: number, all: number }} progress @param {boolean} hasPrevious @param {boolean} hasNext */
    showDesk({ checked, all }, hasPrevious, hasNext) {
        this.place.textContent = t('checked', { checked, all });
        this.previous.disabled = !hasPrevious;
        this.next.disabled = !hasNext;
    }

    /** @param {string} name @param {import('./desk.js').Review} review */
    showReading(name, review) {
        this.name.textContent = this.name.title = name;
        this.review.textContent = t(`review-${review}`);
        this.review.className = `badge ${review === 'rejected' ? 'error' : review === 'unchecked' ? '' : 'done'}`;
        this.reject.hidden = review === 'rejected';
        this.reopen.hidden = review === 'unchecked';
    }

    /** @param {number} left @param {{ canUndo: () => boolean, canRedo: () => boolean }} steps */
    showWork(left, steps) {
        this.undo.disabled = !steps.canUndo();
        this.redo.disabled = !steps.canRedo();
        fill(this.doubts, left ? t('doubtsLeft', { n: left }) : t('noDoubts'));
        this.doubts.classList.toggle('some', left > 0);
        this.doubts.disabled = !left;
    }

    /** @param {import('../../parts/keeper.js').Keeper<any>} keeper */
    showKeeper(keeper) {
        const time = keeper.item ? shownTime(keeper.item.updated) : '';
        this.state.textContent = t(/** @type {any} */ (`save-${keeper.state}`), { time });
        this.state.className = `save-state ${keeper.state}`;
        const trouble = keeper.state === 'conflict' || keeper.state === 'gone' ? keeper.state : '';
        this.banner.hidden = !trouble;
        if (!trouble) return;
        const act = h('button', { type: 'button', onclick: () => this.actions.resolve() }, t('decide'));
        const { by = '', updated = '' } = keeper.heard ?? {};
        fill(this.banner, h('span', {}, t(`banner-${trouble}`, { by, time: shownTime(updated) })), trouble === 'conflict' && act);
    }
}
