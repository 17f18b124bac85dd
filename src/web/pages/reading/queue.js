// The queue: files go in above, what became of each stands below.
import { ask } from '../../shell/api.js';
import { fill, h } from '../../shell/dom.js';
import { t as shellWord } from '../../shell/language.js';
import { tell } from '../../shell/notices.js';
import { confirmAgain, hasWork, readAgain } from './again.js';
import { Desk, filters, fits } from './desk.js';
import { dropZone } from './drop_zone.js';
import { QueueLine } from './queue_line.js';
import { removeReading } from './removal.js';
import { uploadLine } from './upload_line.js';
import { uploads } from './uploads.js';
import { t } from './words.js';

/** @typedef {import('./desk.js').Reading} Reading */

const keptFilter = 'vanthu.desk.filter';

class Queue {
    constructor() {
        this.desk = new Desk();
        this.filter = filters.find((filter) => filter === sessionStorage.getItem(keptFilter)) ?? 'unchecked';
        this.counter = h('p', { class: 'counter', role: 'status' });
        this.tabs = h('div', { class: 'filters', role: 'group', 'aria-label': t('filters') });
        this.lines = h('ul', { class: 'lines', 'aria-label': t('documents') });
        this.empty = h('p', { class: 'empty' });
        this.sent = h('ul', { class: 'lines', 'aria-label': t('uploads') });
        this.retryAll = h('button', { type: 'button', onclick: () => uploads.retryAll() }, t('retryAll'));
        /** @type {Map<number, QueueLine>} */
        this.known = new Map();
        /** @type {Map<number, ReturnType<typeof uploadLine>>} */
        this.knownUploads = new Map();
        /** @type {import('./queue_line.js').Actions} */
        this.actions = {
            cancel: (reading) => this.cancel(reading),
            again: (reading) => this.again(reading),
            remove: (reading) => removeReading(this.desk, reading),
        };
    }

    /** @param {HTMLElement} root @param {AbortSignal} signal ends when the page is left */
    async show(root, signal) {
        const { zone, over } = dropZone((files) => uploads.add(files), tell);
        for (const name of /** @type {const} */ (['dragenter', 'dragover', 'dragleave', 'drop'])) document.addEventListener(name, over, { signal });
        this.desk.addEventListener('change', (event) => this.draw(/** @type {CustomEvent} */ (event).detail), { signal });
        uploads.addEventListener('change', (event) => this.drawUploads(/** @type {CustomEvent} */ (event).detail), { signal });
        uploads.addEventListener('read', (event) => this.desk.take(/** @type {CustomEvent} */ (event).detail), { signal });
        signal.addEventListener('abort', () => this.desk.stop());
        this.lines.addEventListener('keydown', (event) => this.step(event));
        const sending = h('section', { class: 'sending', 'aria-label': t('uploads') }, this.sent, this.retryAll);
        fill(root, h('div', { class: 'queue-head' }, h('h1', {}, t('title')), this.counter), zone, sending, this.tabs, this.lines, this.empty);
        this.drawUploads();
        await this.load();
    }

    async load() {
        try {
            await this.desk.load();
        } catch (fault) {
            fill(this.empty, t('loadFailed'), ' ', h('button', { type: 'button', onclick: () => this.load() }, shellWord('again')));
            tell(fault);
        }
    }

    /** @param {Reading} [changed] only this one changed */
    draw(changed) {
        this.drawHead();
        const line = changed && this.known.get(changed.id);
        if (line && fits(changed, this.filter)) return line.update(changed);
        const wanted = this.desk.list(this.filter);
        const elements = wanted.map((reading) => {
            const known = this.known.get(reading.id);
            if (known) known.update(reading);
            else this.known.set(reading.id, new QueueLine(reading, this.actions));
            return /** @type {QueueLine} */ (this.known.get(reading.id)).element;
        });
        place(this.lines, elements);
        this.lines.hidden = !wanted.length;
        this.empty.hidden = wanted.length > 0;
        fill(this.empty, this.desk.readings.size ? t('emptyFilter') : t('empty'));
    }

    drawHead() {
        const { checked, all } = this.desk.progress();
        this.counter.textContent = all ? t('checked', { checked, all }) : '';
        const buttons = filters.map((filter) => {
            const label = t(`filter-${filter}`, { n: this.desk.list(filter).length });
            return h('button', { type: 'button', 'aria-pressed': String(filter === this.filter), onclick: () => this.choose(filter) }, label);
        });
        const focused = [...this.tabs.children].indexOf(/** @type {Element} */ (document.activeElement));
        fill(this.tabs, ...buttons);
        if (focused >= 0) buttons[focused].focus();
    }

    /** @param {import('./desk.js').Filter} filter */
    choose(filter) {
        this.filter = filter;
        sessionStorage.setItem(keptFilter, filter);
        this.draw();
    }

    /** @param {import('./uploads.js').Upload} [changed] */
    drawUploads(changed) {
        const known = changed && this.knownUploads.get(changed.key);
        if (known) known.update();
        else {
            for (const one of uploads.list) if (!this.knownUploads.has(one.key)) this.knownUploads.set(one.key, uploadLine(one));
            place(this.sent, uploads.list.map((one) => /** @type {ReturnType<typeof uploadLine>} */ (this.knownUploads.get(one.key)).element));
        }
        this.sent.hidden = !uploads.list.length;
        this.retryAll.hidden = uploads.list.filter((one) => one.state === 'broken' && !one.isHopeless).length < 2;
    }

    /** @param {Reading} reading */
    async cancel(reading) {
        await ask('POST', `/readings/${reading.id}/cancel`).catch(tell);
    }

    /** @param {Reading} reading */
    async again(reading) {
        try {
            if ((await hasWork(reading.id)) && !(await confirmAgain(true))) return;
            this.desk.take(await readAgain(reading.id));
        } catch (fault) {
            tell(fault);
        }
    }

    /** Arrows go from document to document. @param {KeyboardEvent} event */
    step(event) {
        if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
        const line = /** @type {Element} */ (event.target).closest('.line');
        const next = event.key === 'ArrowDown' ? line?.nextElementSibling : line?.previousElementSibling;
        next?.querySelector('a')?.focus();
        event.preventDefault();
    }
}

/** Puts exactly these into a list; those that stay are not touched, so that the focus stays. @param {Element} list @param {Element[]} elements */
function place(list, elements) {
    for (const old of [...list.children]) if (!elements.includes(old)) old.remove();
    elements.forEach((element, i) => list.children[i] !== element && list.insertBefore(element, list.children[i] ?? null));
}

/** @param {HTMLElement} root */
export async function showQueue(root) {
    const stopper = new AbortController();
    await new Queue().show(root, stopper.signal);
    return { leave: () => stopper.abort() };
}
