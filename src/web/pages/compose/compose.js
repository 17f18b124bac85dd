// The page "Soạn văn bản": #/soan begins, #/soan/ID goes on with a draft, #/soan/moi?loai=KIND&ten=TYPE is a new document,
// ?kho=ID and ?doc=ID take an archived document or a reading as a sample.
import { ApiProblem, ask } from '../../shell/api.js';
import { notice } from '../../shell/notices.js';
import { edit } from './editor.js';
import { resumeOrders } from './issue_resume.js';
import { copies, dropCopy } from './local_copies.js';
import { afterSample, formOf, newDocument, whole } from './new_document.js';
import { remembered } from './remembered.js';
import { schema, shaped } from './shape.js';
import { start } from './start.js';
import { t } from './words.js';

/** @typedef {import('../../shell/router.js').Place} Place */
/** @typedef {import('./local_copies.js').Copy} Copy */

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

    /** What this browser kept is the editor's from now on. @param {import('./editor.js').Editor} editor @param {Copy} copy */
    takeOver(editor, copy) {
        editor.keeper.copy();
        if (editor.keeper.copied) dropCopy(copy.key);
        return editor;
    }

    /** A copy of what the service does not have becomes a draft of its own. @param {Copy} copy */
    saved(copy) {
        return this.takeOver(this.edit(copy.document, null, true), copy);
    }

    /** @param {number} id */
    async draft(id) {
        const copy = copies(this.place.user.name).find((one) => one.draft === id);
        let draft;
        try {
            draft = await ask('GET', `/drafts/${id}`);
        } catch (fault) {
            if (!copy || !(fault instanceof ApiProblem) || fault.status !== 404) throw fault;
            notice(t('recoveredAnew'), 'warning');
            return this.saved(copy);
        }
        if (!copy) return this.edit(draft.document, draft);
        if (JSON.stringify(copy.document) === JSON.stringify(draft.document)) {
            dropCopy(copy.key);
            return this.edit(draft.document, draft);
        }
        const editor = this.edit(draft.document, { ...draft, version: copy.version });
        editor.store.replace(copy.document); // saved now, or found to be in conflict
        notice(t('recovered'));
        return this.takeOver(editor, copy);
    }

    fresh() {
        const { query, user } = this.place;
        const copy = copies(user.name).find(({ key }) => key === query.get('ban'));
        if (copy) return this.saved(copy);
        const form = formOf(this.templates, query.get('loai') ?? this.templates[0].kind, query.get('ten') ?? undefined);
        return this.edit(newDocument(form, remembered(user.name, form), { inForce: t('inForce') }), null);
    }

    async start() {
        const onfile = async (/** @type {File} */ file) => {
            try {
                const document = JSON.parse(await file.text());
                if (this.opened) return; // another file came first
                begun.leave();
                this.opened = this.edit(document, null, true);
            } catch {
                notice(t('noData', { name: file.name }), 'error');
            }
        };
        const begun = await start(this.root, { user: this.place.user, templates: this.templates, onfile });
        return begun;
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
    await resumeOrders(place.user.name);
    const [{ templates }, rules] = await Promise.all([ask('GET', '/templates'), schema()]);
    const composing = new Composing(root, place, templates, rules);
    const shown = await composing.render();
    /** @returns {import('../../shell/router.js').Leave} */
    const now = () => composing.opened ?? shown;
    return { leave: () => now().leave?.(), mayLeave: () => now().mayLeave?.() ?? true };
}
