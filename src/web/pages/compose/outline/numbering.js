// Labels in sequence, and the label that a line should have.
import { digitsOf, firstLabel, labelOf, labelWith, styleBelow, styleOf, styles } from './labels.js';
import { parentOf } from './lines.js';

/** @typedef {import('./lines.js').Line} Line */
/** @typedef {import('./labels.js').Style} Style */

/** Counts on whatever heading stands between. @type {Set<Style>} */
const throughout = new Set(['article', 'chapter', 'part']);

class Counter {
    constructor() {
        /** @type {Map<string, number>} by list of siblings and style */
        this.last = new Map();
    }

    /** @param {Style} style @param {number} parent */
    key(style, parent) {
        return throughout.has(style) ? style : `${parent} ${style}`;
    }

    /** A heading ends the rows of the headings below its rank. @param {Style} style */
    restart(style) {
        for (const lower of styles.slice(styles.indexOf(style) + 1)) if (!throughout.has(lower)) this.last.delete(this.key(lower, -1));
    }
}

/** "2." of "2.1." is the number of the line above, where that has as many parts. @param {string} own @param {string} above */
function prefixBelow(own, above) {
    const digits = own === '' ? '' : digitsOf(above);
    return digits.split('.').length === own.split('.').length ? digits : own;
}

/**
 * Gives each line what belongs in the place of its label.
 * @param {Line[]} lines
 * @param {(line: Line, expected: string) => Line} settle
 */
function walk(lines, settle) {
    const counter = new Counter();
    /** @type {Line[]} */
    const made = [];
    /** @type {number[]} the last line of each depth that is still open */
    const open = [];
    lines.forEach((line, at) => {
        const parent = open.slice(0, line.depth).reduce((last, index) => index ?? last, -1);
        open.length = line.depth;
        open.push(at);
        const label = labelOf(line.label);
        if (!label || label.value === 0) return void made.push(line);
        const key = counter.key(label.style, line.depth === 0 ? -1 : parent);
        const prefix = prefixBelow(label.prefix, parent < 0 ? '' : made[parent].label);
        const expected = labelWith(label, (counter.last.get(key) ?? 0) + 1, prefix);
        const next = settle(line, expected);
        if (line.depth === 0) counter.restart(label.style);
        counter.last.set(key, labelOf(next.label)?.value ?? 0);
        made.push(next);
    });
    return made;
}

/** Tells which labels follow from those before them. @param {Line[]} lines @returns {Line[]} */
export function withAuto(lines) {
    return walk(lines, (line, expected) => (line.auto === (line.label === expected) ? line : { ...line, auto: line.label === expected }));
}

/** Labels that follow from others do so again; typed ones stay, until they follow too. @param {Line[]} lines @returns {Line[]} */
export function renumbered(lines) {
    return walk(lines, (line, expected) => {
        const follows = line.label === expected;
        if (line.auto === follows) return line;
        return { ...line, label: expected, auto: true };
    });
}

/** All labels that count do so from the first. @param {Line[]} lines @returns {Line[]} */
export function allRenumbered(lines) {
    return walk(lines, (line, expected) => (line.auto && line.label === expected ? line : { ...line, label: expected, auto: true }));
}

/**
 * A label of the kind that is usual there: as its siblings have, else as lines below such a parent have, else by the decree.
 * @param {Line[]} lines
 * @param {number} at
 * @param {Style} [heading] what headings begin with
 */
export function proposedLabel(lines, at, heading = 'roman') {
    const { depth } = lines[at];
    const parent = parentOf(lines, at);
    const sibling = lines.find((line, i) => i !== at && line.depth === depth && parentOf(lines, i) === parent);
    if (sibling) return likeLabel(sibling.label);
    const above = parent < 0 ? '' : styleOf(lines[parent].label);
    const isCousin = (/** @type {Line} */ line, /** @type {number} */ i) =>
        i !== at && line.depth === depth && line.label !== '' && styleOf(lines[parentOf(lines, i)]?.label ?? '') === above;
    const cousin = lines.find(isCousin);
    if (cousin) return likeLabel(cousin.label);
    if (depth === 0) return firstLabel(heading);
    return parent < 0 ? '' : firstLabel(styleBelow(above));
}

/** A label of the same form, which renumbering puts right; one of no known kind is not repeated. @param {string} label */
export function likeLabel(label) {
    const found = labelOf(label);
    return found ? labelWith(found, 1) : '';
}
