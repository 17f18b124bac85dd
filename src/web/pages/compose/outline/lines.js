// An outline as lines, as Word shows it: each with its depth; headings of sections have depth 0.

/** @typedef {{ label?: string, text: string, items?: Item[] }} Item */
/** @typedef {{ label?: string, title?: string, items?: Item[] }} Section */
/**
 * @typedef {{ id: number, depth: number, label: string, text: string, auto: boolean }} Line auto: the label follows from those before it
 */

let counter = 0;

/** @param {number} depth @param {string} label @param {string} text @param {boolean} [auto] @returns {Line} */
export function newLine(depth, label, text, auto = true) {
    return { id: ++counter, depth, label, text, auto };
}

/** @param {Item[]} items @param {number} depth @returns {Line[]} */
function linesBelow(items, depth) {
    return items.flatMap((item) => [newLine(depth, item.label ?? '', item.text), ...linesBelow(item.items ?? [], depth + 1)]);
}

/** A section without heading at the beginning has no line of its own. @param {Section[]} sections @returns {Line[]} */
export function linesOf(sections) {
    const lines = sections.flatMap((section, index) => {
        const bare = index === 0 && !section.label && !section.title && section.items?.length;
        return [...(bare ? [] : [newLine(0, section.label ?? '', section.title ?? '')]), ...linesBelow(section.items ?? [], 1)];
    });
    return lines.length ? lines : [newLine(1, '', '')];
}

/** Where the lines below a line end. @param {Line[]} lines @param {number} at */
export function blockEnd(lines, at) {
    let end = at + 1;
    while (end < lines.length && lines[end].depth > lines[at].depth) ++end;
    return end;
}

/** @param {Line[]} lines @param {number} at @returns {number} -1: none */
export function parentOf(lines, at) {
    let parent = at - 1;
    while (parent >= 0 && lines[parent].depth >= lines[at].depth) --parent;
    return parent;
}

/** No line is deeper than a step below the one above it. @param {Line[]} lines @returns {Line[]} */
export function settled(lines) {
    let above = 0;
    return lines.map((line) => {
        const depth = Math.min(line.depth, above + 1);
        above = depth;
        return depth === line.depth ? line : { ...line, depth };
    });
}

/**
 * The outline as data, with the pointer of each line below that of the list of sections. Empty lines with nothing below
 * them wait for what comes: they are not in it, their pointer is ''.
 * @param {Line[]} lines @param {(text: string) => string} clean
 */
export function outlineOf(lines, clean) {
    /** @type {Section[]} */
    const sections = [];
    /** @type {string[]} */
    const pointers = [];
    /** @type {{ depth: number, list: Item[], pointer: string }[]} lists that are open, the innermost last */
    let open = [];
    lines.forEach((line, at) => {
        const [label, text] = [clean(line.label), clean(line.text)];
        if (text === '' && blockEnd(lines, at) === at + 1 && (line.depth > 0 || label === '')) return void pointers.push('');
        if (line.depth === 0 || !sections.length) {
            /** @type {Item[]} */
            const items = [];
            const heading = line.depth === 0 ? { ...(label !== '' && { label }), ...(text !== '' && { title: text }) } : {};
            const pointer = `/${sections.push({ ...heading, items }) - 1}`;
            open = [{ depth: 1, list: items, pointer: `${pointer}/items` }];
            if (line.depth === 0) return void pointers.push(pointer);
        }
        while (open.length > 1 && open[open.length - 1].depth > line.depth) open.pop();
        const { list, pointer } = open[open.length - 1];
        /** @type {Item[]} */
        const items = [];
        const own = `${pointer}/${list.push({ ...(label !== '' && { label }), text, items }) - 1}`;
        pointers.push(own);
        open.push({ depth: line.depth + 1, list: items, pointer: `${own}/items` });
    });
    sections.forEach(withoutEmptyLists);
    return { sections, pointers };
}

/** @param {Section | Item} part */
function withoutEmptyLists(part) {
    part.items?.forEach(withoutEmptyLists);
    if (!part.items?.length) delete part.items;
}
