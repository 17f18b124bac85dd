// A line of the queue: a document, what became of it, and what can be done with it.
import { append, fill, h } from '../../shell/dom.js';
import { shownTime } from '../../parts/dates.js';
import { nameOf } from '../../parts/paper_names.js';
import { t } from './words.js';

/** @typedef {import('./desk.js').Reading} Reading */
/** @typedef {{ cancel: (reading: Reading) => void, again: (reading: Reading) => void, remove: (reading: Reading) => void }} Actions */

const looks = { unchecked: '', confirmed: 'done', corrected: 'done', rejected: 'error' };

/** @param {Reading} reading */
function stateOf(reading) {
    if (reading.state === 'done') return h('span', { class: `badge ${looks[reading.review]}` }, t(`review-${reading.review}`));
    if (reading.state === 'failed') return h('span', { class: 'badge error' }, t('state-failed'));
    const { done, total } = reading.progress ?? { done: 0, total: 0 };
    if (reading.state === 'waiting' || !total) return h('span', { class: 'badge' }, t(`state-${reading.state}`));
    return h('span', { class: 'progress' }, h('progress', { max: total, value: done, 'aria-label': reading.name }), t('readingPages', { done, total }));
}

/** @param {Reading} reading */
function factsOf(reading) {
    const facts = [];
    if (reading.pages) facts.push(t('pages', { n: reading.pages }));
    if (reading.confidence !== undefined && reading.confidence < 1) facts.push(t('confidence', { percent: Math.floor(reading.confidence * 100) }));
    if (reading.warnings) facts.push(t('warnings', { n: reading.warnings }));
    facts.push(t('byAt', { by: reading.by, at: shownTime(reading.updated) }));
    return h('small', { class: 'facts' }, facts.join(' · '));
}

/** What the file is, where reading found it: files of scanners have no telling names. @param {Reading} reading */
function paperOf(reading) {
    const name = reading.number || reading.symbol ? nameOf(reading) : '';
    const text = [name, reading.subject].filter(Boolean).join(' – ');
    return text && h('span', { class: 'paper' }, text);
}

/** @param {Reading} reading */
function reasonOf(reading) {
    if (reading.state !== 'failed') return null;
    const [why] = reading.diagnostics ?? [];
    return h('p', { class: 'reason' }, h('span', { class: 'fault' }, why?.message ?? t('state-failed')), ` → ${why?.hint || t('brokenHint')}`);
}

export class QueueLine {
    /** @param {Reading} reading @param {Actions} actions */
    constructor(reading, actions) {
        this.reading = reading;
        this.link = h('a', {});
        this.what = h('div', { class: 'what' });
        this.state = h('div', { class: 'state' });
        this.cancel = this.button('cancel', 'cancelOf', () => {
            this.cancel.disabled = true;
            this.cancel.textContent = t('stopping');
            actions.cancel(this.reading);
        });
        this.again = this.button('again', 'againOf', () => actions.again(this.reading));
        this.remove = this.button('remove', 'removeOf', () => actions.remove(this.reading));
        this.element = h('li', { class: 'line' }, this.what, this.state, h('div', { class: 'actions' }, this.cancel, this.again, this.remove));
        this.update(reading);
    }

    /** @param {'cancel' | 'again' | 'remove'} label @param {'cancelOf' | 'againOf' | 'removeOf'} of @param {() => void} action */
    button(label, of, action) {
        return h('button', { type: 'button', 'aria-label': t(of, { name: this.reading.name }), onclick: action }, t(label));
    }

    /** @param {Reading} reading */
    update(reading) {
        this.reading = reading;
        const isBusy = reading.state === 'waiting' || reading.state === 'reading';
        this.element.className = `line ${reading.state}`;
        this.link.textContent = reading.name;
        this.link.href = `#/doc/${reading.id}`;
        if (!this.link.parentNode) append(this.what, [this.link]);
        while (this.what.lastChild && this.what.lastChild !== this.link) this.what.lastChild.remove();
        append(this.what, [paperOf(reading), factsOf(reading), reasonOf(reading)]);
        fill(this.state, stateOf(reading));
        this.cancel.hidden = !isBusy;
        if (!isBusy) [this.cancel.disabled, this.cancel.textContent] = [false, t('cancel')];
        this.again.hidden = isBusy;
    }
}
