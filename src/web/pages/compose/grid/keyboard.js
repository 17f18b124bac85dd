// Keys in the cell that is entered.
import { commands } from './commands.js';
import { commandOf } from './keys.js';
import { isSingle } from './selection.js';
import { t } from './words.js';

/** @typedef {import('./grid.js').Grid} Grid */

/** @param {Grid} grid */
export function followKeys(grid) {
    // Tab goes from cell to cell; behind Esc it goes on to what follows the grid, so that nobody is caught in it.
    let leaving = false;
    grid.input.element.addEventListener('keydown', (event) => {
        if (['Shift', 'Control', 'Alt', 'Meta'].includes(event.key)) return;
        const command = commandOf(event, grid.input.mode);
        if (leaving && command?.name === 'tab') return;
        leaving = command?.name === 'leave' && isSingle(grid.selection);
        if (leaving) return grid.status.tell(t('leaving'));
        if (!command) return;
        if (command.name !== 'tab' && command.name !== 'enter') grid.tabColumn = null;
        if (commands[command.name](grid, command) !== false) event.preventDefault();
    });
    grid.input.element.addEventListener('blur', () => (leaving = false));
}
