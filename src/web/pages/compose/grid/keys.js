// What a key means in the grid.

/**
 * select: one walks over cells; type: what is typed takes the place of what stood there, arrows go on to the next cell;
 * caret: the keys move within the text.
 * @typedef {'select' | 'type' | 'caret'} Mode
 */
/** @typedef {{ name: string, down?: number, right?: number, jump?: boolean, extend?: boolean, step?: 1 | -1 }} Command */
/** @typedef {Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey' | 'isComposing'>} Key */

/** @type {Record<string, { down?: number, right?: number }>} */
const arrows = { ArrowUp: { down: -1 }, ArrowDown: { down: 1 }, ArrowLeft: { right: -1 }, ArrowRight: { right: 1 } };
const page = 10;

/** @type {Record<string, Command>} Keys of `select` with their modifiers, in the order Ctrl, Alt, Shift */
const selecting = {
    F2: { name: 'edit' },
    'Alt+Enter': { name: 'lineBreak' },
    Delete: { name: 'clear' },
    Backspace: { name: 'retype' },
    Escape: { name: 'leave' },
    Home: { name: 'rowEdge', step: -1 },
    End: { name: 'rowEdge', step: 1 },
    'Shift+Home': { name: 'rowEdge', step: -1, extend: true },
    'Shift+End': { name: 'rowEdge', step: 1, extend: true },
    'Ctrl+Home': { name: 'corner', step: -1 },
    'Ctrl+End': { name: 'corner', step: 1 },
    'Ctrl+Shift+Home': { name: 'corner', step: -1, extend: true },
    'Ctrl+Shift+End': { name: 'corner', step: 1, extend: true },
    PageUp: { name: 'walk', down: -page },
    PageDown: { name: 'walk', down: page },
    'Shift+PageUp': { name: 'walk', down: -page, extend: true },
    'Shift+PageDown': { name: 'walk', down: page, extend: true },
    'Ctrl+a': { name: 'everything' },
    'Shift+ ': { name: 'wholeRows' },
    'Ctrl+ ': { name: 'wholeColumns' },
    'Ctrl+z': { name: 'undo' },
    'Ctrl+y': { name: 'redo' },
    'Ctrl+Shift+z': { name: 'redo' },
    'Ctrl+d': { name: 'fillDown' },
    'Ctrl+Shift+d': { name: 'duplicate' },
    'Alt+ArrowUp': { name: 'moveRows', step: -1 },
    'Alt+ArrowDown': { name: 'moveRows', step: 1 },
    'Alt+ArrowLeft': { name: 'moveColumn', step: -1 },
    'Alt+ArrowRight': { name: 'moveColumn', step: 1 },
    'Ctrl+Enter': { name: 'addBelow' },
    'Ctrl+Shift+Enter': { name: 'addAbove' },
    'Ctrl+Delete': { name: 'deleteRows' },
    'Ctrl+m': { name: 'section' },
};

/** @type {Record<string, Command>} Keys of every mode */
const always = {
    Tab: { name: 'tab', step: 1 },
    'Shift+Tab': { name: 'tab', step: -1 },
    Enter: { name: 'enter', step: 1 },
    'Shift+Enter': { name: 'enter', step: -1 },
};

/** @type {Record<string, Command>} Keys of both modes of writing */
const writing = { 'Alt+Enter': { name: 'lineBreak' }, Escape: { name: 'cancel' } };

/** @param {Key} key */
function spelled(key) {
    const name = key.key.length === 1 ? key.key.toLowerCase() : key.key;
    return `${key.ctrlKey || key.metaKey ? 'Ctrl+' : ''}${key.altKey ? 'Alt+' : ''}${key.shiftKey ? 'Shift+' : ''}${name}`;
}

/** null: the key is the text field's. @param {Key} key @param {Mode} mode @returns {Command | null} */
export function commandOf(key, mode) {
    if (key.isComposing) return null;
    const name = spelled(key);
    if (always[name]) return always[name];
    const arrow = arrows[key.key];
    if (mode === 'select') {
        if (arrow && !key.altKey) return { name: 'walk', ...arrow, jump: key.ctrlKey || key.metaKey, extend: key.shiftKey };
        return selecting[name] ?? null;
    }
    if (writing[name]) return writing[name];
    if (name === 'F2') return { name: 'switchMode' };
    if (mode === 'type' && arrow && name === key.key) return { name: 'walk', ...arrow };
    return null;
}
