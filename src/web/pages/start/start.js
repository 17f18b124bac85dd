import { fill, h } from '../../shell/dom.js';
import { t } from '../../shell/language.js';

/** @param {HTMLElement} root */
export function render(root) {
    fill(root, h('h1', {}, t('start')));
}
