// The first page: what is new, what is due, and the ways to the work.
import { ask } from '../../shell/api.js';
import { debounced, fill, h } from '../../shell/dom.js';
import { t as shell } from '../../shell/language.js';
import { follow } from '../../shell/live.js';
import { tell } from '../../shell/notices.js';
import { mayDo } from '../../shell/router.js';
import { draftList, dueLists, paperList, readingList } from './lists.js';
import { t } from './words.js';

const told = ['archive', 'draft', 'reading', 'removal'];

/** The search box of the archive, from here. */
function quickSearch() {
    const input = h('input', { type: 'search', 'aria-label': t('search'), placeholder: t('searchHint'), autocomplete: 'off' });
    const form = h('form', { role: 'search', 'aria-label': t('search') }, input, h('button', { class: 'primary' }, t('find')));
    form.addEventListener('submit', (event) => {
        event.preventDefault();
        location.hash = `#/kho?${new URLSearchParams({ q: input.value.trim() })}`;
    });
    return form;
}

/** @param {string} place @param {string} title @param {string} hint */
function way(place, title, hint) {
    return h('a', { class: 'way card', href: `#/${place}` }, h('strong', {}, title), h('span', {}, hint));
}

/** @param {boolean} isClerk */
function ways(isClerk) {
    const links = isClerk ? [way('soan', shell('compose'), t('composeHint')), way('doc', shell('readings'), t('readHint'))] : [];
    return h('nav', { class: 'ways', 'aria-label': t('ways') }, ...links, way('kho', t('toArchive'), t('archiveHint')));
}

/** @param {HTMLElement} root @param {import('../../shell/router.js').Place} place */
export async function render(root, { user }) {
    const isClerk = mayDo(user.role, 'clerk');
    const lists = h('div', { class: 'lists' });
    let isGone = false;
    const load = async () => {
        const start = await ask('GET', '/start');
        if (isGone) return;
        const focused = document.activeElement?.getAttribute('href');
        fill(
            lists,
            h('div', {}, ...dueLists(start)),
            h(
                'div',
                {},
                isClerk && draftList(start.drafts),
                isClerk && readingList(start.readings),
                paperList(start, mayDo(user.role, 'officer')),
            ),
        );
        if (focused) /** @type {HTMLElement | null} */ (lists.querySelector(`[href="${CSS.escape(focused)}"]`))?.focus();
    };
    const changed = debounced(500, () => load().catch(tell));
    fill(root, h('h1', {}, shell('start')), quickSearch(), ways(isClerk), lists);
    await load();
    const end = follow(told, changed);
    return {
        leave: () => {
            isGone = true;
            changed.cancel();
            end();
        },
    };
}
