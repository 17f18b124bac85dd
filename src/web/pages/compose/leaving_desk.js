// The document leaves the desk: as a file, on paper, into the archive.
import { choose } from '../../parts/choice.js';
import { ask } from '../../shell/api.js';
import { notice, tell } from '../../shell/notices.js';
import { mayDo } from '../../shell/router.js';
import { resolve } from './conflict.js';
import { confirmIssue } from './issue_dialog.js';
import { t as issueWords } from './issue_words.js';
import { keyFor } from './issuing.js';
import { findingsOf } from './output.js';
import { remember } from './remembered.js';
import { t } from './words.js';

/** @typedef {import('../../shell/api.js').Finding} Finding */

export class LeavingDesk {
    /** @param {import('./editor.js').Editor} editor */
    constructor(editor) {
        this.editor = editor;
        /** It is archived, and the draft is no more. */
        this.isDone = false;
        /** Somebody else saved it: to be settled first. */
        this.isOvertaken = false;
    }

    /** @param {() => Promise<void>} action makes the document */
    async make(action) {
        try {
            await action();
            remember(this.editor.user.name, this.editor.store.document);
        } catch (fault) {
            const found = findingsOf(fault);
            if (found) this.refuse(found);
            else tell(fault);
        }
    }

    /** It cannot leave yet: says why, and leads to the first place. @param {Finding[]} found */
    refuse(found) {
        const { bar, preview } = this.editor;
        this.beStrict(found);
        preview.refresh();
        bar.next = 0;
        bar.forward();
        notice(t('notYet', { number: bar.findings.filter(({ weight }) => weight === 'error').length }), 'warning');
    }

    /** From now on what is missing is an error. @param {Finding[]} found */
    beStrict(found) {
        this.editor.isStrict = true;
        this.editor.showFindings(found);
    }

    /** Whether nobody else saved the draft: their part would go with it. @param {{ id: number, version: number }} draft */
    async isNewest({ id, version }) {
        try {
            const now = await ask('GET', `/drafts/${id}`);
            this.editor.keeper.hear(now);
            return now.version === version;
        } catch (fault) {
            tell(fault);
            return false;
        }
    }

    /** The draft as the service has it; null: it is not saved as it is here, and the person was told. */
    async savedDraft() {
        const { keeper } = this.editor;
        await keeper.save();
        if (!keeper.item) await keeper.saveAsNew();
        const draft = /** @type {import('./draft_keeper.js').Draft | null} */ (keeper.item);
        if (!draft || keeper.state !== 'saved') {
            notice(t('saveFirst'), 'error');
            return null;
        }
        return draft;
    }

    /** Behind the dialog, so that nothing is written any more that would not be archived. */
    async ready() {
        const { store, found } = this.editor;
        const draft = await this.savedDraft();
        if (!draft) return null;
        this.isOvertaken = !(await this.isNewest(draft));
        if (this.isOvertaken) return null;
        this.beStrict(found);
        return { document: store.document, order: { key: keyFor(draft), draft: draft.id, version: draft.version } };
    }

    async issue() {
        const { user, keeper, store, guide } = this.editor;
        if (!mayDo(user.role, 'officer')) {
            await keeper.save();
            return void choose(issueWords('officerTitle'), [issueWords('officerText')], [{ name: '', label: issueWords('close') }]);
        }
        this.isOvertaken = false;
        const issued = await confirmIssue({ user: user.name, ...guide }, () => this.ready());
        if (this.isOvertaken) await resolve(keeper);
        if (!issued) return;
        remember(user.name, store.document);
        keeper.abandon();
        this.isDone = true;
        if (location.hash.startsWith('#/soan/')) location.hash = '#/soan';
    }
}
