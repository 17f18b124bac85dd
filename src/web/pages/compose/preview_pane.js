// The printed page beside the form: drawn anew when typing stops; a click in it leads to the field, a field is outlined in it.
import { bytesOf } from '../../parts/bytes.js';
import { pdfView } from '../../parts/pdf_view.js';
import { ApiProblem, ask, connection } from '../../shell/api.js';
import { debounced, h } from '../../shell/dom.js';
import { tell } from '../../shell/notices.js';
import { cleaned } from './new_document.js';
import { fieldAt, placesOf } from './places.js';
import { t } from './words.js';

/** @typedef {import('../../shell/api.js').Finding} Finding */

/** Milliseconds without a key until the page follows. */
const pause = 60;

export class PreviewPane {
    /** @param {{ document: () => any, onfield: (pointer: string) => void, onfindings: (findings: Finding[]) => void }} options */
    constructor({ document, onfield, onfindings }) {
        this.document = document;
        this.onfindings = onfindings;
        /** @type {import('./places.js').Place[]} */
        this.places = [];
        this.marked = '';
        /** @type {AbortController | null} */
        this.asked = null;
        this.view = pdfView({
            label: t('printedPages'),
            hasAllFonts: true,
            onpoint: (page, x, y) => {
                const field = fieldAt(this.places, page, x, y, this.document());
                if (field) onfield(field);
            },
        });
        this.late = h('p', { class: 'late', hidden: true });
        this.element = h('div', { class: 'preview' }, this.late, this.view.element);
        this.refresh = debounced(pause, () => this.ask());
        this.isOffline = false;
        this.again = () => this.isOffline && this.ask();
        connection.addEventListener('online', this.again);
    }

    async ask() {
        this.asked?.abort();
        this.isOffline = false;
        const asked = (this.asked = new AbortController());
        try {
            const answer = await ask('POST', '/preview', { json: cleaned(this.document()), signal: asked.signal });
            if (!asked.signal.aborted) await this.show(answer, asked.signal);
        } catch (fault) {
            if (asked.signal.aborted) return;
            this.isOffline = fault instanceof ApiProblem && fault.status === 0;
            if (this.late.hidden) tell(fault);
            this.tellLate(t(this.isOffline ? 'previewOffline' : 'previewFailed'));
        }
    }

    /** @param {{ pdf: string | null, places: import('./places.js').Place[], diagnostics: Finding[] }} answer @param {AbortSignal} signal */
    async show({ pdf, places, diagnostics }, signal) {
        this.onfindings(diagnostics);
        this.tellLate(pdf ? '' : t('previewImpossible'));
        if (!pdf) return;
        const pages = await this.view.show(bytesOf(pdf));
        if (signal.aborted || !pages) return;
        this.places = places;
        this.mark(this.marked);
    }

    /** Why the page is older than the form; '': it is not. @param {string} why */
    tellLate(why) {
        this.late.textContent = why;
        this.late.hidden = !why;
    }

    /** @param {string} pointer */
    mark(pointer) {
        this.marked = pointer;
        this.view.mark(pointer ? placesOf(this.places, pointer) : [], { scroll: true });
    }

    close() {
        this.refresh.cancel();
        this.asked?.abort();
        connection.removeEventListener('online', this.again);
        this.view.close();
    }
}
