// The page of work: pages on the left, what was read on the right, each leading to the other.
import { debounced, fill, h, useStyle } from '../../shell/dom.js';
import { notice, tell } from '../../shell/notices.js';
import { mayDo } from '../../shell/router.js';
import { fieldName } from '../compose/field_names.js';
import { FindingMarks } from '../compose/finding_marks.js';
import { documentForm } from '../compose/form.js';
import { ChangesPanel } from './changes_panel.js';
import { Comparison } from './compare.js';
import { cellFindings, confirmSeen, counted, fieldFindings, nextDoubt, outlines, valuePointers } from './doubt_marks.js';
import { Doubts } from './doubts.js';
import { contentOf } from './model.js';
import { notesOf, notesPanel } from './notes_panel.js';
import { PagePane } from './page_pane.js';
import { ReadingKeeper } from './reading_keeper.js';
import { rawOf, sameTarget, spotsOf, targetAt, targetOfLine } from './spots.js';
import { TablePanel } from './table_panel.js';
import { Tabs } from './tabs.js';
import { WorkBar } from './work_bar.js';
import { WorkStore } from './work_store.js';
import { t } from './words.js';

/**
 * @typedef {import('./spots.js').Target} Target
 * @typedef {import('./desk.js').Reading} Reading
 * @typedef {{ reading: Reading, served: any, original: any, templates: any[], user: { name: string, role: string }, desk: import('./desk.js').Desk }} Work
 *     served: the content as the service has it; original: as the machine read it
 */

/** Tables whose tabs say how many rows they have. */
const mostNamed = 3;

export class WorkView {
    /** @param {Work} work @param {Record<import('./work_bar.js').Action, () => void>} actions */
    constructor({ reading, served, original, templates, user, desk }, actions) {
        this.reading = reading;
        this.served = served;
        this.desk = desk;
        this.store = new WorkStore(contentOf({ ...served, review: reading.review }));
        this.keeper = new ReadingKeeper(user.name, this.store, reading);
        this.comparison = new Comparison(contentOf({ ...original, review: 'unchecked' }));
        this.doubts = new Doubts(served.diagnostics);
        /** @type {import('./doubts.js').Doubt[]} */
        this.left = [];
        /** @type {Target | null} */
        this.selected = null;
        this.bar = new WorkBar(actions, mayDo(user.role, 'officer'));
        this.pane = new PagePane({ onpoint: (page, x, y) => this.pointed(page, x, y), online: (line) => this.lineChosen(line) });
        this.form = documentForm(/** @type {any} */ (this.store), templates, (pointer) => this.select({ pointer }, 'data'), true);
        this.marks = new FindingMarks(this.form.form, { can: () => false, apply: () => {} });
        this.fields = h('div', { class: 'fields-panel' }, this.form.element);
        this.tables = new TablePanel(this.store, (target) => this.select(target, 'data'));
        this.notes = notesOf(served.diagnostics);
        this.notesPanel = notesPanel(this.notes, (finding) => this.pane.mark([{ page: finding.page ?? 1, box: finding.box ?? [0, 0, 2000, 2000] }], '', true));
        this.changes = new ChangesPanel({
            name: (target) => this.nameOf(target),
            show: (target) => this.select(target, 'elsewhere'),
            revert: (change) => this.revert(change),
        });
        const onchosen = (/** @type {string} */ name) => name.startsWith('table-') && this.select(this.tables.target(), 'data');
        this.tabs = new Tabs(t('parts'), { onturn: (name) => this.turnedTo(name), onchosen });
        this.told = h('div', { class: 'told', role: 'status' });
        this.refreshSoon = debounced(120, () => this.refreshNow());
        this.draw();
    }

    draw() {
        const right = h('div', { class: 'data-pane' }, this.tabs.bar, this.tabs.panels, this.told);
        this.element = h('div', { class: 'desk-work' }, this.bar.element, this.bar.banner, h('div', { class: 'sides' }, this.pane.element, right));
        this.store.addEventListener('change', (event) => this.changed(/** @type {CustomEvent} */ (event).detail));
        this.keeper.addEventListener('state', () => this.bar.showKeeper(this.keeper));
        this.desk.addEventListener('change', () => this.showDesk());
        this.form.update();
        this.refresh();
        this.bar.showKeeper(this.keeper);
        this.showDesk();
    }

    /** @param {HTMLElement} root */
    async show(root) {
        await Promise.all(['compose', 'grid', 'reading_work'].map(useStyle));
        fill(root, this.element);
        this.refreshNow();
        this.select(this.left[0]?.target ?? { pointer: '/subject' }, 'elsewhere');
        await this.pane.show(this.reading, this.served.text ?? '').catch(tell);
        if (this.selected) this.outline(this.selected, true); // perhaps another by now
    }

    showDesk() {
        const { id } = this.reading;
        this.bar.showDesk(this.desk.progress(), Boolean(this.desk.beside(id, -1)), Boolean(this.desk.beside(id, 1)));
    }

    /** @param {Target | null} target to be selected now */
    changed(target) {
        this.form.update();
        this.refreshSoon();
        if (this.tables.index >= this.store.tables.length) this.refresh();
        else this.tables.update(this.tables.marks);
        if (target) this.select(target, 'elsewhere');
    }

    refreshNow() {
        this.refreshSoon.cancel();
        if (this.shown !== this.store.content) this.refresh();
    }

    /** What follows from the content: doubts, tabs, counters. */
    refresh() {
        const { content } = this.store;
        this.shown = content;
        this.left = this.doubts.all(content, valuePointers(content.document, this.doubts.byPointer.keys()));
        this.marks.show(fieldFindings(this.left));
        this.found = this.comparison.changes(content);
        this.changes.update(this.found);
        this.showTabs();
        this.tables.update(cellFindings(this.left, this.tables.index));
        this.bar.showWork(this.left.length, this.store.steps);
        this.bar.showReading(this.reading.name, content.review);
        this.showTold();
    }

    showTabs() {
        const number = counted(this.left);
        const isMany = this.store.tables.length > mostNamed;
        const ofTables = this.store.tables.map((table, i) => ({
            name: `table-${i}`,
            label: t(isMany ? 'tableShort' : 'table', { n: i + 1, rows: table.rows.length }),
            title: `${t('table', { n: i + 1, rows: table.rows.length })} ${table.title}`,
            warning: String(number.tables.get(i) ?? ''),
            panel: this.tables.element,
        }));
        const warnings = this.notes.filter(({ severity }) => severity !== 'note').length;
        const changes = (this.found?.changes.length ?? 0) + (this.found?.deleted.length ?? 0);
        this.tabs.show([
            { name: 'fields', label: t('fields'), warning: number.values ? String(number.values) : '', panel: this.fields },
            ...ofTables,
            { name: 'notes', label: t('notes', { n: this.notes.length }), warning: String(warnings || ''), panel: this.notesPanel },
            { name: 'changes', label: t('changes', { n: changes }), panel: this.changes.element },
        ]);
    }

    /** @param {string} name of a tab */
    turnedTo(name) {
        const found = /^table-(\d+)$/.exec(name);
        if (!found) return;
        this.tables.show(Number(found[1]));
        this.tables.update(cellFindings(this.left, this.tables.index));
    }

    /** @param {Target} target @param {'data' | 'page' | 'elsewhere'} from data: the keyboard is there already */
    select(target, from) {
        this.selected = this.store.target = target;
        if (from !== 'data') this.reveal(target);
        this.outline(target, from !== 'page');
        this.showTold();
    }

    /** On the page. @param {Target} target @param {boolean} scroll */
    outline(target, scroll) {
        const isDoubtful = this.left.some((doubt) => sameTarget(doubt.target, target));
        const spots = spotsOf(this.store.content, target);
        const near = !spots.length && 'pointer' in target ? this.doubts.nearby(target.pointer) : [];
        this.pane.mark(outlines([...spots, ...near], isDoubtful), rawOf(this.store.content, target), scroll);
    }

    /** @param {Target} target */
    reveal(target) {
        this.tabs.turn('pointer' in target ? 'fields' : `table-${target.table}`);
        if ('pointer' in target) {
            this.form.form.focus(target.pointer);
            this.form.form.control(target.pointer)?.closest('.field, .entry')?.scrollIntoView({ block: 'nearest' }); // with what is said of it
        }
        else if (this.store.tables[target.table]) this.tables.select(target, true);
        this.selected = this.store.target = target; // the focus may have gone to what the target is in
    }

    /** @param {number} page @param {number} x @param {number} y */
    pointed(page, x, y) {
        const target = targetAt(this.store.content, page, x, y);
        if (target) this.select(target, 'page');
    }

    /** @param {string} line */
    lineChosen(line) {
        const { content } = this.store;
        const target = targetOfLine(content, line);
        if (target) this.select(target, 'page');
    }

    /** @param {Target} target */
    nameOf(target) {
        if ('pointer' in target) return fieldName(this.store.document, target.pointer) || target.pointer;
        const column = this.store.tables[target.table]?.columns[target.column]?.title || t('column', { n: target.column + 1 });
        return t('cellName', { table: target.table + 1, row: target.row + 1, column });
    }

    /** Below: what is selected, and what the machine had read there. */
    showTold() {
        const target = this.selected;
        const change = target && this.found?.changes.find((one) => sameTarget(one.target, target));
        // The grid says the reasons of a cell itself.
        const reasons = target && 'pointer' in target ? this.doubts.reasonsOf(this.store.content, target.pointer) : [];
        fill(
            this.told,
            target && h('strong', {}, this.nameOf(target)),
            reasons.length > 0 && h('span', { class: 'finding warning' }, `⚠ ${reasons.join('; ')}`),
            change?.was != null && h('span', {}, t('machineRead', { text: change.was || t('nothing') })),
            change?.was != null && h('button', { type: 'button', onclick: () => this.revert(change) }, t('revert')),
        );
    }

    /** @param {import('./compare.js').Change} change */
    revert({ target, was }) {
        if ('pointer' in target) this.store.change(target.pointer, was || undefined);
        else this.tables.write(target, was ?? '');
        this.select(target, 'elsewhere');
    }

    /** To the next doubt; what was selected has been looked at then. @param {1 | -1} step */
    walk(step) {
        this.commit();
        this.refreshNow();
        const next = nextDoubt(this.left, this.selected, step);
        const isHere = this.selected && this.left.some((doubt) => sameTarget(doubt.target, this.selected));
        if (step > 0 && isHere && this.selected) {
            confirmSeen(this.store, this.selected);
            this.refreshNow();
        }
        if (next) this.select(next.target, 'elsewhere');
        else if (!this.left.length) notice(t('allSeen'));
    }

    commit() {
        this.tables.commit();
    }

    close() {
        this.commit();
        this.keeper.close();
        this.pane.close();
        this.tables.remove();
    }
}
