// A row of buttons that is one stop of Tab: arrows go from one to the next.
import { h } from '../shell/dom.js';

/** @param {HTMLElement} bar */
function controls(bar) {
    const all = /** @type {HTMLElement[]} */ ([...bar.querySelectorAll('button, select, input')]);
    return all.filter((one) => !one.matches(':disabled') && one.offsetParent !== null);
}

/** @param {HTMLElement} bar @param {HTMLElement} [chosen] */
function settle(bar, chosen) {
    const all = controls(bar);
    const stop = chosen ?? all.find((one) => one.tabIndex === 0) ?? all[0];
    for (const one of all) one.tabIndex = one === stop ? 0 : -1;
}

/** @param {HTMLElement} bar @param {KeyboardEvent} event */
function walk(bar, event) {
    const all = controls(bar);
    const at = all.indexOf(/** @type {HTMLElement} */ (event.target));
    /** @type {Record<string, number>} */
    const places = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: all.length - 1 };
    const next = all[(places[event.key] + all.length) % all.length];
    if (at < 0 || !next || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    settle(bar, next);
    next.focus();
}

/** @param {string} label @param {...HTMLElement} children */
export function toolbar(label, ...children) {
    const bar = h('div', { role: 'toolbar', 'aria-label': label, class: 'toolbar' }, ...children);
    bar.addEventListener('keydown', (event) => walk(bar, event));
    bar.addEventListener('focusin', (event) => settle(bar, /** @type {HTMLElement} */ (event.target)));
    requestAnimationFrame(() => settle(bar));
    return bar;
}

/** @param {string} sign @param {string} label @param {() => void} action @param {string} [title] says more, with the key */
export function tool(sign, label, action, title) {
    const mark = sign && h('span', { class: 'sign', 'aria-hidden': 'true' }, sign);
    return h('button', { type: 'button', title: title ?? label, onclick: action }, mark, h('span', {}, label));
}

/** A button of a sign only. @param {string} sign @param {string} label @param {() => void} action */
export function signTool(sign, label, action) {
    return h('button', { type: 'button', class: 'only-sign', title: label, 'aria-label': label, onclick: action }, sign);
}

/**
 * The keys, folded away.
 * @param {string} id of the hint
 * @param {string} title
 * @param {string} hint
 * @param {string} keys lines of "key — what it does"
 */
export function keysHelp(id, title, hint, keys) {
    const lines = keys.split('\n').map((line) => line.split(' — '));
    const list = h('dl', {}, ...lines.flatMap(([key, does]) => [h('dt', {}, key), h('dd', {}, does)]));
    return h('details', { class: 'keys' }, h('summary', {}, title), h('p', { id }, hint), list);
}
