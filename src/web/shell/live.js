// What happens in the service, as it happens: one stream of events for the whole page.
import { connection } from './api.js';

/** Events "reading", "job", "draft", "archive", "register", each a CustomEvent with the data as detail. */
export const live = new EventTarget();

let source = /** @type {EventSource | null} */ (null);

export function listen() {
    if (source) return;
    source = new EventSource('/api/v1/events');
    source.onopen = () => connection.dispatchEvent(new Event('online'));
    source.onerror = () => {
        connection.dispatchEvent(new Event('offline'));
        if (source?.readyState === EventSource.CLOSED) {
            source = null;
            setTimeout(listen, 3000);
        }
    };
    for (const name of ['reading', 'job', 'draft', 'archive', 'register'])
        source.addEventListener(name, (event) => {
            live.dispatchEvent(new CustomEvent(name, { detail: JSON.parse(event.data) }));
        });
}
