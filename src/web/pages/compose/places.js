// Which field stands where on the page, both ways. Two fields may share a line, and the line then bears the name of the first.
import { isBelow } from '../../parts/pointers.js';

/** @typedef {{ pointer: string, page: number, box: [number, number, number, number] }} Place box: points from the top left corner */

/** Fields that stand on the line of another, and how far along it they begin. @type {{ pointer: string, line: string, from: number }[]} */
const sharing = [
    { pointer: '/symbol', line: '/number', from: 0.45 },
    { pointer: '/date', line: '/place', from: 0.4 },
];
/** How far beside a line, in points, still means it. */
const nearest = 14;

/** @param {Place} place @param {number} x @param {number} y */
function distance({ box: [left, top, right, bottom] }, x, y) {
    return Math.max(0, left - x, x - right) / 4 + Math.max(0, top - y, y - bottom);
}

/**
 * The field that a point of the page belongs to; '' where there is none.
 * @param {Place[]} places
 * @param {number} page
 * @param {number} x
 * @param {number} y
 * @param {{ kind: string }} document
 */
export function fieldAt(places, page, x, y, document) {
    const near = places.filter((place) => place.page === page && distance(place, x, y) < nearest);
    near.sort((a, b) => distance(a, x, y) - distance(b, x, y));
    const found = near[0];
    if (!found) return '';
    if (found.pointer === '/type' && document.kind !== 'named') return '/kind';
    const [left, , right] = found.box;
    const other = sharing.find(({ line, from }) => line === found.pointer && x > left + (right - left) * from);
    return other?.pointer ?? found.pointer;
}

/** Where a field, or what is in it, stands. @param {Place[]} places @param {string} pointer */
export function placesOf(places, pointer) {
    const named =
        sharing.find((one) => one.pointer === pointer)?.line ??
        (pointer === '/kind' ? '/type' : pointer.replace(/^(\/articles\/\d+)\/number$/, '$1/paragraphs/0'));
    return places.filter((place) => isBelow(place.pointer, named));
}
