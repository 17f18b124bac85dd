// Keeps a draft; one that the service does not know yet is made when something is written.
import { Keeper } from '../../parts/keeper.js';
import { ask } from '../../shell/api.js';
import { dropCopy, keepCopy, newKey } from './local_copies.js';

/**
 * @typedef {import('./new_document.js').Document} Document
 * @typedef {{ id: number, version: number, by: string, created: string, updated: string }} Draft
 */

/** How many of the newest drafts one may be among whose making was not answered. */
const mostSearched = 5;

/** Event "named" beside those of a keeper: the draft has an id now, or another. @extends {Keeper<Document>} */
export class DraftKeeper extends Keeper {
    /**
     * @param {string} user
     * @param {import('./document_store.js').DocumentStore} store
     * @param {Draft | null} draft null: the service does not know it yet
     */
    constructor(user, store, draft) {
        super(store, () => store.document, draft, 'draft');
        this.store = store;
        this.key = newKey(user);
        /** A draft may have been made whose answer was lost. */
        this.mayBeThere = false;
    }

    /** @param {Document} document @param {boolean} keepalive @override @returns {Promise<Draft>} */
    async send(document, keepalive) {
        const options = { json: { document }, keepalive };
        if (this.item) return ask('PUT', `/drafts/${this.item.id}`, { ...options, headers: { 'If-Match': `"${this.item.version}"` } });
        const lost = this.mayBeThere && (await this.findLost(document));
        if (lost) return lost;
        this.mayBeThere = true;
        const made = await ask('POST', '/drafts', options);
        this.mayBeThere = false;
        return made;
    }

    /** @param {Document} document @returns {Promise<Draft | undefined>} */
    async findLost(document) {
        const { drafts } = await ask('GET', '/drafts');
        for (const { id, title, kind } of drafts.slice(0, mostSearched)) {
            if (kind !== document.kind || title !== document.subject) continue;
            const draft = await ask('GET', `/drafts/${id}`);
            if (JSON.stringify(draft.document) === JSON.stringify(document)) return draft;
        }
    }

    /** @override */
    async load() {
        const draft = await ask('GET', `/drafts/${this.item?.id}`);
        return { item: draft, content: draft.document };
    }

    /** @override */
    keepCopy() {
        const { item, key, store } = this;
        return keepCopy({
            key,
            draft: item?.id ?? null,
            version: item?.version ?? 0,
            document: store.document,
            at: new Date().toISOString(),
        });
    }

    /** @override */
    dropCopy() {
        dropCopy(this.key);
    }

    /** @param {Draft} draft @param {Document | null} document @override */
    take(draft, document) {
        const isNamed = this.item?.id !== draft.id;
        super.take(draft, document);
        if (isNamed) this.dispatchEvent(new Event('named'));
    }

    /** Goes on as a draft of its own. */
    async saveAsNew() {
        this.item = this.heard = null;
        this.kept = null;
        this.tell('changed');
        await this.save();
    }
}
