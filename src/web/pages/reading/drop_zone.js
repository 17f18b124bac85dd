// Where files and folders are dropped or chosen.
import { h } from '../../shell/dom.js';
import { fileButton } from '../../parts/file_button.js';
import { t } from './words.js';

/** Files below an entry of a drop, at any depth. @param {any} entry @returns {Promise<File[]>} */
async function filesBelow(entry) {
    if (entry.isFile) return [await new Promise((resolve, reject) => entry.file(resolve, reject))];
    const reader = entry.createReader();
    /** @type {any[]} */
    const entries = [];
    // A reader gives a hundred entries a call, and none when there are no more.
    for (;;) {
        const some = /** @type {any[]} */ (await new Promise((resolve, reject) => reader.readEntries(resolve, reject)));
        if (!some.length) break;
        entries.push(...some);
    }
    return (await Promise.all(entries.map(filesBelow))).flat();
}

/** @param {DataTransfer} transfer */
async function filesOf(transfer) {
    const entries = [...transfer.items].filter((item) => item.kind === 'file').map((item) => item.webkitGetAsEntry());
    if (entries.some((entry) => entry?.isDirectory)) return (await Promise.all(entries.map(filesBelow))).flat();
    return [...transfer.files];
}

/** @param {(files: File[]) => void} onfiles @param {(fault: unknown) => void} onfault */
export function dropZone(onfiles, onfault) {
    const files = fileButton(t('chooseFiles'), onfiles, { multiple: true, class: 'files' });
    const folder = fileButton(t('chooseFolder'), onfiles, { multiple: true, class: 'folder', webkitdirectory: true });
    const zone = h(
        'section',
        { class: 'drop-zone', 'aria-label': t('dropLabel') },
        h('p', {}, h('strong', {}, t('drop')), h('br'), h('small', {}, t('dropKinds'))),
        h('div', { class: 'row' }, files, folder),
    );
    const over = (/** @type {DragEvent} */ event) => {
        if (!event.dataTransfer?.types.includes('Files')) return;
        event.preventDefault();
        zone.classList.toggle('over', event.type !== 'dragleave' && event.type !== 'drop');
        if (event.type === 'drop') filesOf(event.dataTransfer).then(onfiles, onfault);
    };
    return { zone, over };
}
