// Keeps what is written: with the service soon after typing stops, in this browser until it is there. What is kept, and where, a
// class that extends this one says.
import { ApiProblem, connection, isHeld } from '../shell/api.js';
import { debounced } from '../shell/dom.js';
import { live } from '../shell/live.js';

/**
 * @typedef {{ id: number, version: number, by: string, updated: string }} Item
 * @typedef {'new' | 'saved' | 'changed' | 'saving' | 'offline' | 'conflict' | 'gone' | 'failed'} State
 *     new: nothing was written yet; conflict: somebody else saved it; gone: it is there no more; failed: the service refuses it
 */

const saveAfter = 1200;
const copyAfter = 250;
/** The service may be away without any sign that it is back. */
const tryAgainAfter = 5000;
/** A browser sends at most 64 kB on behalf of a page that is closed. */
const mostWhenClosed = 60000;

/** @template Content @abstract */
export class Keeper extends EventTarget {
    /**
     * @param {EventTarget} changes tells "change"
     * @param {() => Content} content what there is now; another object after each change
     * @param {Item | null} item null: the service does not know it yet
     * @param {string} event by which the service tells of changes
     */
    constructor(changes, content, item, event) {
        super();
        this.content = content;
        this.item = item;
        /** @type {State} */
        this.state = item ? 'saved' : 'new';
        /** The newest version that the service told of. */
        this.heard = item;
        /** @type {Content | null} */
        this.kept = content();
        /** @type {Promise<void> | null} */
        this.saving = null;
        /** @type {unknown} */
        this.fault = null;
        this.copied = true;
        this.copySoon = debounced(copyAfter, () => this.copy());
        this.saveSoon = debounced(saveAfter, () => this.save());
        this.tryAgain = debounced(tryAgainAfter, () => this.save());
        this.listen(changes, event);
    }

    /** Sends it to the service. @param {Content} _content @param {boolean} _keepalive @returns {Promise<Item>} */
    send(_content, _keepalive) {
        throw new Error('abstract');
    }

    /** What the service has. @returns {Promise<{ item: Item, content: Content }>} */
    load() {
        throw new Error('abstract');
    }

    /** Keeps it in this browser; whether it could. @returns {boolean} */
    keepCopy() {
        throw new Error('abstract');
    }

    /** It is not needed in this browser any more. */
    dropCopy() {}

    /** How long it is on its way. @param {Content} content */
    size(content) {
        return JSON.stringify(content).length * 3;
    }

    /** @param {EventTarget} changes @param {string} event */
    listen(changes, event) {
        const control = (this.open = new AbortController());
        const { signal } = control;
        changes.addEventListener('change', () => this.changed(), { signal });
        connection.addEventListener('online', () => this.state === 'offline' && !this.saving && this.save(), { signal });
        live.addEventListener(event, (told) => this.hear(/** @type {CustomEvent} */ (told).detail), { signal });
        window.addEventListener('pagehide', () => this.isUnsaved() && this.copy(), { signal });
        document.addEventListener('visibilitychange', () => document.hidden && this.isUnsaved() && this.save(), { signal });
        window.addEventListener('beforeunload', (leaving) => this.closing(leaving), { signal });
    }

    /** Stops; what is not with the service stays in this browser. */
    close() {
        if (this.isUnsaved()) this.copy();
        this.open?.abort();
        this.saveSoon.cancel();
        this.copySoon.cancel();
        this.tryAgain.cancel();
    }

    /** What is there now is not to be kept. */
    abandon() {
        this.kept = this.content();
        this.close();
        this.dropCopy();
    }

    isUnsaved() {
        return this.kept !== this.content();
    }

    /** @param {State} state */
    tell(state) {
        this.state = state;
        this.dispatchEvent(new Event('state'));
    }

    changed() {
        if (!this.isUnsaved()) {
            if (this.state === 'changed') this.settle('saved'); // undone
            return;
        }
        this.copySoon();
        if (this.state === 'conflict' || this.state === 'gone') return; // somebody has to decide first
        this.saveSoon();
        if (!this.saving && this.state !== 'offline') this.tell('changed');
    }

    copy() {
        this.copied = this.keepCopy();
    }

    /** A window that is closed: what it wrote last goes out with it where it is small, else the person is asked. @param {BeforeUnloadEvent} event */
    closing(event) {
        if (!this.isUnsaved()) return;
        this.copy();
        if (this.copied && isHeld()) return; // nothing can be sent now: it is here when its user is back
        if (this.state === 'changed' && this.copied && this.size(this.content()) < mostWhenClosed) this.save(true);
        else event.preventDefault();
    }

    /** @param {Item} item as an event tells it */
    hear(item) {
        if (item.id !== this.item?.id) return;
        if (!this.heard || item.version >= this.heard.version) this.heard = item;
        if (!this.saving) this.dispatchEvent(new Event('state'));
    }

    /** Whether somebody else saved it since. */
    isOvertaken() {
        return Boolean(this.item && this.heard && this.heard.version > this.item.version && !this.saving);
    }

    /** Saves what there is now. Resolves when it is saved, or known why not: see state. @param {boolean} [closing] */
    async save(closing = false) {
        this.saveSoon.cancel();
        while (this.saving) await this.saving;
        if (this.state === 'conflict' || this.state === 'gone' || !this.isUnsaved()) return;
        this.saving = this.transfer(this.content(), closing);
        this.tell('saving');
        await this.saving;
    }

    /** @param {Content} content @param {boolean} keepalive */
    async transfer(content, keepalive) {
        /** @type {State} */
        let state;
        try {
            this.take(await this.send(content, keepalive), content);
            state = this.content() === content ? 'saved' : 'changed';
        } catch (fault) {
            state = await this.afterFault(fault, content);
        }
        this.saving = null;
        this.settle(state);
    }

    /** @param {State} state what came of a call, or of a decision */
    settle(state) {
        if (state === 'saved') {
            this.saveSoon.cancel();
            this.copySoon.cancel();
            this.dropCopy();
        } else if (state === 'changed') this.saveSoon();
        else if (state === 'offline') this.tryAgain();
        this.tell(state);
    }

    /** @param {Item} item @param {Content | null} content what the service has of it now */
    take(item, content) {
        this.item = item;
        if (!this.heard || this.heard.id !== item.id || this.heard.version < item.version) this.heard = item;
        this.kept = content;
    }

    /** @param {unknown} fault @param {Content} content @returns {Promise<State>} */
    async afterFault(fault, content) {
        const status = fault instanceof ApiProblem ? fault.status : 0;
        this.fault = fault;
        if (status === 404) return 'gone';
        if (status !== 412) return status >= 400 && status < 500 && status !== 401 && status !== 429 ? 'failed' : 'offline';
        try {
            const theirs = await this.load();
            this.heard = theirs.item;
            if (JSON.stringify(theirs.content) !== JSON.stringify(content)) return 'conflict';
            this.take(theirs.item, content); // an earlier call of ours, whose answer was lost
            return this.content() === content ? 'saved' : 'changed';
        } catch {
            return 'offline';
        }
    }

    /** Goes on from this version: theirs was loaded, or ours is to replace it. @param {Item} item @param {Content | null} content what the service has */
    goOnFrom(item, content) {
        this.take(item, content);
        this.settle(this.isUnsaved() ? 'changed' : 'saved');
    }
}
