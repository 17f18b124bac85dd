// A text field that is as high as its text, without measuring: its text stands invisibly in the same cell of a grid.
import { h } from '../shell/dom.js';

/** @param {HTMLTextAreaElement} field @returns {{ element: HTMLElement, set: (text: string) => void }} set: by script, typing needs none */
export function growing(field) {
    const element = h('div', { class: 'growing' }, field);
    const grow = () => (element.dataset.text = field.value);
    field.addEventListener('input', grow);
    grow();
    return {
        element,
        set(text) {
            if (field.value !== text) field.value = text;
            grow();
        },
    };
}
