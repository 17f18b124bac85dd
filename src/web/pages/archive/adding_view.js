// What became of each file that was put into the archive.
import { h, fill } from '../../shell/dom.js';
import { dayOf, t as shell } from '../../shell/language.js';
import { fileButton } from '../../parts/file_button.js';
import { numberOf } from '../../parts/paper_names.js';
import { additions } from './adding.js';
import { t } from './words.js';

/** @typedef {import('./adding.js').Addition} Addition */

/** @param {string} label @param {() => void} onclick */
const button = (label, onclick) => h('button', { type: 'button', onclick }, label);

/** @param {string} id @param {string} text */
const link = (id, text) => h('a', { href: `#/kho/${encodeURIComponent(id)}` }, text);

/** "52/QĐ-UBND, 12/03/2021", as far as the answer knows it. @param {any} answer @param {string} otherwise */
function called(answer, otherwise) {
    const number = numberOf(answer).replace(/^\/$/, ''); // a refusal puts number and symbol together, also where there are none
    return number ? [number, dayOf(answer.date)].filter(Boolean).join(', ') : otherwise;
}

/** @param {Addition} one */
function outcome(one) {
    switch (one.state) {
        case 'waiting':
            return [t('waiting')];
        case 'sending':
            return [h('progress', { max: 1, value: one.part, 'aria-label': t('sending') }), t('sending')];
        case 'reading':
            return [t('beingRead')];
        case 'added':
            return [
                h(
                    'span',
                    { class: 'badge done' },
                    `✓ ${t(one.answer.version > 1 ? 'addedVersion' : 'added', { version: one.answer.version })}`,
                ),
                ' ',
                link(one.id, called(one.answer, one.file.name)),
                doubts(one),
            ];
        case 'twin':
            return [h('span', { class: 'badge' }, `= ${t('twin')}`), ' ', link(one.id, called(one.answer, t('thatDocument')))];
        case 'sameNumber':
            return [
                h('span', { class: 'badge warning' }, `⚠ ${t('sameNumber')}`),
                ' ',
                link(one.id, called(one.answer, t('thatDocument'))),
                choices(one),
            ];
        default:
            return [
                h('span', { class: 'badge error' }, `✕ ${t('notAdded')}`),
                ` ${one.reason}${one.hint && ` → ${one.hint}`} `,
                button(shell('again'), () => additions.again(one)),
                button(t('skip'), () => additions.remove(one)),
            ];
    }
}

/** What the reading was not sure of: to be looked over on the document's page. @param {Addition} one */
function doubts(one) {
    const count = one.answer.diagnostics.filter((/** @type {{ severity: string }} */ found) => found.severity === 'warning').length;
    return count > 0 && h('small', {}, ` ${t('doubts', { count })}`);
}

/** @param {Addition} one */
function choices(one) {
    return h(
        'div',
        { class: 'row' },
        h('span', {}, t('whatIsIt')),
        button(t('isVersion'), () => additions.again(one, `?replaces=${encodeURIComponent(one.id)}`)),
        button(t('isOther'), () => additions.again(one, '?allow_same_number=1')),
        button(t('skip'), () => additions.remove(one)),
    );
}

/**
 * Files dropped anywhere on the page are added. Returns what ends that.
 * @param {HTMLElement} root shows that they may be dropped
 */
export function takeDrops(root) {
    const over = (/** @type {DragEvent} */ event) => {
        if (!event.dataTransfer?.types.includes('Files')) return;
        event.preventDefault();
        root.classList.toggle('over', event.type === 'dragover');
        if (event.type === 'drop') additions.add([...event.dataTransfer.files]);
    };
    const names = /** @type {const} */ (['dragover', 'dragleave', 'drop']);
    for (const name of names) document.addEventListener(name, over);
    return () => names.forEach((name) => document.removeEventListener(name, over));
}

/** The button, and the panel below it. */
export function adding() {
    const list = h('ul', {});
    const clear = button(t('clearDone'), () => additions.clearDone());
    const status = h('p', { role: 'status', class: 'unseen' });
    const panel = h('section', { class: 'adding card', 'aria-label': t('adding'), hidden: true }, list, status, clear);
    const show = () => {
        panel.hidden = additions.list.length === 0;
        fill(list, ...additions.list.map((one) => h('li', {}, h('strong', {}, one.file.name), h('div', {}, ...outcome(one)))));
        clear.hidden = !additions.list.some((one) => one.state === 'added' || one.state === 'twin');
        const open = additions.list.filter((one) => ['waiting', 'sending', 'reading'].includes(one.state)).length;
        const words = open ? '' : t('allDone', { count: additions.list.filter((one) => one.state === 'added').length });
        if (status.textContent !== words) status.textContent = words;
    };
    show();
    additions.addEventListener('change', show);
    return {
        button: fileButton(t('addFiles'), (files) => additions.add(files), { multiple: true }),
        panel,
        leave: () => additions.removeEventListener('change', show),
    };
}
