// Importing a file: it is read, what will come of it is shown and can be put right, then it goes into the grid.
import { fill, h, labelled } from '../../../shell/dom.js';
import { t as shell } from '../../../shell/language.js';
import { looksLikeOldFont } from '../../../parts/clean_text.js';
import { appended } from '../grid/rows.js';
import { isEmptyTable } from '../grid/table.js';
import { ImportFault, limits } from './fault.js';
import { planned, taken } from './plan.js';
import { previewOf, shownRows } from './preview.js';
import { TableFile } from './table_file.js';
import { t } from './words.js';

/** @typedef {import('../grid/table.js').Table} Table */
/** @typedef {import('./plan.js').Choice} Choice */

/** @param {unknown} fault */
function told(fault) {
    if (!(fault instanceof ImportFault)) console.error(fault);
    return t(fault instanceof ImportFault ? fault.reason : 'broken');
}

class ImportDialog {
    /** @param {File} file @param {Table} old @param {(table: Table, rows: number) => void} ondone */
    constructor(file, old, ondone) {
        this.file = file;
        this.old = old;
        this.ondone = ondone;
        this.source = new TableFile();
        /** @type {import('./worker.js').Sheet | null} */
        this.sheet = null;
        /** @type {Choice} */
        this.choice = {};
        /** @type {ReturnType<typeof planned> | null} */
        this.plan = null;
        this.fault = h('p', { class: 'fault', role: 'alert' });
        this.body = h('div', { class: 'import-body' }, h('p', { role: 'status' }, t('reading')));
        this.preview = h('div');
        this.summary = h('p', { role: 'status' });
        this.mode = this.modes();
        this.button = h('button', { class: 'primary', type: 'button', disabled: true, onclick: () => this.take() }, t('take'));
        const title = t('title', { name: file.name });
        this.element = h(
            'dialog',
            { class: 'import-dialog', 'aria-label': title, onclose: () => (this.source.close(), this.element.remove()) },
            h('h2', {}, title),
            this.body,
            this.fault,
            h('div', { class: 'row end' }, this.button, h('button', { type: 'button', onclick: () => this.element.close() }, shell('cancel'))),
        );
    }

    modes() {
        const radio = (/** @type {string} */ value, /** @type {string} */ text, /** @type {boolean} */ checked) =>
            h('label', {}, h('input', { type: 'radio', name: 'mode', value, checked, onchange: () => this.tell() }), ` ${text}`);
        const isEmpty = isEmptyTable(this.old);
        const choices = [radio('append', t('append'), !isEmpty), radio('replace', t('replace'), isEmpty)];
        return h('fieldset', { hidden: isEmpty }, h('legend', {}, t('where')), ...choices);
    }

    /** @returns {'replace' | 'append'} */
    chosenMode() {
        const chosen = /** @type {HTMLInputElement | null} */ (this.mode.querySelector(':checked'));
        return chosen?.value === 'append' ? 'append' : 'replace';
    }

    async open() {
        document.body.append(this.element);
        this.element.showModal();
        try {
            const names = await this.source.open(this.file);
            const sheets = h('select', {}, ...names.map((name, index) => h('option', { value: index }, name)));
            sheets.addEventListener('change', () => this.read(Number(sheets.value)));
            this.titleRows = h('select');
            this.titleRows.addEventListener('change', () => this.titleChosen());
            const choices = h('div', { class: 'row' }, names.length > 1 && labelled(t('sheet'), sheets), labelled(t('titleRow'), this.titleRows));
            fill(this.body, choices, this.mode, this.summary, this.preview);
            await this.read(0);
        } catch (fault) {
            fill(this.body);
            this.fault.textContent = told(fault);
        }
    }

    /** @param {number} index of the sheet */
    async read(index) {
        this.choice = {};
        this.sheet = this.plan = null;
        try {
            this.sheet = await this.source.sheet(index);
        } catch (fault) {
            this.fault.textContent = told(fault);
        }
        this.show();
        this.listTitleRows();
    }

    listTitleRows() {
        if (!this.titleRows) return;
        const rows = this.sheet?.matrix.cells.slice(0, 25) ?? [];
        const texts = rows.map((row) =>
            row
                .filter((cell) => cell !== '')
                .join(' | ')
                .replace(/\n/g, ' ')
                .slice(0, 70),
        );
        const current = this.plan && this.plan.head.end > 0 ? this.plan.head.first : -1;
        const option = (/** @type {number} */ value, /** @type {string} */ text) => h('option', { value, selected: value === current }, text);
        const options = texts.map((text, i) => text !== '' && option(i, t('rowOption', { row: i + 1, text })));
        fill(this.titleRows, option(-1, t('noTitleRow')), ...options);
    }

    titleChosen() {
        this.choice = { titleRow: Number(this.titleRows?.value) };
        this.show();
    }

    /** Plans anew and shows it. */
    show() {
        this.plan = null;
        fill(this.preview);
        if (this.sheet) {
            this.fault.textContent = '';
            try {
                this.plan = planned(this.sheet.matrix, this.choice);
                fill(
                    this.preview,
                    previewOf(this.plan, this.choice.roles ?? [], (column, role) => this.roleChosen(column, role)),
                );
            } catch (fault) {
                this.fault.textContent = told(fault);
            }
        }
        this.button.disabled = !this.plan?.table.rows.length;
        this.tell();
    }

    /** @param {number} column @param {import('../grid/table.js').Role | 'skip'} role */
    roleChosen(column, role) {
        const roles = this.choice.roles ?? this.plan?.all.map((one) => one.role) ?? [];
        this.choice = { ...this.choice, roles: roles.map((one, i) => (i === column ? role : one)) };
        this.show();
        /** @type {HTMLElement | undefined} */ (this.preview.querySelectorAll('select')[column])?.focus();
    }

    tell() {
        if (!this.plan || !this.sheet) return void (this.summary.textContent = '');
        const { table, dropped } = this.plan;
        const sections = table.rows.filter((row) => row.kind === 'section').length;
        const parts = [t('summary', { tasks: table.rows.length - sections, sections })];
        if (dropped) parts.push(t('droppedRows', { rows: dropped }));
        if (table.rows.length > shownRows) parts.push(t('shownOnly', { rows: shownRows }));
        const notes = [`${parts.join('; ')}.`];
        const { hiddenRows, droppedColumns, brokenQuotes } = this.sheet;
        if (hiddenRows) notes.push(t('hiddenRows', { rows: hiddenRows }));
        if (droppedColumns) notes.push(t('droppedColumns', { columns: droppedColumns, most: limits.columns }));
        if (brokenQuotes) notes.push(t('brokenQuotes', { n: brokenQuotes }));
        if (looksLikeOldFont(this.sheet.matrix.cells.slice(0, 300).flat().join(' '))) notes.push(t('oldFont'));
        if (this.chosenMode() === 'append') {
            const added = appended({ ...this.old, rows: [] }, { ...table, rows: [] }).columns.slice(this.old.columns.length);
            if (added.length) notes.push(t('newColumns', { names: added.map((column) => column.title || t('unnamed')).join(', ') }));
        }
        this.summary.textContent = notes.join(' ');
    }

    take() {
        if (!this.plan) return;
        try {
            const table = taken(this.old, this.plan.table, this.chosenMode());
            this.element.close();
            this.ondone(table, this.plan.table.rows.length);
        } catch (fault) {
            this.fault.textContent = told(fault);
        }
    }
}

/**
 * @param {File} file
 * @param {Table} old what is in the grid
 * @param {(table: Table, rows: number) => void} ondone with how many rows came
 */
export function openImport(file, old, ondone) {
    return new ImportDialog(file, old, ondone).open();
}
