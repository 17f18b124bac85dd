// Files on their way into the archive. They go on while other pages are looked at.
import { ApiProblem, upload } from '../../shell/api.js';

/**
 * @typedef {object} Addition
 * @property {File} file
 * @property {'waiting' | 'sending' | 'reading' | 'added' | 'twin' | 'sameNumber' | 'failed'} state
 * @property {number} part of the file that is sent, 0 to 1
 * @property {string} id of the document that it became, or that is there already
 * @property {any} answer of the service
 * @property {string} reason
 * @property {string} hint
 * @property {string} query how it is to be added
 */

/** At a time: a scan, which takes long, does not hold up the others. */
const together = 2;

/** Dispatches "change". */
class Additions extends EventTarget {
    constructor() {
        super();
        /** @type {Addition[]} */
        this.list = [];
        this.busy = 0;
        window.addEventListener('beforeunload', (event) => this.busy > 0 && event.preventDefault());
    }

    /** @param {File[]} files @param {string} [replaces] id of the document of which they are new versions */
    add(files, replaces = '') {
        const query = replaces && `?replaces=${encodeURIComponent(replaces)}`;
        for (const file of files) this.list.push({ file, state: 'waiting', part: 0, id: '', answer: null, reason: '', hint: '', query });
        this.work();
    }

    /** Once more, in another way. @param {Addition} one @param {string} [query] */
    again(one, query = one.query) {
        Object.assign(one, { state: 'waiting', part: 0, query });
        this.work();
    }

    /** @param {Addition} one */
    remove(one) {
        this.list = this.list.filter((other) => other !== one);
        this.tell();
    }

    clearDone() {
        this.list = this.list.filter((one) => one.state !== 'added' && one.state !== 'twin');
        this.tell();
    }

    work() {
        this.tell();
        while (this.busy < together) {
            const next = this.list.find((one) => one.state === 'waiting');
            if (!next) return;
            this.busy++;
            this.send(next).then(() => {
                this.busy--;
                this.work();
            });
        }
    }

    /** @param {Addition} one */
    async send(one) {
        one.state = 'sending';
        this.tell();
        const progress = (/** @type {number} */ part) => {
            one.part = part;
            if (part === 1) one.state = 'reading';
            this.tell();
        };
        try {
            one.answer = await upload(`/archive${one.query}`, one.file, progress);
            one.id = one.answer.id;
            one.state = 'added';
        } catch (fault) {
            this.explain(one, fault);
        }
    }

    /** @param {Addition} one @param {unknown} fault */
    explain(one, fault) {
        one.state = 'failed';
        one.reason = fault instanceof Error ? fault.message : String(fault);
        if (!(fault instanceof ApiProblem)) return;
        one.hint = fault.findings[0]?.hint ?? '';
        one.answer = fault.body;
        if (fault.code === 'archive-twin') one.state = 'twin';
        if (fault.code === 'archive-twin-number') one.state = 'sameNumber';
        one.id = fault.body.id ?? '';
    }

    tell() {
        this.dispatchEvent(new Event('change'));
    }
}

export const additions = new Additions();
