// The buttons above the grid.
import { fill, h } from '../../../shell/dom.js';
import { keysHelp, signTool, tool, toolbar } from '../../../parts/toolbar.js';
import { commands, renumber } from './commands.js';
import { t } from './words.js';

/** @typedef {import('./grid.js').Grid} Grid */

/** @param {Grid} grid */
function historyTools(grid) {
    const undo = signTool('↶', t('undo'), () => grid.undo());
    const redo = signTool('↷', t('redo'), () => grid.redo());
    grid.changed = () => {
        undo.disabled = !grid.steps.canUndo();
        redo.disabled = !grid.steps.canRedo();
    };
    grid.changed();
    return [undo, redo];
}

/** @param {Grid} grid */
function rowTools(grid) {
    const run =
        (/** @type {string} */ name, /** @type {1 | -1} */ step = 1) =>
        () =>
            void commands[name](grid, { name, step });
    return [
        tool('+', t('rowBelow'), run('addBelow'), t('rowBelowKey')),
        tool('+', t('rowAbove'), run('addAbove'), t('rowAboveKey')),
        tool('', t('duplicate'), run('duplicate'), t('duplicateKey')),
        signTool('↑', t('rowUp'), run('moveRows', -1)),
        signTool('↓', t('rowDown'), run('moveRows')),
        tool('§', t('section'), run('section'), t('sectionKey')),
        tool('×', t('deleteRow'), run('deleteRows'), t('deleteRowKey')),
    ];
}

/** @param {Grid} grid */
function numberTools(grid) {
    const options = [h('option', { value: 'section' }, t('perSection')), h('option', { value: 'through' }, t('through'))];
    const mode = h('select', { 'aria-label': t('numbering') }, ...options);
    mode.addEventListener('change', () => {
        grid.numbering = mode.value === 'through' ? 'through' : 'section';
        renumber(grid);
    });
    return [tool('', t('renumber'), () => renumber(grid), t('renumberTitle')), mode];
}

/** @param {Grid} grid @param {{ onimport: () => void }} actions */
export function gridTools(grid, { onimport }) {
    const columns = tool('', t('columns'), () => grid.options.oncolumn(grid.place().column), t('columnsTitle'));
    const more = [columns, tool('', t('import'), onimport, t('importTitle')), widener(grid)];
    const bar = toolbar(t('tools'), ...historyTools(grid), ...rowTools(grid), ...numberTools(grid), ...more);
    return { bar, help: keysHelp(grid.hint, t('keysTitle'), t('hint'), t('keys')) };
}

/** The grid over the whole window and back. @param {Grid} grid */
function widener(grid) {
    const label = h('span', {}, t('widen'));
    const button = h('button', { type: 'button', title: t('widenTitle'), onclick: toggle }, label);
    const placeholder = h('div');
    const dialog = h('dialog', { class: 'grid-wide', 'aria-label': t('grid'), onclose: back });
    function toggle() {
        if (dialog.open) return dialog.close();
        const editor = /** @type {HTMLElement} */ (button.closest('.grid-editor'));
        editor.replaceWith(placeholder);
        fill(dialog, editor);
        document.body.append(dialog);
        dialog.showModal();
        label.textContent = t('narrow');
        grid.enter(grid.selection);
    }
    function back() {
        label.textContent = t('widen');
        const editor = dialog.firstElementChild;
        if (editor) placeholder.replaceWith(editor);
        dialog.remove();
        grid.enter(grid.selection);
    }
    return button;
}
