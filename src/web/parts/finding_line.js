// What the check found, in words and with a sign.
import { h } from '../shell/dom.js';
import { t } from './words.js';

/** @typedef {import('../shell/api.js').Finding} Finding */

export const findingSigns = { error: '✖', gap: '○', warning: '▲', note: 'i' };

/**
 * @param {{ severity: keyof typeof findingSigns, message: string, hint?: string }} finding gap: something is not written yet
 * @param {{ name?: 'p' | 'li', remedy?: HTMLElement | false }} [options] name: of the element
 */
export function findingLine({ severity, message, hint }, { name = 'p', remedy } = {}) {
    const sign = h('span', { class: 'sign', 'aria-hidden': true }, findingSigns[severity]);
    const kind = h('span', { class: 'unseen' }, `${t(severity)}: `);
    return h(name, { class: `finding ${severity}` }, sign, kind, message, hint && h('small', {}, ` → ${hint}`), remedy);
}

/** The worst of some. @param {Finding[]} findings */
export function worstOf(findings) {
    const kinds = /** @type {const} */ (['error', 'warning', 'note']);
    return kinds.find((kind) => findings.some((finding) => finding.severity === kind)) ?? 'note';
}
