// A line of the uploads: how far a file is, or why it did not come through and what can be done.
import { fill, h } from '../../shell/dom.js';
import { uploads } from './uploads.js';
import { t } from './words.js';

/** @param {import('./uploads.js').Upload} one */
function stateOf(one) {
    if (one.state === 'waiting') return h('span', { class: 'badge' }, t('queued'));
    if (one.state === 'broken') return null;
    const percent = Math.round(one.part * 100);
    return h('span', { class: 'progress' }, h('progress', { max: 100, value: percent, 'aria-label': one.name }), t('sending', { percent }));
}

/** @param {import('./uploads.js').Upload} one */
export function uploadLine(one) {
    const what = h('div', { class: 'what' });
    const state = h('div', { class: 'state' });
    const sendAgain = one.isUnlikely ? t('sendAnyway') : t('retry');
    const retry = h('button', { type: 'button', 'aria-label': `${sendAgain}: ${one.name}`, onclick: () => uploads.retry(one) }, sendAgain);
    const leave = h('button', { type: 'button', 'aria-label': `${t('leaveOut')}: ${one.name}`, onclick: () => uploads.cancel(one) }, t('leaveOut'));
    const element = h('li', { class: 'line upload' }, what, state, h('div', { class: 'actions' }, retry, leave));
    const update = () => {
        const isBroken = one.state === 'broken';
        element.classList.toggle('failed', isBroken);
        const reason = isBroken && h('p', { class: 'reason', role: 'alert' }, h('span', { class: 'fault' }, t('broken', { reason: one.reason })), ` → ${one.hint}`);
        fill(what, h('span', {}, one.name), reason);
        fill(state, stateOf(one));
        retry.hidden = !isBroken || one.isHopeless;
    };
    update();
    return { element, update };
}
