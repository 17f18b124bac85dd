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
        const above = parent < 0 ? '' : made[parent].label;
        const digits = label.prefix === '' ? '' : digitsOf(above);
        const key = counter.key(label.style, line.depth === 0 ? -1 : parent);
        const expected = labelWith(label, (counter.last.get(key) ?? 0) + 1, label.prefix && (digits.split('.').length === label.prefix.split('.').length ? digits : label.prefix));
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
    return walk(lines, (line, expected) => (line.auto && line.label === expected ? line : line.auto || line.label === expected ? { ...line, label: expected, auto: true } : line));
}

/** All labels that count do so from the first. @param {Line[]} lines @returns {Line[]} */
export function allRenumbered(lines) {
    return walk(lines, (line, expected) => (line.auto && line.label === expected ? line : { ...line, label: expected, auto: true }));
}

/** A label of the kind that is usual there: as its siblings have, else as lines below such a parent have, else by the decree. @param {Line[]} lines @param {number} at @param {Style} [heading] what headings begin with */
export function proposedLabel(lines, at, heading = 'roman') {
    const { depth } = lines[at];
    const parent = parentOf(lines, at);
    const sibling = lines.find((line, i) => i !== at && line.depth === depth && parentOf(lines, i) === parent);
    if (sibling) return likeLabel(sibling.label);
    const above = parent < 0 ? '' : styleOf(lines[parent].label);
    const cousin = lines.find((line, i) => i !== at && line.depth === depth && i > 0 && styleOf(lines[parentOf(lines, i)]?.label ?? '') === above && line.label !== '');
    if (cousin) return likeLabel(cousin.label);
    if (depth === 0) return firstLabel(heading);
    return parent < 0 ? '' : firstLabel(styleBelow(above));
}

/** A label of the same form, which renumbering puts right; one of no known kind is not repeated. @param {string} label */
export function likeLabel(label) {
    const found = labelOf(label);
    return found ? labelWith(found, 1) : '';
}
