// What the check found, in words and with a sign.
import { h } from '../shell/dom.js';
import { t } from './words.js';

/** @typedef {import('../shell/api.js').Finding} Finding */

export const findingSigns = { error: '✖', warning: '▲', note: 'i' };

/** @param {Finding} finding */
export function findingLine({ severity, message, hint }) {
    const sign = h('span', { class: 'sign', 'aria-hidden': 'true' }, findingSigns[severity]);
    return h('p', { class: `finding ${severity}` }, sign, ` ${t(severity)}: ${message}${hint ? ` → ${hint}` : ''}`);
}

/** The worst of some. @param {Finding[]} findings */
export function worstOf(findings) {
    const kinds = /** @type {const} */ (['error', 'warning', 'note']);
    return kinds.find((kind) => findings.some((finding) => finding.severity === kind)) ?? 'note';
}
