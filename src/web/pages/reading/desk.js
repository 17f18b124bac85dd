// What lies on the desk: the old documents that are being read, kept as they are in the service.
import { ask } from '../../shell/api.js';
import { live } from '../../shell/live.js';

/**
 * @typedef {'unchecked' | 'confirmed' | 'corrected' | 'rejected'} Review
 * @typedef {{ id: number, name: string, state: 'waiting' | 'reading' | 'done' | 'failed', review: Review, by: string, created: string,
 *     updated: string, version: number, pages?: number, confidence?: number, warnings?: number, number?: string, symbol?: string,
 *     date?: string, subject?: string,
 *     diagnostics?: import('../../shell/api.js').Finding[], progress?: { done: number, total: number } }} Reading
 */

/** What the least sure sheet of a document must reach. */
const sure = 0.9;

export const filters = /** @type {const} */ (['unchecked', 'doubtful', 'failed', 'all']);
/** @typedef {typeof filters[number]} Filter */

/** @param {Reading} reading @param {Filter} filter */
export function fits(reading, filter) {
    if (filter === 'unchecked') return reading.review === 'unchecked' && reading.state !== 'failed';
    if (filter === 'failed') return reading.state === 'failed';
    if (filter === 'doubtful') return reading.state === 'done' && isDoubtful(reading);
    return true;
}

/** @param {Reading} reading */
export function isDoubtful(reading) {
    return (reading.warnings ?? 0) > 0 || (reading.confidence ?? 1) < sure;
}

/** Dispatches "change", with the reading as detail where it is only one. */
export class Desk extends EventTarget {
    constructor() {
        super();
        /** @type {Map<number, Reading>} */
        this.readings = new Map();
        /** Removed here, perhaps not yet in the service. @type {Set<number>} */
        this.removed = new Set();
        this.stopper = new AbortController();
        const { signal } = this.stopper;
        live.addEventListener('reading', (event) => this.take(/** @type {CustomEvent} */ (event).detail), { signal });
        live.addEventListener('removal', (event) => this.hear(/** @type {CustomEvent} */ (event).detail), { signal });
        live.addEventListener('open', () => this.load().catch(() => {}), { signal });
    }

    /** @param {{ kind: string, id: number }} removal */
    hear({ kind, id }) {
        if (kind === 'reading') this.drop(id);
    }

    stop() {
        this.stopper.abort();
    }

    async load() {
        /** @type {{ readings: Reading[] }} */
        const { readings } = await ask('GET', '/readings');
        const newest = readings.map((reading) => {
            const known = this.readings.get(reading.id);
            return known && known.version > reading.version ? known : reading; // it changed while the list was on its way
        });
        this.readings = new Map(newest.map((reading) => [reading.id, reading]));
        this.dispatchEvent(new CustomEvent('change'));
    }

    /** @param {Reading} reading */
    take(reading) {
        const known = this.readings.get(reading.id);
        if (known && known.version > reading.version) return;
        this.readings.set(reading.id, reading);
        this.dispatchEvent(new CustomEvent('change', { detail: reading }));
    }

    /** @param {number} id */
    drop(id) {
        if (this.readings.delete(id)) this.dispatchEvent(new CustomEvent('change'));
    }

    /** In the order in which they came, as a pile is worked off. @param {Filter} [filter] */
    list(filter = 'all') {
        const all = [...this.readings.values()].filter((reading) => !this.removed.has(reading.id) && fits(reading, filter));
        return all.sort((a, b) => a.id - b.id);
    }

    /** The next or previous one that has been read. @param {number} id @param {1 | -1} step @param {(reading: Reading) => boolean} [wanted] */
    beside(id, step, wanted = () => true) {
        const all = this.list().filter((reading) => reading.state === 'done');
        const others = step > 0 ? all.filter((reading) => reading.id > id) : all.filter((reading) => reading.id < id).reverse();
        return others.find(wanted);
    }

    /** How many have been looked over, of those that were read. */
    progress() {
        const read = this.list().filter((reading) => reading.state === 'done');
        return { checked: read.filter((reading) => reading.review !== 'unchecked').length, all: read.length };
    }
}
