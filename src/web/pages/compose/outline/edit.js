// Changes of an outline; each gives new lines, numbered anew, and the line and place where the caret stands then.
import { moved, spliced } from '../../../parts/lists.js';
import { firstLabel, labelOf, styleBelow, styleOf } from './labels.js';
import { blockEnd, newLine, parentOf, settled } from './lines.js';
import { likeLabel, proposedLabel, renumbered } from './numbering.js';

/** @typedef {import('./lines.js').Line} Line */
/** @typedef {import('./labels.js').Style} Style */
/** @typedef {{ lines: Line[], at: number, caret: number }} Edited */

/** @param {Line[]} lines @param {number} at @param {number} [caret] @returns {Edited} */
function edited(lines, at, caret = 0) {
    return { lines: renumbered(settled(lines)), at, caret };
}

/** @param {Line[]} lines @param {number} at @param {Partial<Line>} change @returns {Line[]} */
export function withLine(lines, at, change) {
    return spliced(lines, at, 1, { ...lines[at], ...change });
}

/** With the label that is usual at its place. @param {Line[]} lines @param {number} at @param {Style} [heading] */
function labelled(lines, at, heading) {
    return withLine(lines, at, { label: proposedLabel(lines, at, heading), auto: true });
}

/**
 * A new line at the caret: below the line where that has lines below it, above it where the caret is at its beginning. On an
 * empty line it goes a level up, as in Word.
 * @param {Line[]} lines @param {number} at @param {number} caret @param {Style} [heading] @returns {Edited}
 */
export function split(lines, at, caret, heading) {
    const line = lines[at];
    const [before, behind] = [line.text.slice(0, caret).trimEnd(), line.text.slice(caret).trimStart()];
    if (line.text === '' && blockEnd(lines, at) === at + 1) {
        const isUp = line.depth > 1 || (line.depth === 1 && lines.some((one) => one.depth === 0));
        if (isUp) return outdent(lines, at, heading);
    }
    if (before === '' && line.text !== '') {
        return edited(spliced(lines, at, 0, newLine(line.depth, likeLabel(line.label), '')), at + 1);
    }
    const deeper = line.depth === 0 || blockEnd(lines, at) > at + 1;
    const next = newLine(line.depth + (deeper ? 1 : 0), deeper ? '' : likeLabel(line.label), behind);
    const made = spliced(lines, at, 1, { ...line, text: before }, next);
    return edited(deeper ? labelled(made, at + 1) : made, at + 1);
}

/** A line below this one and what stands below it, of the same level. @param {Line[]} lines @param {number} at @returns {Edited} */
export function addBehind(lines, at) {
    const end = blockEnd(lines, at);
    const made = spliced(lines, end, 0, newLine(lines[at].depth, likeLabel(lines[at].label), ''));
    return edited(made, end);
}

/** A heading behind the section. @param {Line[]} lines @param {number} at @param {Style} [heading] @returns {Edited} */
export function addHeading(lines, at, heading) {
    let end = at + 1;
    while (end < lines.length && lines[end].depth > 0) ++end;
    return edited(labelled(spliced(lines, end, 0, newLine(0, '', '')), end, heading), end);
}

/** With the line above. An empty one of the two goes without a trace. @param {Line[]} lines @param {number} at @returns {Edited | null} */
export function joinUp(lines, at) {
    if (at === 0) return null;
    const [above, line] = [lines[at - 1], lines[at]];
    if (above.text === '' && above.depth >= line.depth) return edited(spliced(lines, at - 1, 1), at - 1, 0);
    const space = above.text !== '' && line.text !== '' && !/\s$/.test(above.text) ? ' ' : '';
    const made = spliced(lines, at - 1, 2, { ...above, text: above.text + space + line.text });
    return edited(made, at - 1, above.text.length + space.length);
}

/** @param {Line[]} lines @param {number} at @returns {Edited | null} */
export function joinDown(lines, at) {
    return at + 1 < lines.length ? joinUp(lines, at + 1) : null;
}

/**
 * What stands below gets other labels where they would be those of its parent, or were usual below its label before.
 * @param {Line[]} lines @param {number} at @param {Style | ''} before
 */
function relabelledBelow(lines, at, before) {
    let made = lines;
    for (let i = at + 1; i < blockEnd(made, at); ++i) {
        const parent = parentOf(made, i);
        const [above, own] = [styleOf(made[parent].label), styleOf(made[i].label)];
        const wasUsual = parent === at && before !== '' && before !== above && own === styleBelow(before);
        if (above !== '' && (own === above || wasUsual)) made = withLine(made, i, { label: firstLabel(styleBelow(above)), auto: true });
    }
    return made;
}

/** @param {Line[]} lines @param {number} at @param {1 | -1} step @param {Style} [heading] */
function shifted(lines, at, step, heading) {
    const end = blockEnd(lines, at);
    const made = lines.map((line, i) => (i >= at && i < end ? { ...line, depth: line.depth + step } : line));
    const isPlain = lines[at].label === '' && lines[at].depth + step > 0 && !(lines[at].text === '');
    return relabelledBelow(isPlain ? made : labelled(made, at, heading), at, styleOf(lines[at].label));
}

/** @param {Line[]} lines @param {number} at @returns {Edited | null} */
export function indent(lines, at) {
    const deepest = at === 0 ? 1 : lines[at - 1].depth + 1;
    return lines[at].depth >= deepest ? null : edited(shifted(lines, at, 1), at, lines[at].text.length);
}

/** @param {Line[]} lines @param {number} at @param {Style} [heading] @returns {Edited} */
export function outdent(lines, at, heading) {
    const made = lines[at].depth === 0 ? lines : shifted(lines, at, -1, heading);
    return edited(made, at, lines[at].text.length);
}

/**
 * Where a line would stand above its present place: past its neighbour, else at the end of what is above its parent; -1: nowhere.
 * @param {Line[]} lines
 * @param {number} at
 */
function placeAbove(lines, at) {
    const { depth } = lines[at];
    const isStop = (/** @type {number} */ i) => i >= 0 && lines[i].depth <= depth;
    let before = at - 1;
    while (before >= 0 && !isStop(before)) --before;
    if (before < 0 || lines[before].depth === depth) return before;
    const parent = before--;
    while (before >= 0 && lines[before].depth >= depth) --before;
    return before >= 0 && lines[before].depth === depth - 1 ? parent : -1;
}

/** Where what follows a line ends that it is moved past; -1: nowhere. @param {Line[]} lines @param {number} at */
function placeBelow(lines, at) {
    const end = blockEnd(lines, at);
    if (end >= lines.length) return -1;
    if (lines[end].depth === lines[at].depth) return blockEnd(lines, end);
    return lines[end].depth === lines[at].depth - 1 ? end + 1 : -1;
}

/**
 * With what stands below it, past its neighbour of the same level or into the next part.
 * @param {Line[]} lines
 * @param {number} at
 * @param {1 | -1} step
 * @returns {Edited | null}
 */
export function move(lines, at, step) {
    const end = blockEnd(lines, at);
    const to = step > 0 ? placeBelow(lines, at) : placeAbove(lines, at);
    if (to < 0) return null;
    const place = step > 0 ? to - (end - at) : to;
    return edited(moved(lines, at, end - at, place), place, lines[at].text.length);
}

/** What stands below it goes to the one above. @param {Line[]} lines @param {number} at @returns {Edited} */
export function remove(lines, at) {
    const rest = spliced(lines, at, 1);
    if (!rest.length) return edited([newLine(1, '', '')], 0);
    const to = Math.min(at, rest.length - 1);
    return edited(rest, to, rest[to].text.length);
}

/**
 * A label that was typed stays, unless it is the one that follows anyway.
 * @param {Line[]} lines
 * @param {number} at
 * @param {string} label
 * @returns {Edited}
 */
export function relabel(lines, at, label) {
    const automatic = renumbered(withLine(lines, at, { label, auto: true }))[at].label;
    return edited(withLine(lines, at, { label, auto: automatic === label }), at, lines[at].text.length);
}

/**
 * Another kind of label for the line and those beside it that had the same.
 * @param {Line[]} lines
 * @param {number} at
 * @param {Style | ''} style
 * @returns {Edited}
 */
export function restyle(lines, at, style) {
    const [old, parent] = [styleOf(lines[at].label), parentOf(lines, at)];
    const isBeside = (/** @type {Line} */ line, /** @type {number} */ i) =>
        old !== '' && line.depth === lines[at].depth && styleOf(line.label) === old && parentOf(lines, i) === parent;
    const made = lines.map((line, i) => (i === at || isBeside(line, i) ? { ...line, label: firstLabel(style), auto: true } : line));
    return edited(made, at, lines[at].text.length);
}

/**
 * "a) " typed at the beginning becomes the label; "Mục 1 " only where a heading begins.
 * @param {Line[]} lines
 * @param {number} at
 * @param {string} text what stands there now
 * @param {number} caret
 * @returns {Edited | null}
 */
export function labelTyped(lines, at, text, caret) {
    const typed = text.slice(0, caret);
    const label = labelOf(typed);
    if (!typed.endsWith(' ') || !label || /^[*(]/.test(typed)) return null;
    if (/\p{L}$/u.test(label.before.trim()) && label.after === '' && lines[at].depth > 0) return null;
    const made = withLine(lines, at, { text: text.slice(caret) });
    return { ...relabel(made, at, typed.trim()), caret: 0 };
}
