// Elements without a framework.

/**
 * An element: `h('button', { class: 'primary', onclick: save }, 'Lưu')`. Properties that begin with "on" are listeners,
 * true and false set and leave out, what is undefined or null is left out; others become attributes. Text is never HTML.
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name
 * @param {Record<string, any>} [properties]
 * @param {...(Node | string | number | null | undefined | false)} children
 * @returns {HTMLElementTagNameMap[Name]}
 */
export function h(name, properties = {}, ...children) {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(properties)) {
        if (value === undefined || value === null || value === false) continue;
        if (key.startsWith('on')) element.addEventListener(key.slice(2), value);
        else if (key === 'value') /** @type {any} */ (element).value = value;
        else element.setAttribute(key, value === true ? '' : String(value));
    }
    append(element, children);
    return element;
}

/**
 * @param {Element} element
 * @param {(Node | string | number | null | undefined | false)[]} children
 */
export function append(element, children) {
    for (const child of children)
        if (child !== null && child !== undefined && child !== false)
            element.append(child instanceof Node ? child : String(child));
}

/**
 * Replaces what stands in an element.
 * @param {Element} element
 * @param {...(Node | string | number | null | undefined | false)} children
 */
export function fill(element, ...children) {
    element.replaceChildren();
    append(element, children);
}

/**
 * A labelled control; a hint and an error are tied to it.
 * @param {string} label
 * @param {HTMLElement} control
 * @param {string} [hint]
 */
export function labelled(label, control, hint) {
    if (!control.id) control.id = `c${++counter}`;
    const note = hint ? h('small', { id: `${control.id}-hint` }, hint) : null;
    if (note) control.setAttribute('aria-describedby', note.id);
    return h('div', { class: 'field' }, h('label', { for: control.id }, label), control, note);
}
let counter = 0;

/**
 * Calls the newest of a row of calls when nothing came for a while.
 * @template {any[]} Values
 * @param {number} milliseconds
 * @param {(...values: Values) => void} action
 */
export function debounced(milliseconds, action) {
    /** @type {number | undefined} */
    let timer;
    const later = (/** @type {Values} */ ...values) => {
        clearTimeout(timer);
        timer = window.setTimeout(() => action(...values), milliseconds);
    };
    later.cancel = () => clearTimeout(timer);
    return later;
}

/**
 * Hands bytes to the person as a file.
 * @param {Blob} blob
 * @param {string} name
 */
export function download(blob, name) {
    const link = h('a', { href: URL.createObjectURL(blob), download: name });
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
}

/** @type {Map<string, Promise<void>>} */
const styles = new Map();

/** Loads /style/NAME.css once. @param {string} name */
export function useStyle(name) {
    let loaded = styles.get(name);
    if (!loaded) {
        const link = h('link', { rel: 'stylesheet', href: `/style/${name}.css` });
        loaded = new Promise((resolve, reject) => {
            link.onload = () => resolve();
            link.onerror = () => (styles.delete(name), link.remove(), reject(new Error(link.href)));
        });
        styles.set(name, loaded);
        document.head.append(link);
    }
    return loaded;
}
