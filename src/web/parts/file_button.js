// A button that lets files be chosen.
import { h } from '../shell/dom.js';

/**
 * @param {string} label
 * @param {(files: File[]) => void} onfiles
 * @param {Record<string, any>} [properties] of the field of files: `multiple`, `accept`, …
 */
export function fileButton(label, onfiles, properties = {}) {
    const input = h('input', { type: 'file', hidden: true, 'aria-label': label, ...properties });
    input.addEventListener('change', () => {
        onfiles([...(input.files ?? [])]);
        input.value = ''; // the same file can be chosen again
    });
    return h('span', {}, h('button', { type: 'button', onclick: () => input.click() }, label), input);
}
