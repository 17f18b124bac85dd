// Work on one document of the queue: keys and buttons, what is done with it, and when it may be left.
import { choose } from '../../parts/choice.js';
import { t as shellWord } from '../../shell/language.js';
import { notice, tell } from '../../shell/notices.js';
import { reload } from '../../shell/router.js';
import { confirmAgain, readAgain } from './again.js';
import { archive } from './archiving.js';
import { exportAs } from './exports.js';
import { showHelp } from './help.js';
import { resolveConflict, take } from './reading_conflict.js';
import { copyOf } from './reading_keeper.js';
import { WorkView } from './work.js';
import { t } from './words.js';

/** @typedef {import('./work_bar.js').Action} Action */
/** @typedef {import('./work.js').Work} Work */

const isText = (/** @type {EventTarget | null} */ target) => target instanceof HTMLElement && target.matches('input, textarea, select');

export class WorkPage {
    /** @param {Work} work */
    constructor(work) {
        this.work = work;
        this.reading = work.reading;
        this.desk = work.desk;
        this.view = new WorkView(work, this.actions());
        this.stopper = new AbortController();
    }

    /** @returns {Record<Action, () => void>} */
    actions() {
        const exported = (/** @type {'xlsx' | 'csv' | 'json' | 'document'} */ format) => () => this.saved(() => exportAs(this.reading, format));
        return {
            undo: () => (this.view.commit(), this.view.store.undo()),
            redo: () => (this.view.commit(), this.view.store.redo()),
            save: () => this.save(),
            forward: () => this.view.walk(1),
            back: () => this.view.walk(-1),
            confirm: () => this.review(true),
            reject: () => this.review(false),
            reopen: () => this.setReview('unchecked'),
            previous: () => this.go(-1),
            next: () => this.go(1),
            help: showHelp,
            again: () => this.again(),
            recreate: () => this.saved(async () => void (location.hash = `#/soan?doc=${this.reading.id}`)),
            archive: () => this.saved(() => archive(this.reading)),
            resolve: () => resolveConflict(this.view.keeper, this.view.store).catch(tell),
            xlsx: exported('xlsx'),
            csv: exported('csv'),
            json: exported('json'),
            document: exported('document'),
        };
    }

    /** @param {HTMLElement} root */
    async show(root) {
        this.restore(); // first: what is done from now on is kept in the place of that copy
        const { signal } = this.stopper;
        // Before fields and grid: some of their keys mean more here.
        document.addEventListener('keydown', (event) => this.keyed(event), { signal, capture: true });
        for (const name of ['beforeunload', 'pagehide']) window.addEventListener(name, () => this.view.commit(), { signal, capture: true });
        this.view.keeper.addEventListener('state', () => this.followOthers());
        await this.view.show(root);
    }

    /** What was not saved when the page went the last time. */
    restore() {
        const copy = copyOf(this.work.user.name, this.reading.id);
        if (!copy) return;
        const { keeper, store } = this.view;
        const before = store.content;
        store.apply(copy.content);
        // Where somebody saved it since, that is told when it is saved.
        if (copy.version !== this.reading.version) keeper.goOnFrom({ ...this.reading, version: copy.version }, before);
        notice(t('restored'), 'done', { label: shellWord('cancel'), action: () => store.undo() });
    }

    /** Somebody else saved it, or had it read again, and nothing was written here. */
    async followOthers() {
        const { keeper, store } = this.view;
        if (!keeper.isOvertaken() || keeper.isUnsaved() || keeper.state !== 'saved') return;
        const heard = /** @type {any} */ (keeper.heard);
        if (heard.state !== 'done') return reload();
        const theirs = await keeper.load().catch(tell);
        if (theirs && !keeper.isUnsaved()) take(keeper, store, theirs);
    }

    /** @param {KeyboardEvent} event */
    keyed(event) {
        if (document.querySelector('dialog[open]')) return;
        const action = this.actionOf(event);
        if (!action) return;
        event.preventDefault();
        event.stopPropagation();
        this.view.bar.actions[action]();
    }

    /** @param {KeyboardEvent} event @returns {Action | null} */
    actionOf({ key, ctrlKey, metaKey, shiftKey, altKey, target, isComposing }) {
        if (isComposing || altKey) return null;
        const control = ctrlKey || metaKey;
        if (key === 'F8') return shiftKey ? 'back' : 'forward';
        if (key === 'F1' || (key === '?' && !isText(target))) return 'help';
        if (!control) return null;
        const letter = key.toLowerCase();
        if (key === 'Enter') return shiftKey ? null : 'confirm';
        if (letter === 's') return 'save';
        const isWriting = this.view.tables.isWriting();
        if (letter === 'z' && !isWriting) return shiftKey ? 'redo' : 'undo';
        if (letter === 'y' && !isWriting) return 'redo';
        // In a text Ctrl and an arrow go from word to word.
        if ((key === 'ArrowLeft' || key === 'ArrowRight') && !isText(target)) return key === 'ArrowLeft' ? 'previous' : 'next';
        return null;
    }

    /** @returns {Promise<boolean>} whether it is with the service */
    async save() {
        this.view.commit();
        await this.view.keeper.save();
        return !this.view.keeper.isUnsaved();
    }

    /** Does something with what is saved. @param {() => Promise<void>} action */
    async saved(action) {
        if (!(await this.save())) return notice(t('notSaved'), 'error');
        await action().catch(tell);
    }

    /** @param {import('./desk.js').Review} review */
    async setReview(review) {
        this.view.commit();
        const { store } = this.view;
        store.apply({ ...store.content, review });
        return this.save();
    }

    /** The document is done with; on to the next that was not looked over. @param {boolean} isGood */
    async review(isGood) {
        this.view.commit();
        const { comparison, store } = this.view;
        const review = !isGood ? 'rejected' : comparison.isChanged(store.content) ? 'corrected' : 'confirmed';
        const left = this.view.left.length;
        if (!(await this.setReview(review))) return notice(t('notSaved'), 'error');
        const { name, id } = this.reading;
        const said = t(`said-${review}`, { name }) + (isGood && left ? ` ${t('doubtsUnseen', { n: left })}` : '');
        notice(said, isGood && left ? 'warning' : 'done', { label: t('backTo'), action: () => (location.hash = `#/doc/${id}`) });
        const isOpen = (/** @type {import('./desk.js').Reading} */ reading) => reading.review === 'unchecked' && reading.id !== id;
        const next = this.desk.beside(id, 1, isOpen) ?? this.desk.beside(0, 1, isOpen);
        location.hash = next ? `#/doc/${next.id}` : '#/doc';
    }

    /** @param {1 | -1} step */
    go(step) {
        const next = this.desk.beside(this.reading.id, step);
        if (next) location.hash = `#/doc/${next.id}`;
    }

    async again() {
        const { comparison, store, keeper } = this.view;
        const { review } = store.content;
        if (!(await confirmAgain(review !== 'unchecked' || comparison.isChanged(store.content)))) return;
        // Nothing is given up before the service has begun: until then this page goes on keeping what is written.
        await this.saved(async () => {
            await readAgain(this.reading.id);
            keeper.abandon();
            if (!this.stopper.signal.aborted) reload();
        });
    }

    /** What is written is saved first. */
    async mayLeave() {
        if (await this.save()) return true;
        const { keeper } = this.view;
        if (keeper.state === 'gone') return true;
        keeper.copy();
        const chosen = await choose(t('unsavedTitle'), [t(keeper.copied ? 'unsavedKept' : 'unsavedLost')], [
            { name: '', label: t('stay'), kind: 'primary' },
            { name: 'leave', label: t('leave') },
        ]);
        return chosen === 'leave';
    }

    leave() {
        this.stopper.abort();
        this.view.close();
    }
}
