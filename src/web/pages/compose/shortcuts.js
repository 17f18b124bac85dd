// Keys that act on the whole document.

/**
 * @param {import('./toolbar.js').Actions} actions
 * @param {() => void} forward leads to the next finding
 * @param {AbortSignal} signal
 */
export function followShortcuts(actions, forward, signal) {
    /** @param {KeyboardEvent} event @returns {(() => void) | null} */
    const actionOf = (event) => {
        if (event.key === 'F8') return forward;
        if (!event.ctrlKey && !event.metaKey) return null;
        const key = event.key.toLowerCase();
        if (key === 's') return actions.save;
        if (key === 'p') return actions.print;
        // In a text the browser's own undo is at work.
        if (event.target instanceof HTMLElement && event.target.matches('input:not([type=radio]), textarea')) return null;
        if (key === 'y' || (key === 'z' && event.shiftKey)) return actions.redo;
        return key === 'z' ? actions.undo : null;
    };
    document.addEventListener(
        'keydown',
        (event) => {
            if (event.defaultPrevented || document.querySelector('dialog[open]')) return;
            const action = actionOf(event);
            if (!action) return;
            event.preventDefault();
            action();
        },
        { signal },
    );
}
