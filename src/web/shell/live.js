// What happens in the service, as it happens: one stream of events for the whole page.
import { connection } from './api.js';

/**
 * Events "reading", "removal", "job", "draft", "archive", "register", each a CustomEvent with the data as detail; "open" when the
 * stream begins, also again after a lost connection: what happened in between was not told.
 */
export const live = new EventTarget();

/**
 * Calls `action` when one of these happens, and when the stream was away meanwhile. Returns what ends that.
 * @param {string[]} names
 * @param {(event: Event) => void} action
 */
export function follow(names, action) {
    const all = [...names, 'open'];
    for (const name of all) live.addEventListener(name, action);
    return () => all.forEach((name) => live.removeEventListener(name, action));
}

let source = /** @type {EventSource | null} */ (null);

export function listen() {
    if (source) return;
    source = new EventSource('/api/v1/events');
    source.onopen = () => {
        connection.dispatchEvent(new Event('online'));
        live.dispatchEvent(new Event('open'));
    };
    source.onerror = () => {
        connection.dispatchEvent(new Event('offline'));
        if (source?.readyState === EventSource.CLOSED) {
            source = null;
            setTimeout(listen, 3000);
        }
    };
    for (const name of ['reading', 'removal', 'job', 'draft', 'archive', 'register'])
        source.addEventListener(name, (event) => {
            live.dispatchEvent(new CustomEvent(name, { detail: JSON.parse(event.data) }));
        });
}
