// Doubts beside their fields and in their cells, and walking from one to the next.
import { sameTarget } from './spots.js';
import { markSeen } from './work_store.js';
import { withSureCell } from './table_edit.js';

/**
 * @typedef {import('./doubts.js').Doubt} Doubt
 * @typedef {import('./spots.js').Target} Target
 * @typedef {import('./work_store.js').WorkStore} Store
 */

/** In the order of the form. */
const order = [
    ...['kind', 'type', 'issuer', 'number', 'symbol', 'place', 'date', 'subject', 'addressees', 'authority', 'legal_bases', 'enactment'],
    ...['articles', 'sections', 'recipients', 'signature', 'attachments', 'marks', 'drafter_mark', 'contact'],
];

/** @param {string} pointer */
const rank = (pointer) => order.indexOf(pointer.split('/')[1]);

/** Pointers of values that may be doubtful. @param {any} document @param {Iterable<string>} told of which findings speak */
export function valuePointers(document, told) {
    const all = [...new Set([...Object.keys(document.provenance ?? {}), ...told])];
    // A table is looked at cell by cell; the number of an article stands where its first paragraph does.
    const own = all.filter((pointer) => !/\/table(\/|$)|^\/articles\/\d+\/number$/.test(pointer) && rank(pointer) >= 0);
    const compared = new Intl.Collator('en', { numeric: true });
    return own.sort((a, b) => rank(a) - rank(b) || compared.compare(a, b));
}

/** @param {Doubt} doubt @param {string} pointer @returns {import('../compose/findings.js').Weighed} */
function finding({ reasons }, pointer) {
    return { code: 'doubt', severity: 'warning', weight: 'warning', message: reasons.join('; '), pointer };
}

/** Of the values. @param {Doubt[]} doubts */
export function fieldFindings(doubts) {
    return doubts.flatMap((doubt) => ('pointer' in doubt.target ? [finding(doubt, doubt.target.pointer)] : []));
}

/** Of the cells of a table, by "row,column". @param {Doubt[]} doubts @param {number} table */
export function cellFindings(doubts, table) {
    /** @type {Map<string, import('../../shell/api.js').Finding[]>} */
    const marks = new Map();
    for (const doubt of doubts) {
        const { target } = doubt;
        if ('table' in target && target.table === table) marks.set(`${target.row},${target.column}`, [finding(doubt, '')]);
    }
    return marks;
}

/** How many of the doubts are of values, and of each table. @param {Doubt[]} doubts */
export function counted(doubts) {
    const tables = new Map();
    for (const { target } of doubts) if ('table' in target) tables.set(target.table, (tables.get(target.table) ?? 0) + 1);
    return { values: doubts.filter(({ target }) => 'pointer' in target).length, tables };
}

/** Says that somebody has held it against the page. @param {Store} store @param {Target} target */
export function confirmSeen(store, target) {
    const { content } = store;
    if ('pointer' in target) store.apply({ ...content, document: markSeen(content.document, target.pointer) }, { target });
    else store.putTable(target.table, withSureCell(content.tables[target.table], target.row, target.column), { target });
}

/** @param {Target} target @returns {[number, number, number, string]} */
function position(target) {
    return 'pointer' in target ? [-1, rank(target.pointer), 0, target.pointer] : [target.table, target.row, target.column, ''];
}

/** @param {Target} a @param {Target} b */
function compare(a, b) {
    const [one, other] = [position(a), position(b)];
    const collator = new Intl.Collator('en', { numeric: true });
    return one[0] - other[0] || one[1] - other[1] || one[2] - other[2] || collator.compare(one[3], other[3]);
}

/** The doubt behind what is selected, or before it; from the other end where there is none. @param {Doubt[]} doubts @param {Target | null} from @param {1 | -1} step */
export function nextDoubt(doubts, from, step) {
    const others = doubts.filter(({ target }) => !sameTarget(target, from));
    if (step < 0) others.reverse();
    return others.find(({ target }) => from && compare(target, from) * step > 0) ?? others[0];
}

/** @param {import('./model.js').Spot[]} spots @param {boolean} isDoubtful @returns {import('../../parts/pdf_sheet.js').Mark[]} */
export function outlines(spots, isDoubtful) {
    return spots.map(([page, ...rest]) => ({ page, box: rest.slice(0, 4), kind: isDoubtful ? 'doubtful' : '' }));
}
