// Keeps what a clerk puts right of a reading.
import { Keeper } from '../../parts/keeper.js';
import { ask } from '../../shell/api.js';
import { contentOf, servedContent } from './model.js';

/**
 * @typedef {import('./model.js').Content} Content
 * @typedef {import('./desk.js').Reading} Reading
 */

/** @param {string} user @param {number} id */
const copyKey = (user, id) => `vanthu.reading.copy.${user}.${id}`;

/** What was not saved when the page went. @param {string} user @param {number} id @returns {{ version: number, content: Content } | null} */
export function copyOf(user, id) {
    try {
        const { version, served } = JSON.parse(localStorage.getItem(copyKey(user, id)) ?? '');
        return { version, content: contentOf(served) };
    } catch {
        return null;
    }
}

/** @extends {Keeper<Content>} */
export class ReadingKeeper extends Keeper {
    /** @param {string} user @param {import('./work_store.js').WorkStore} store @param {Reading} reading */
    constructor(user, store, reading) {
        super(store, () => store.content, reading, 'reading');
        this.key = copyKey(user, reading.id);
    }

    get id() {
        return /** @type {import('../../parts/keeper.js').Item} */ (this.item).id;
    }

    /** @param {Content} content @param {boolean} keepalive @override */
    send(content, keepalive) {
        return ask('PUT', `/readings/${this.id}`, { json: servedContent(content), headers: { 'If-Match': `"${this.item?.version}"` }, keepalive });
    }

    /** @override */
    async load() {
        const { reading, content } = await ask('GET', `/readings/${this.id}`);
        return { item: reading, content: contentOf({ ...content, review: reading.review }) };
    }

    /** @override */
    keepCopy() {
        try {
            localStorage.setItem(this.key, JSON.stringify({ version: this.item?.version, served: servedContent(this.content()) }));
            return true;
        } catch {
            return false; // full, or forbidden
        }
    }

    /** @override */
    dropCopy() {
        localStorage.removeItem(this.key);
    }

    /** @param {Content} content @override */
    size(content) {
        return JSON.stringify(servedContent(content)).length * 3;
    }
}
