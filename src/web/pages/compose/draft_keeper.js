// Keeps what is written: with the service soon after typing stops, in this browser until it is there.
import { ApiProblem, ask, connection } from '../../shell/api.js';
import { debounced } from '../../shell/dom.js';
import { live } from '../../shell/live.js';
import { dropCopy, keepCopy, newKey } from './local_copies.js';

/**
 * @typedef {{ id: number, version: number, by: string, updated: string, document?: any }} Draft
 * @typedef {'new' | 'saved' | 'changed' | 'saving' | 'offline' | 'conflict' | 'gone' | 'failed'} State
 *     new: nothing was written yet; conflict: somebody else saved it; gone: it is there no more; failed: the service refuses it
 */

const saveAfter = 1200;
const copyAfter = 250;
/** The service may be away without any sign that it is back. */
const tryAgainAfter = 5000;
/** A browser sends at most 64 kB on behalf of a page that is closed. */
const mostWhenClosed = 60000;

const same = (/** @type {any} */ a, /** @type {any} */ b) => a === b || JSON.stringify(a) === JSON.stringify(b);

/** Events: "state", "named" (it has an id now). */
export class DraftKeeper extends EventTarget {
    /**
     * @param {string} user
     * @param {import('./document_store.js').DocumentStore} store
     * @param {Draft | null} draft null: the service does not know it yet
     */
    constructor(user, store, draft) {
        super();
        this.store = store;
        this.draft = draft;
        /** @type {State} */
        this.state = draft ? 'saved' : 'new';
        /** The newest version that the service told of. @type {Draft | null} */
        this.heard = draft;
        /** What the service has. @type {any} */
        this.kept = store.document;
        this.key = newKey(user);
        /** @type {Promise<void> | null} */
        this.saving = null;
        this.mayBeThere = false;
        this.copied = true;
        this.copySoon = debounced(copyAfter, () => this.copy());
        this.saveSoon = debounced(saveAfter, () => this.save());
        this.tryAgain = debounced(tryAgainAfter, () => this.save());
        this.listeners();
    }

    listeners() {
        const control = (this.open = new AbortController());
        const { signal } = control;
        this.store.addEventListener('change', () => this.changed(), { signal });
        connection.addEventListener('online', () => this.state === 'offline' && !this.saving && this.save(), { signal });
        live.addEventListener('draft', (event) => this.hear(/** @type {CustomEvent} */ (event).detail), { signal });
        window.addEventListener('pagehide', () => this.isUnsaved() && this.copy(), { signal });
        document.addEventListener('visibilitychange', () => document.hidden && this.isUnsaved() && this.save(), { signal });
        window.addEventListener('beforeunload', (event) => this.closing(event), { signal });
    }

    /** Stops; what is not with the service stays in this browser. */
    close() {
        this.open?.abort();
        this.saveSoon.cancel();
        this.copySoon.cancel();
        this.tryAgain.cancel();
    }

    /** Nothing more is to be kept: the document is archived, or thrown away. */
    finish() {
        this.close();
        dropCopy(this.key);
    }

    isUnsaved() {
        return this.state !== 'new' && this.kept !== this.store.document;
    }

    /** @param {State} state */
    tell(state) {
        this.state = state;
        this.dispatchEvent(new Event('state'));
    }

    changed() {
        this.copySoon();
        if (this.state === 'conflict' || this.state === 'gone') return; // somebody has to decide first
        this.saveSoon();
        if (!this.saving && this.state !== 'offline') this.tell('changed');
    }

    copy() {
        const { draft, key, store } = this;
        this.copied = keepCopy({ key, draft: draft?.id ?? null, version: draft?.version ?? 0, document: store.document, at: new Date().toISOString() });
    }

    /** A window that is closed: what it wrote last goes out with it where it is small, else the person is asked. @param {BeforeUnloadEvent} event */
    closing(event) {
        if (!this.isUnsaved()) return;
        this.copy();
        const isSmall = JSON.stringify(this.store.document).length * 3 < mostWhenClosed;
        if (this.state === 'changed' && this.copied && isSmall) this.save(true);
        else event.preventDefault();
    }

    /** @param {Draft} draft as an event tells it */
    hear(draft) {
        if (draft.id !== this.draft?.id) return;
        this.heard = draft;
        if (!this.saving) this.dispatchEvent(new Event('state'));
    }

    /** Whether somebody else saved it since. */
    isOvertaken() {
        return Boolean(this.draft && this.heard && this.heard.version > this.draft.version && !this.saving);
    }

    /** Saves what there is now. Resolves when it is saved, or known why not: see state. @param {boolean} [closing] */
    async save(closing = false) {
        this.saveSoon.cancel();
        while (this.saving) await this.saving;
        if (this.state === 'conflict' || this.state === 'gone' || !this.isUnsaved()) return;
        this.saving = this.send(this.store.document, closing);
        this.tell('saving');
        await this.saving;
    }

    /** @param {any} document @param {boolean} keepalive */
    async send(document, keepalive) {
        /** @type {State} */
        let state;
        try {
            this.take(await this.ask(document, keepalive), document);
            state = this.store.document === document ? 'saved' : 'changed';
        } catch (fault) {
            state = await this.afterFault(fault, document);
        }
        this.saving = null;
        this.settle(state);
    }

    /** @param {State} state what a call to the service came to */
    settle(state) {
        if (state === 'saved') {
            this.saveSoon.cancel();
            this.copySoon.cancel();
            dropCopy(this.key);
        } else if (state === 'changed') this.saveSoon();
        else if (state === 'offline') this.tryAgain();
        this.tell(state);
    }

    /** @param {any} document @param {boolean} keepalive @returns {Promise<Draft>} */
    async ask(document, keepalive) {
        const options = { json: { document }, keepalive };
        if (this.draft) return ask('PUT', `/drafts/${this.draft.id}`, { ...options, headers: { 'If-Match': `"${this.draft.version}"` } });
        if (this.mayBeThere) {
            const found = await this.findLost(document);
            if (found) return found;
        }
        this.mayBeThere = true;
        const made = await ask('POST', '/drafts', options);
        this.mayBeThere = false;
        return made;
    }

    /** A draft that an earlier call made whose answer was lost. @param {any} document @returns {Promise<Draft | undefined>} */
    async findLost(document) {
        const { drafts } = await ask('GET', '/drafts');
        for (const { id, title, kind } of drafts.slice(0, 5)) {
            if (kind !== document.kind || title !== document.subject) continue;
            const draft = await ask('GET', `/drafts/${id}`);
            if (same(draft.document, document)) return draft;
        }
    }

    /** @param {Draft} draft @param {any} document what it holds now */
    take(draft, document) {
        const isNamed = !this.draft || this.draft.id !== draft.id;
        this.draft = draft;
        if (!this.heard || this.heard.id !== draft.id || this.heard.version < draft.version) this.heard = draft;
        this.kept = document;
        if (isNamed) this.dispatchEvent(new Event('named'));
    }

    /** @param {unknown} fault @param {any} document @returns {Promise<State>} */
    async afterFault(fault, document) {
        const status = fault instanceof ApiProblem ? fault.status : 0;
        this.fault = fault;
        if (status === 404) return 'gone';
        if (status !== 412) return [400, 403, 413].includes(status) ? 'failed' : 'offline';
        try {
            const theirs = await ask('GET', `/drafts/${this.draft?.id}`);
            this.heard = theirs;
            if (!same(theirs.document, document)) return 'conflict';
            this.take(theirs, document); // an earlier call of ours, whose answer was lost
            return this.store.document === document ? 'saved' : 'changed';
        } catch {
            return 'offline';
        }
    }

    /** Goes on with this draft: theirs was loaded, or ours is to replace it. @param {Draft} draft @param {any} document what the service has */
    goOnWith(draft, document) {
        this.take(draft, document);
        this.settle(this.isUnsaved() ? 'changed' : 'saved');
    }

    /** Goes on as a new draft. */
    async saveAsNew() {
        this.draft = this.heard = null;
        this.kept = null;
        this.tell('changed');
        await this.save();
    }
}
