// Lists that are changed by making new ones, so that the old ones stay for undo.

/** @template T @param {T[]} list @param {number} at @param {number} removed @param {...T} added @returns {T[]} */
export function spliced(list, at, removed, ...added) {
    return [...list.slice(0, at), ...added, ...list.slice(at + removed)];
}

/**
 * The `count` entries from `from` on stand at `to` afterwards.
 * @template T
 * @param {T[]} list
 * @param {number} from
 * @param {number} count
 * @param {number} to
 * @returns {T[]}
 */
export function moved(list, from, count, to) {
    const rest = spliced(list, from, count);
    return [...rest.slice(0, to), ...list.slice(from, from + count), ...rest.slice(to)];
}
