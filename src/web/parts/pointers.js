// JSON Pointers.

/** Whether it names the place itself or something in it. @param {string} pointer @param {string} place */
export function isBelow(pointer, place) {
    return pointer === place || pointer.startsWith(`${place}/`);
}
