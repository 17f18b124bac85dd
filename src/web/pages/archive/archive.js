// The archive: its search, or one of its documents.
import { useStyle } from '../../shell/dom.js';

/** @param {HTMLElement} root @param {import('../../shell/router.js').Place} place */
export async function render(root, place) {
    if (!place.rest[0]) return (await import('./search_page.js')).render(root, place);
    const [page] = await Promise.all([import('./document_page.js'), useStyle('document')]);
    return page.render(root, place);
}
