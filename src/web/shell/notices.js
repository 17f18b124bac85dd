// Short messages below the head: what was done, what failed.
import { ApiProblem } from './api.js';
import { h } from './dom.js';
import { t } from './language.js';

const shownFor = 6000;

/** Not while somebody is at it. @param {HTMLElement} line */
function goLater(line) {
    /** @type {number | undefined} */
    let timer;
    const stay = () => clearTimeout(timer);
    const go = () => {
        stay();
        timer = window.setTimeout(() => line.matches(':hover, :focus-within') || line.remove(), shownFor);
    };
    for (const name of ['focusin', 'pointerenter']) line.addEventListener(name, stay);
    for (const name of ['focusout', 'pointerleave']) line.addEventListener(name, go);
    go();
}

/**
 * @param {string} text
 * @param {'done' | 'error' | 'warning'} [kind] errors stay until they are closed
 * @param {{ label: string, action: () => void }} [offer] a button beside the text
 */
export function notice(text, kind = 'done', offer) {
    const line = h('div', { class: `notice ${kind}` }, h('span', {}, text));
    if (offer)
        line.append(
            h('button', { type: 'button', onclick: () => (line.remove(), offer.action()) }, offer.label),
        );
    line.append(h('button', { type: 'button', class: 'close', 'aria-label': t('close'), onclick: () => line.remove() }, '×'));
    document.getElementById('notices')?.append(line);
    if (kind === 'done') goLater(line);
    return line;
}

/** Tells of a failure. An aborted request is none. @param {unknown} fault */
export function tell(fault) {
    if (fault instanceof DOMException && fault.name === 'AbortError') return;
    if (fault instanceof ApiProblem) {
        if (fault.code === 'login-needed' || fault.status === 0) return; // the shell shows these
        const hint = fault.findings[0]?.hint;
        notice(`${fault.message}${hint ? ` → ${hint}` : ''}`, 'error');
        return;
    }
    notice(`${t('failed')}: ${fault instanceof Error ? fault.message : fault}`, 'error');
    console.error(fault);
}
