// Alt and an arrow mean what a part says: what holds it, and the browser's history, get none of them.

/** @param {HTMLElement} element */
export function ownArrows(element) {
    element.addEventListener('keydown', (event) => {
        if (!event.altKey || !event.key.startsWith('Arrow')) return;
        event.preventDefault();
        event.stopPropagation();
    });
}
