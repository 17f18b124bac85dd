// The keys of the page of work.
import { h } from '../../shell/dom.js';
import { t as shellWord } from '../../shell/language.js';
import { t } from './words.js';

export function showHelp() {
    const keys = t('helpKeys').split('\n').map((line) => line.split(' — '));
    const list = h('dl', {}, ...keys.flatMap(([key, does]) => [h('dt', {}, h('kbd', {}, key)), h('dd', {}, does)]));
    const heading = h('h2', { id: 'help-title' }, t('helpTitle'));
    const dialog = h('dialog', { class: 'keys-help', 'aria-labelledby': heading.id, onclose: () => dialog.remove() });
    dialog.append(h('form', { method: 'dialog' }, heading, list, h('button', { class: 'primary' }, shellWord('close'))));
    document.body.append(dialog);
    dialog.showModal();
}
