// Taking readings from the desk: for some seconds it can be taken back, only then the service is told.
import { ask } from '../../shell/api.js';
import { notice, tell } from '../../shell/notices.js';
import { t } from './words.js';

const timeToRegret = 6000; // as long as a notice stands

/** @type {Map<number, () => void>} */
const pending = new Map();
window.addEventListener('pagehide', () => pending.forEach((remove) => remove()));

/** @param {import('./desk.js').Desk} desk @param {import('./desk.js').Reading} reading */
export function removeReading(desk, reading) {
    const show = (/** @type {boolean} */ isShown) => {
        if (isShown) desk.removed.delete(reading.id);
        else desk.removed.add(reading.id);
        desk.dispatchEvent(new CustomEvent('change'));
    };
    const remove = () => {
        clearTimeout(timer);
        pending.delete(reading.id);
        line.remove();
        // "keepalive": it reaches the service even when the page is being closed.
        ask('DELETE', `/readings/${reading.id}`, { keepalive: true }).catch((fault) => {
            if (fault.status === 404) return; // somebody else was quicker
            show(true);
            tell(fault);
        });
    };
    const timer = setTimeout(remove, timeToRegret);
    pending.set(reading.id, remove);
    show(false);
    const line = notice(t('removed', { name: reading.name }), 'done', {
        label: t('undo'),
        action: () => {
            clearTimeout(timer);
            pending.delete(reading.id);
            show(true);
        },
    });
}
