// Files on their way to the desk. They go on while other pages are looked at; one that breaks off harms no other.
import { ApiProblem, ask, connection, upload } from '../../shell/api.js';
import { t } from './words.js';

/**
 * @typedef {{ key: number, name: string, file: File, part: number, state: 'waiting' | 'sending' | 'broken', reason: string, hint: string,
 *     isHopeless: boolean, isUnlikely: boolean, stop: AbortController }} Upload
 *     isHopeless: sending it again would end the same way; isUnlikely: by its name it is no document
 */

const mostMegabytes = 100;
const readable = /\.(pdf|docx?|rtf|txt|md|png|jpe?g|tiff?)$/i;
const rubbish = /^(~\$|\.)|^(thumbs\.db|desktop\.ini)$/i;

/** Dispatches "change" with an upload as detail, and "read" with the reading that one became. */
class Uploads extends EventTarget {
    constructor() {
        super();
        /** @type {Upload[]} */
        this.list = [];
        this.count = 0;
        this.isOffline = false;
        connection.addEventListener('offline', () => (this.isOffline = true));
        connection.addEventListener('online', () => {
            if (!this.isOffline) return;
            this.isOffline = false;
            this.send();
        });
        window.addEventListener('beforeunload', (event) => this.list.length && event.preventDefault());
    }

    /** @param {File[]} files */
    add(files) {
        const names = new Intl.Collator('vi', { numeric: true });
        const wanted = files.filter((file) => !rubbish.test(file.name)).sort((a, b) => names.compare(a.name, b.name));
        for (const file of wanted) {
            const fresh = { part: 0, reason: '', hint: '', isHopeless: false, stop: new AbortController() };
            /** @type {Upload} */
            const one = { ...fresh, key: ++this.count, name: file.name, file, state: 'waiting', isUnlikely: !readable.test(file.name) };
            this.list.push(one);
            if (file.size > mostMegabytes * 1024 * 1024) this.breakOff(one, t('tooLarge', { limit: mostMegabytes }), t('tooLargeHint'), true);
            else if (one.isUnlikely) this.breakOff(one, t('unlikely'), t('unlikelyHint'));
        }
        this.tell();
        this.send();
    }

    /** @param {Upload} one */
    retry(one) {
        one.state = 'waiting';
        one.part = 0;
        one.stop = new AbortController();
        this.isOffline = false;
        this.tell(one);
        this.send();
    }

    retryAll() {
        for (const one of this.list.filter((upload) => upload.state === 'broken' && !upload.isHopeless)) this.retry(one);
    }

    /** @param {Upload} one */
    cancel(one) {
        one.stop.abort();
        this.remove(one);
    }

    send() {
        // One after the other: so the pile is in the order in which it came.
        const next = this.list.find((one) => one.state === 'waiting');
        if (!next || this.isOffline || this.list.some((one) => one.state === 'sending')) return;
        next.state = 'sending';
        this.transfer(next);
    }

    /** @param {Upload} one */
    async transfer(one) {
        this.tell(one);
        try {
            const progress = (/** @type {number} */ part) => {
                one.part = part;
                this.tell(one);
            };
            const reading = await upload('/readings', one.file, progress, one.stop.signal);
            this.remove(one);
            this.dispatchEvent(new CustomEvent('read', { detail: reading }));
        } catch (fault) {
            if (!one.stop.signal.aborted) this.explain(one, fault);
        }
        this.send();
    }

    /** @param {Upload} one @param {unknown} fault */
    explain(one, fault) {
        if (!(fault instanceof ApiProblem)) return this.breakOff(one, String(fault), t('brokenHint'));
        if (fault.status === 0) {
            this.pause();
            return this.breakOff(one, t('lost'), t('lostHint'));
        }
        if (fault.status === 413) return this.breakOff(one, t('tooLarge', { limit: mostMegabytes }), t('tooLargeHint'), true);
        this.breakOff(one, fault.message, fault.findings[0]?.hint || t('brokenHint'));
    }

    /** Those that wait stay whole until the service answers again. */
    pause() {
        this.isOffline = true;
        setTimeout(() => {
            if (this.isOffline) ask('GET', '/health').catch(() => this.pause());
        }, 2000);
    }

    /** @param {Upload} one @param {string} reason @param {string} hint @param {boolean} [isHopeless] */
    breakOff(one, reason, hint, isHopeless = false) {
        Object.assign(one, { state: 'broken', reason, hint, isHopeless });
        this.tell(one);
    }

    /** @param {Upload} one */
    remove(one) {
        this.list = this.list.filter((other) => other !== one);
        this.tell();
    }

    /** @param {Upload} [one] */
    tell(one) {
        this.dispatchEvent(new CustomEvent('change', { detail: one }));
    }
}

export const uploads = new Uploads();
