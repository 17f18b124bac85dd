// What happens in the service, as it happens: one stream of events for the whole page.
import { connection } from './api.js';

/**
 * Events "reading", "reading-removed", "job", "draft", "archive", "register", each a CustomEvent with the data as detail; "open" when the
 * stream begins, also again after a lost connection: what happened in between was not told.
 */
export const live = new EventTarget();

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
    for (const name of ['reading', 'reading-removed', 'job', 'draft', 'archive', 'register'])
        source.addEventListener(name, (event) => {
            live.dispatchEvent(new CustomEvent(name, { detail: JSON.parse(event.data) }));
        });
}
