// What can be done with the document as a whole, and whether it is saved.
import { shownTime } from '../../parts/dates.js';
import { h } from '../../shell/dom.js';
import { t } from './words.js';

/**
 * @typedef {{ undo: () => void, redo: () => void, save: () => void, word: () => void, pdf: () => void, print: () => void,
 *     data: () => void, issue: () => void, resolve: () => void, turn: () => void }} Actions
 */

const shortcuts = ['Enter', 'Backspace', 'Alt+↑↓', 'Ctrl+Z', 'Ctrl+S', 'Ctrl+P', 'F8'];

/** @param {string} words @param {() => void} action @param {Record<string, any>} [properties] */
const button = (words, action, properties) => h('button', { type: 'button', onclick: action, ...properties }, words);

/** What is needed seldom, and the keys. @param {Actions} actions */
function menu(actions) {
    const words = (/** @type {string} */ key) => t(/** @type {any} */ (`key-${key}`));
    const keys = shortcuts.flatMap((key) => [h('dt', {}, h('kbd', {}, key)), h('dd', {}, words(key))]);
    const content = h('div', { class: 'card' }, button(t('downloadData'), actions.data), h('h2', {}, t('keys')), h('dl', {}, ...keys));
    const element = h('details', { class: 'menu' }, h('summary', { class: 'button' }, t('more')), content);
    element.addEventListener('keydown', (event) => event.key === 'Escape' && (element.open = false));
    element.addEventListener('focusout', ({ relatedTarget }) => {
        if (!element.contains(/** @type {Node | null} */ (relatedTarget))) element.open = false;
    });
    return element;
}

export class Toolbar {
    /** @param {Actions} actions */
    constructor(actions) {
        this.actions = actions;
        this.title = h('h1', {});
        this.state = h('span', { class: 'save-state' });
        this.undo = button('↶', actions.undo, { title: `${t('undo')} (Ctrl+Z)`, 'aria-label': t('undo') });
        this.redo = button('↷', actions.redo, { title: `${t('redo')} (Ctrl+Y)`, 'aria-label': t('redo') });
        this.turn = button(t('showPages'), actions.turn, { class: 'turn', 'aria-pressed': 'false' });
        const files = [button(t('downloadWord'), actions.word), button(t('downloadPdf'), actions.pdf), button(t('print'), actions.print)];
        const issue = button(t('issue'), actions.issue, { class: 'primary' });
        const buttons = h('div', { class: 'row' }, this.turn, this.undo, this.redo, ...files, menu(actions), issue);
        this.element = h('div', { class: 'document-tools' }, h('div', { class: 'title' }, this.title, this.state), buttons);
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
        const time = keeper.item ? shownTime(keeper.item.updated) : '';
        this.state.textContent = t(/** @type {any} */ (`state-${keeper.state}`), { time });
        this.state.className = `save-state ${keeper.state}`;
        const trouble = keeper.state === 'conflict' || keeper.state === 'gone' ? keeper.state : keeper.isOvertaken() ? 'overtaken' : '';
        this.banner.hidden = !trouble;
        if (this.banner.dataset.trouble === trouble) return;
        this.banner.dataset.trouble = trouble;
        const words =
            trouble &&
            t(/** @type {any} */ (`banner-${trouble}`), { by: keeper.heard?.by ?? '', time: shownTime(keeper.heard?.updated ?? '') });
        const act = h(
            'button',
            { type: 'button', onclick: () => this.actions.resolve() },
            t(keeper.state === 'saved' ? 'loadNewer' : 'decide'),
        );
        this.banner.replaceChildren(...(trouble ? [h('span', {}, words), act] : []));
    }
}
