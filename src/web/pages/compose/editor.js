// One document in hand: form, printed page, findings, saving, and what is done with it.
import { choose } from '../../parts/choice.js';
import { today } from '../../parts/dates.js';
import { fill, h } from '../../shell/dom.js';
import { live } from '../../shell/live.js';
import { notice, tell } from '../../shell/notices.js';
import { rename } from '../../shell/router.js';
import { resolve } from './conflict.js';
import { DocumentStore } from './document_store.js';
import { DraftKeeper } from './draft_keeper.js';
import { fieldName } from './field_names.js';
import { FindingMarks } from './finding_marks.js';
import { weighed } from './findings.js';
import { FindingsBar } from './findings_bar.js';
import { documentForm } from './form.js';
import { nextNumber } from './form_head.js';
import { LeavingDesk } from './leaving_desk.js';
import { formOf } from './new_document.js';
import { downloadAs, downloadData, print } from './output.js';
import { PreviewPane } from './preview_pane.js';
import { fixed } from './quick_fixes.js';
import { remember } from './remembered.js';
import { followShortcuts } from './shortcuts.js';
import { Toolbar } from './toolbar.js';
import { t } from './words.js';

/** @typedef {import('./findings.js').Weighed} Weighed */
/** @typedef {{ user: { name: string, role: string }, templates: import('./form_head.js').Template[], draft: any, document: any }} Work */

export class Editor {
    /** @param {Work} work */
    constructor({ user, templates, draft, document }) {
        this.user = user;
        this.templates = templates;
        this.store = new DocumentStore(document);
        this.keeper = new DraftKeeper(user.name, this.store, draft);
        /** What is missing is an error: somebody tried to make or archive it. */
        this.isStrict = false;
        /** @type {import('../../shell/api.js').Finding[]} */
        this.found = [];
        this.desk = new LeavingDesk(this);
        this.toolbar = new Toolbar(this.actions());
        this.preview = new PreviewPane({
            document: () => this.store.document,
            onfield: (pointer) => this.reveal(pointer),
            onfindings: (found) => this.showFindings(found),
        });
        this.form = documentForm(this.store, templates, (pointer) => this.preview.mark(pointer));
        /** @type {import('./finding_marks.js').Fixes} */
        const fixes = { can: (finding) => Boolean(this.fix(finding)), apply: (finding) => this.applyFix(finding) };
        this.marks = new FindingMarks(this.form.form, fixes);
        /** What a list of findings needs to know of the form. */
        this.guide = {
            name: (/** @type {string} */ pointer) => this.nameOf(pointer),
            reveal: (/** @type {string} */ pointer) => this.reveal(pointer),
        };
        this.bar = new FindingsBar(this.guide, fixes, () => this.fixAll());
        this.work = h('div', { class: 'work' }, h('div', { class: 'left' }, this.form.element, this.bar.element), this.preview.element);
        this.element = h('div', { class: 'compose-editor' }, this.toolbar.element, this.toolbar.banner, this.work);
        this.listen();
        this.changed();
        this.showNextNumber();
    }

    listen() {
        this.open = new AbortController();
        const { signal } = this.open;
        this.store.addEventListener('change', () => this.changed());
        this.keeper.addEventListener('state', () => this.kept());
        this.keeper.addEventListener('named', () => rename(`#/soan/${this.keeper.item?.id}`));
        followShortcuts(this.toolbar.actions, () => this.bar.forward(), signal);
        live.addEventListener('archive', () => this.showNextNumber(), { signal });
    }

    changed() {
        this.form.update();
        this.toolbar.showStore(this.store);
        this.toolbar.showKeeper(this.keeper);
        this.preview.refresh();
    }

    kept() {
        this.toolbar.showKeeper(this.keeper);
        if (this.keeper.state === 'saved') remember(this.user.name, this.store.document);
        if (this.keeper.state === 'failed') tell(this.keeper.fault);
    }

    showNextNumber() {
        nextNumber(this.store.document.date || today()).then(this.form.showNext, () => {}); // only a hint
    }

    /** @param {string} pointer */
    nameOf(pointer) {
        return fieldName(this.store.document, pointer);
    }

    /** @param {string} pointer */
    reveal(pointer) {
        this.turnTo('form');
        if (!this.form.form.focus(pointer)) this.form.element.scrollIntoView({ block: 'start' });
        this.preview.mark(pointer);
    }

    /** On a narrow window either the form or the page is seen. @param {'form' | 'pages'} [side] */
    turnTo(side) {
        const isPages = side ? side === 'pages' : !this.work.classList.contains('turned');
        this.work.classList.toggle('turned', isPages);
        this.toolbar.turn.setAttribute('aria-pressed', String(isPages));
    }

    /** @param {import('../../shell/api.js').Finding[]} found */
    showFindings(found) {
        this.found = found;
        const findings = weighed(found, this.store.document, this.isStrict);
        this.marks.show(findings);
        this.bar.show(findings);
    }

    /** @param {Weighed} finding @param {any} [document] */
    fix(finding, document = this.store.document) {
        const { kind, type } = document;
        return fixed(document, finding, formOf(this.templates, kind, type).symbol);
    }

    /** @param {Weighed} finding */
    applyFix(finding) {
        const next = this.fix(finding);
        if (!next) return;
        this.store.replace(next);
        this.reveal(finding.pointer);
    }

    fixAll() {
        const before = this.store.document;
        const fixable = this.bar.findings.filter(({ weight }) => weight !== 'gap');
        this.store.replace(fixable.reduce((document, finding) => this.fix(finding, document) ?? document, before));
        notice(t('fixedAll'), 'done', { label: t('undo'), action: () => this.store.undoTo(before) });
    }

    /** @returns {import('./toolbar.js').Actions} */
    actions() {
        return {
            undo: () => this.store.undo(),
            redo: () => this.store.redo(),
            save: () => this.keeper.save(),
            word: () => this.desk.make(() => downloadAs(this.store.document, 'docx')),
            pdf: () => this.desk.make(() => downloadAs(this.store.document, 'pdf')),
            print: () => this.desk.make(() => print(this.store.document)),
            data: () => downloadData(this.store.document),
            issue: () => this.desk.issue(),
            resolve: () => resolve(this.keeper),
            turn: () => this.turnTo(),
        };
    }

    /** Whether the page may go: what is written is saved first. */
    async mayLeave() {
        if (this.desk.isDone) return true;
        await this.keeper.save();
        if (!this.keeper.isUnsaved()) return true;
        this.keeper.copy();
        const text = t(this.keeper.copied ? 'unsavedKept' : 'unsavedLost');
        const chosen = await choose(
            t('unsavedTitle'),
            [text],
            [
                { name: '', label: t('stay'), kind: 'primary' },
                { name: 'leave', label: t('leave') },
            ],
        );
        return chosen === 'leave';
    }

    leave() {
        this.open?.abort();
        this.keeper.close();
        this.preview.close();
    }
}

/**
 * @param {HTMLElement} root
 * @param {Work} work draft: as the service has it, null where it does not know it yet
 * @returns {Editor}
 */
export function edit(root, work) {
    const editor = new Editor(work);
    fill(root, editor.element);
    return editor;
}
