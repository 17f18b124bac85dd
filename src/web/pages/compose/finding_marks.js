// Findings beside their fields.
import { h } from '../../shell/dom.js';
import { findingLine, findingSigns } from '../../parts/finding_line.js';
import { gaps } from './findings.js';
import { t } from './words.js';

/**
 * @typedef {import('./findings.js').Weighed} Weighed
 * @typedef {{ can: (finding: Weighed) => boolean, apply: (finding: Weighed) => void }} Fixes
 * @typedef {{ name: (pointer: string) => string, reveal: (pointer: string) => void }} Guide what a field is called, and leading to it
 */

/** Some hints of the service speak of the data's fields; the form has other words. @param {Weighed} finding */
export function hintOf({ code, hint }) {
    const own = /** @type {Record<string, string>} */ ({
        'bad-date': t('hint-bad-date'),
        'number-conflict': t('hint-reference'),
        'date-conflict': t('hint-reference'),
        'appendix-empty': t('hint-appendix'),
        'column-too-narrow': t('hint-column'),
    });
    return own[code] ?? hint ?? '';
}

/** @param {Weighed} finding */
const messageOf = ({ weight, message }) => (weight === 'gap' ? t('gap') : message);

/** One finding in words, with its remedy where there is one. @param {Weighed} finding @param {Fixes} fixes */
export function fixableLine(finding, fixes) {
    const { weight } = finding;
    const canFix = weight !== 'gap' && fixes.can(finding);
    const hint = canFix || gaps.has(finding.code) ? '' : hintOf(finding);
    const remedy = canFix && h('button', { type: 'button', class: 'fix', onclick: () => fixes.apply(finding) }, t('fix'));
    return findingLine({ severity: weight, message: messageOf(finding), hint }, { name: 'li', remedy });
}

/** The same with a button that leads to its field. @param {Weighed} finding @param {Fixes} fixes @param {Guide} guide */
export function fixableLink(finding, fixes, { name, reveal }) {
    const line = fixableLine(finding, fixes);
    const words = name(finding.pointer);
    if (words) line.prepend(h('button', { type: 'button', class: 'to-field', onclick: () => reveal(finding.pointer) }, words));
    return line;
}

export class FindingMarks {
    /** @param {import('./form_context.js').FormContext} form @param {Fixes} fixes */
    constructor(form, fixes) {
        this.form = form;
        this.fixes = fixes;
        /** @type {Map<HTMLElement, { key: string, list: HTMLElement }>} */
        this.shown = new Map();
        this.count = 0;
    }

    /** @param {Weighed[]} findings */
    show(findings) {
        for (const editor of this.form.editors.values())
            editor.showFindings(findings.filter(({ pointer }) => this.form.editorOf(pointer) === editor));
        /** @type {Map<HTMLElement, Weighed[]>} */
        const own = new Map();
        for (const finding of findings) {
            const target = this.form.editorOf(finding.pointer) ? null : this.form.control(finding.pointer);
            if (target) own.set(target, [...(own.get(target) ?? []), finding]);
        }
        for (const [target, { list }] of this.shown) if (!own.has(target)) this.clear(target, list);
        for (const [target, those] of own) this.showAt(target, those);
    }

    /** @param {HTMLElement} target @param {Weighed[]} findings */
    showAt(target, findings) {
        const key = JSON.stringify(findings.map(({ code, weight, message }) => [code, weight, message]));
        const old = this.shown.get(target);
        if (old?.key === key && old.list.isConnected) return;
        if (old) this.clear(target, old.list);
        const isGap = findings.every(({ weight }) => weight === 'gap');
        const list = h(
            'ul',
            { class: isGap ? 'findings only-gap' : 'findings', id: `findings-${++this.count}` },
            ...findings.map((finding) => fixableLine(finding, this.fixes)),
        );
        target.closest('.field, .entry')?.append(list);
        this.describe(target, list.id, '');
        if (findings.some(({ weight }) => weight === 'error')) target.setAttribute('aria-invalid', 'true');
        target.classList.add(`has-${findings[0].weight}`);
        this.shown.set(target, { key, list });
    }

    /** @param {HTMLElement} target @param {HTMLElement} list */
    clear(target, list) {
        this.describe(target, '', list.id);
        target.removeAttribute('aria-invalid');
        target.classList.remove(...Object.keys(findingSigns).map((weight) => `has-${weight}`));
        list.remove();
        this.shown.delete(target);
    }

    /** @param {HTMLElement} target @param {string} added @param {string} gone */
    describe(target, added, gone) {
        const ids = (target.getAttribute('aria-describedby') ?? '').split(' ').filter((id) => id && id !== gone);
        if (added) ids.push(added);
        if (ids.length) target.setAttribute('aria-describedby', ids.join(' '));
        else target.removeAttribute('aria-describedby');
    }
}
