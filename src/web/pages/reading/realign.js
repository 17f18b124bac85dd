// Keeps what is known of the values of a document with them when entries of lists are added, deleted, joined or moved.

/** @typedef {import('./model.js').Provenance} Provenance */

/**
 * Where each old entry stands in the new list; -1: nowhere. What is the same at both ends stays; in between equal entries are
 * found again, and what is left between two of them are the same ones, changed.
 * @param {any[]} before
 * @param {any[]} after
 */
export function movesOf(before, after) {
    const moves = before.map(() => -1);
    let start = 0;
    while (start < before.length && start < after.length && same(before[start], after[start])) moves[start] = start++;
    let end = 0;
    while (end < Math.min(before.length, after.length) - start && same(before[before.length - 1 - end], after[after.length - 1 - end])) {
        moves[before.length - 1 - end] = after.length - 1 - end;
        ++end;
    }
    const free = new Set(Array.from({ length: after.length - end - start }, (_, i) => start + i));
    for (let i = start; i < before.length - end; ++i) {
        const found = [...free].find((place) => same(before[i], after[place]));
        if (found !== undefined) free.delete((moves[i] = found));
    }
    // Of two that became one, and of one that became two, the first goes on.
    for (let i = start; i < before.length - end; ++i) {
        if (moves[i] >= 0) continue;
        const from = i > 0 ? moves[i - 1] + 1 : 0;
        const next = moves.find((to, k) => k > i && to >= 0) ?? after.length;
        const found = [...free].find((place) => place >= from && place < next);
        if (found !== undefined && (i === 0 || moves[i - 1] >= 0)) free.delete((moves[i] = found));
    }
    return moves;
}

/** @param {any} a @param {any} b */
const same = (a, b) => a === b || (typeof a === 'object' && JSON.stringify(a) === JSON.stringify(b));

/**
 * Pointers that were changed, old to new, for everything below lists that changed; null: it is there no more.
 * @param {any} before @param {any} after @param {string} pointer @param {(from: string, to: string | null) => void} found
 */
function changes(before, after, pointer, found) {
    if (before === after || typeof before !== 'object' || typeof after !== 'object' || !before || !after) return;
    if (Array.isArray(before) && Array.isArray(after)) {
        movesOf(before, after).forEach((to, from) => {
            if (to !== from) found(`${pointer}/${from}`, to < 0 ? null : `${pointer}/${to}`);
            else changes(before[from], after[to], `${pointer}/${from}`, found);
        });
        return;
    }
    for (const key of Object.keys(before)) if (key !== 'provenance') changes(before[key], after[key], `${pointer}/${key}`, found);
}

/** The new document with the provenance of the old one, moved along. @param {any} before @param {any} after */
export function realigned(before, after) {
    /** @type {Map<string, string | null>} */
    const moved = new Map();
    changes(before, after, '', (from, to) => moved.set(from, to));
    if (!moved.size || !before.provenance) return after;
    /** @type {Record<string, Provenance>} */
    const provenance = {};
    for (const [pointer, known] of Object.entries(before.provenance)) {
        const to = movedPointer(pointer, moved);
        if (to !== null) provenance[to] = known;
    }
    return { ...after, provenance };
}

/** @param {string} pointer @param {Map<string, string | null>} moved @returns {string | null} */
function movedPointer(pointer, moved) {
    for (let end = pointer.length; end > 0; end = pointer.lastIndexOf('/', end - 1)) {
        const to = moved.get(pointer.slice(0, end));
        if (to !== undefined) return to && to + pointer.slice(end);
    }
    return pointer;
}
