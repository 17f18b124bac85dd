// The page "Soạn văn bản": #/soan begins, #/soan/ID goes on with a draft, #/soan/moi?loai=KIND&ten=TYPE is a new document,
// ?kho=ID and ?doc=ID take an archived document or a reading as a sample.
import { ask } from '../../shell/api.js';
import { notice } from '../../shell/notices.js';
import { edit } from './editor.js';
import { openOrder } from './issuing.js';
import { resumeIssue } from './issue_dialog.js';
import { copies, dropCopy } from './local_copies.js';
import { afterSample, formOf, newDocument, whole } from './new_document.js';
import { remembered } from './remembered.js';
import { schema, shaped } from './shape.js';
import { start } from './start.js';
import { t } from './words.js';

/** @typedef {import('../../shell/router.js').Place} Place */

/** @param {string} id of an archived document */
async function archived(id) {
    return ask('GET', `/archive/documents/${encodeURIComponent(id)}/files/document.json`);
}

/** @param {string} id of a reading */
async function read(id) {
    const { content } = await ask('GET', `/readings/${encodeURIComponent(id)}`);
    return content?.document ?? {};
}

class Composing {
    /** @param {HTMLElement} root @param {Place} place @param {import('./form_head.js').Template[]} templates @param {any} rules */
    constructor(root, place, templates, rules) {
        this.root = root;
        this.place = place;
        this.templates = templates;
        this.rules = rules;
    }

    /** @param {any} document @param {any} draft @param {boolean} [isWritten] whether it is worth keeping before anybody changed it */
    edit(document, draft, isWritten = false) {
        const { document: fitting, dropped } = shaped(document, this.rules);
        if (dropped.length) notice(t('dropped', { fields: dropped.slice(0, 5).join(', '), number: dropped.length }), 'warning');
        const work = { user: this.place.user, templates: this.templates, document: whole(fitting, this.templates), draft };
        const editor = edit(this.root, work);
        if (isWritten) editor.keeper.saveAsNew();
        return editor;
    }

    /** @param {number} id */
    async draft(id) {
        const draft = await ask('GET', `/drafts/${id}`);
        const copy = copies(this.place.user.name).find((one) => one.draft === id);
        if (!copy) return this.edit(draft.document, draft);
        dropCopy(copy.key);
        if (JSON.stringify(copy.document) === JSON.stringify(draft.document)) return this.edit(draft.document, draft);
        const editor = this.edit(draft.document, { ...draft, version: copy.version });
        editor.store.replace(copy.document); // saved now, or found to be in conflict
        notice(t('recovered'));
        return editor;
    }

    fresh() {
        const { query, user } = this.place;
        const copy = copies(user.name).find(({ key }) => key === query.get('ban'));
        if (copy) {
            dropCopy(copy.key);
            return this.edit(copy.document, null, true);
        }
        const form = formOf(this.templates, query.get('loai') ?? this.templates[0].kind, query.get('ten') ?? undefined);
        return this.edit(newDocument(form, remembered(user.name, form), { inForce: t('inForce') }), null);
    }

    start() {
        const onfile = async (/** @type {File} */ file) => {
            try {
                this.opened = this.edit(JSON.parse(await file.text()), null, true);
            } catch {
                notice(t('noData', { name: file.name }), 'error');
            }
        };
        return start(this.root, { user: this.place.user, templates: this.templates, onfile });
    }

    async render() {
        const { rest, query } = this.place;
        if (query.get('kho')) return this.edit(afterSample(await archived(query.get('kho') ?? '')), null, true);
        if (query.get('doc')) return this.edit(afterSample(await read(query.get('doc') ?? '')), null, true);
        if (rest[0] === 'moi') return this.fresh();
        return rest[0] ? this.draft(Number(rest[0])) : this.start();
    }
}

/** @param {HTMLElement} root @param {Place} place @returns {Promise<import('../../shell/router.js').Leave>} */
export async function render(root, place) {
    const order = openOrder(place.user.name);
    if (order) await resumeIssue(place.user.name, order);
    const [{ templates }, rules] = await Promise.all([ask('GET', '/templates'), schema()]);
    const composing = new Composing(root, place, templates, rules);
    const shown = await composing.render();
    /** @returns {import('../../shell/router.js').Leave} */
    const now = () => composing.opened ?? shown;
    return { leave: () => now().leave?.(), mayLeave: () => now().mayLeave?.() ?? true };
}
