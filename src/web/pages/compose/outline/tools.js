// The buttons above the outline.
import { h } from '../../../shell/dom.js';
import { keysHelp, signTool, tool, toolbar } from '../../../parts/toolbar.js';
import { addBehind, addHeading, indent, move, outdent, remove, restyle } from './edit.js';
import { firstLabel, styleOf, styles } from './labels.js';
import { allRenumbered } from './numbering.js';
import { t } from './words.js';

/** @typedef {import('./outline.js').Outline} Outline */
/** @typedef {import('./labels.js').Style} Style */

/** @param {Outline} outline */
function styleChoice(outline) {
    const option = (/** @type {string} */ value, /** @type {string} */ text) => h('option', { value }, text);
    const own = h('option', { value: 'own', hidden: true }, t('own'));
    const options = [option('', t('none')), ...styles.map((style) => option(style, firstLabel(style))), own];
    const choice = h('select', { 'aria-label': t('style'), title: t('style') }, ...options);
    choice.addEventListener('change', () => outline.change((lines, at) => restyle(lines, at, /** @type {Style | ''} */ (choice.value))));
    return choice;
}

/** @param {Outline} outline */
function renumber(outline) {
    outline.change((lines, at) => ({ lines: allRenumbered(lines), at, caret: outline.place().caret }));
    outline.tell(t('renumbered'));
}

/** @param {Outline} outline */
export function outlineTools(outline) {
    const undo = signTool('↶', t('undo'), () => outline.undo());
    const redo = signTool('↷', t('redo'), () => outline.redo());
    const style = styleChoice(outline);
    outline.changed = () => {
        undo.disabled = !outline.steps.canUndo();
        redo.disabled = !outline.steps.canRedo();
        const { label } = outline.lines()[outline.at];
        style.value = label !== '' && styleOf(label) === '' ? 'own' : styleOf(label);
    };
    outline.changed();
    const bar = toolbar(
        t('tools'),
        undo,
        redo,
        tool('+', t('addLine'), () => outline.change(addBehind), t('addLineKey')),
        tool('+', t('addHeading'), () => outline.change((lines, at) => addHeading(lines, at, outline.heading)), t('addHeadingKey')),
        tool('→', t('indent'), () => outline.change(indent), t('indentKey')),
        tool('←', t('outdent'), () => outline.change((lines, at) => outdent(lines, at, outline.heading)), t('outdentKey')),
        signTool('↑', t('up'), () => outline.change((lines, at) => move(lines, at, -1))),
        signTool('↓', t('down'), () => outline.change((lines, at) => move(lines, at, 1))),
        style,
        tool('', t('renumber'), () => renumber(outline), t('renumberTitle')),
        tool('×', t('remove'), () => (outline.change(remove), outline.tell(t('removed'))), t('removeKey')),
    );
    return { bar, help: keysHelp(outline.hint, t('keysTitle'), t('hint'), t('keys')) };
}
