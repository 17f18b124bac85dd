// What can be done with the document as a whole, and whether it is saved.
import { shownTime } from '../../parts/dates.js';
import { h } from '../../shell/dom.js';
import { t } from './words.js';

/**
 * @typedef {{ undo: () => void, redo: () => void, save: () => void, word: () => void, pdf: () => void, print: () => void,
 *     data: () => void, issue: () => void, resolve: () => void, turn: () => void }} Actions
 */

const shortcuts = ['Enter', 'Backspace', 'Alt+↑↓', 'Ctrl+Z', 'Ctrl+S', 'Ctrl+P', 'F8'];

export class Toolbar {
    /** @param {Actions} actions */
    constructor(actions) {
        const button = (/** @type {string} */ words, /** @type {() => void} */ action, properties = {}) => h('button', { type: 'button', onclick: action, ...properties }, words);
        this.title = h('h1', {});
        this.state = h('span', { class: 'save-state' });
        this.undo = button('↶', actions.undo, { title: `${t('undo')} (Ctrl+Z)`, 'aria-label': t('undo') });
        this.redo = button('↷', actions.redo, { title: `${t('redo')} (Ctrl+Y)`, 'aria-label': t('redo') });
        this.turn = button(t('showPages'), actions.turn, { class: 'turn', 'aria-pressed': 'false' });
        const keys = h('dl', {}, ...shortcuts.flatMap((key) => [h('dt', {}, h('kbd', {}, key)), h('dd', {}, t(/** @type {any} */ (`key-${key}`)))]));
        const menu = h('details', { class: 'menu' }, h('summary', { class: 'button' }, t('more')), h('div', { class: 'card' }, button(t('downloadData'), actions.data), h('h2', {}, t('keys')), keys));
        menu.addEventListener('keydown', (event) => event.key === 'Escape' && (menu.open = false));
        document.addEventListener('click', (event) => menu.contains(/** @type {Node} */ (event.target)) || (menu.open = false));
        this.element = h(
            'div',
            { class: 'document-tools' },
            h('div', { class: 'title' }, this.title, this.state),
            h('div', { class: 'row' }, this.turn, this.undo, this.redo, button(t('downloadWord'), actions.word), button(t('downloadPdf'), actions.pdf), button(t('print'), actions.print), menu, button(t('issue'), actions.issue, { class: 'primary' })),
        );
        this.actions = actions;
        this.banner = h('div', { class: 'banner', role: 'alert', hidden: true });
    }

    /** @param {import('./document_store.js').DocumentStore} store */
    showStore({ steps, document }) {
        this.undo.disabled = !steps.canUndo();
        this.redo.disabled = !steps.canRedo();
        this.title.textContent = document.subject || t('untitled');
    }

    /** @param {import('./draft_keeper.js').DraftKeeper} keeper */
    showKeeper(keeper) {
        const time = keeper.draft ? shownTime(keeper.draft.updated) : '';
        this.state.textContent = t(/** @type {any} */ (`state-${keeper.state}`), { time });
        this.state.className = `save-state ${keeper.state}`;
        const trouble = keeper.state === 'conflict' || keeper.state === 'gone' ? keeper.state : keeper.isOvertaken() ? 'overtaken' : '';
        this.banner.hidden = !trouble;
        if (this.banner.dataset.trouble === trouble) return;
        this.banner.dataset.trouble = trouble;
        const words = trouble && t(/** @type {any} */ (`banner-${trouble}`), { by: keeper.heard?.by ?? '', time: shownTime(keeper.heard?.updated ?? '') });
        const act = h('button', { type: 'button', onclick: () => this.actions.resolve() }, t(keeper.state === 'saved' ? 'loadNewer' : 'decide'));
        this.banner.replaceChildren(...(trouble ? [h('span', {}, words), act] : []));
    }
}
