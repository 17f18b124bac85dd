// What the parts of the form share: the document, and where the control of each field is.

/**
 * @typedef {{ element: HTMLElement, update: () => void }} Part update: shows what the document says now
 * @typedef {{ element: HTMLElement, pointer: string, reveal: (pointer: string) => boolean,
 *     showFindings: (findings: import('../../shell/api.js').Finding[]) => void }} Editor
 */

export class FormContext {
    /**
     * @param {import('./document_store.js').DocumentStore} store
     * @param {HTMLElement} root
     * @param {(pointer: string) => void} onfocus a field, a cell or a line got the focus
     * @param {boolean} [isPrinted] it says what stands on paper: nothing is numbered or filled in, its tables are put right elsewhere
     */
    constructor(store, root, onfocus, isPrinted = false) {
        this.isPrinted = isPrinted;
        this.store = store;
        this.root = root;
        this.onfocus = onfocus;
        /** Grids and outlines, which find what is in them themselves; by pointer. @type {Map<string, Editor>} */
        this.editors = new Map();
    }

    /** The control of a field; of something larger the first in it. @param {string} pointer @returns {HTMLElement | null} */
    control(pointer) {
        const name = CSS.escape(pointer);
        if (!pointer) return null;
        return this.root.querySelector(`[data-pointer="${name}"], [data-pointer^="${name}/"]`);
    }

    /** @param {string} pointer */
    editorOf(pointer) {
        return [...this.editors.values()].find((editor) => pointer.startsWith(`${editor.pointer}/`) && editor.element.isConnected);
    }

    /**
     * Brings the field, or what it is in, into sight and the caret into it.
     * @param {string} pointer
     * @param {number} [caret]
     * @returns {boolean} whether there is one
     */
    focus(pointer, caret) {
        const editor = this.editorOf(pointer);
        if (editor) {
            openAround(editor.element);
            if (editor.reveal(pointer)) {
                document.activeElement?.scrollIntoView({ block: 'nearest' });
                return true;
            }
        }
        for (let at = pointer; at; at = at.slice(0, at.lastIndexOf('/'))) {
            const control = this.control(at);
            if (!control || control.closest('[hidden]')) continue;
            openAround(control);
            control.focus({ preventScroll: true });
            control.scrollIntoView({ block: 'nearest' });
            if (caret !== undefined && control instanceof HTMLTextAreaElement) control.setSelectionRange(caret, caret);
            return true;
        }
        return false;
    }
}

/** @param {HTMLElement} element */
function openAround(element) {
    for (let up = element.parentElement; up; up = up.parentElement) if (up instanceof HTMLDetailsElement) up.open = true;
}
