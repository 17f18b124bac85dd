// Somebody else saved the reading meanwhile: who works here decides, and what was written stays within reach of undo.
import { choose } from '../../parts/choice.js';
import { shownTime } from '../../parts/dates.js';
import { notice } from '../../shell/notices.js';
import { t } from './words.js';

/** @typedef {import('./reading_keeper.js').ReadingKeeper} Keeper */

/** @param {Keeper} keeper @param {import('./work_store.js').WorkStore} store */
export async function resolveConflict(keeper, store) {
    const theirs = await keeper.load();
    const chosen = await choose(t('conflictTitle'), [t('conflictText', { by: theirs.item.by, time: shownTime(theirs.item.updated) })], [
        { name: 'theirs', label: t('conflictTheirs'), kind: 'primary', explains: t('conflictTheirsText') },
        { name: 'mine', label: t('conflictMine'), explains: t('conflictMineText', { by: theirs.item.by }) },
    ]);
    if (chosen === 'mine') keeper.goOnFrom(theirs.item, null);
    if (chosen === 'theirs') take(keeper, store, theirs);
}

/** @param {Keeper} keeper @param {import('./work_store.js').WorkStore} store @param {Awaited<ReturnType<Keeper['load']>>} theirs */
export function take(keeper, store, theirs) {
    const hadMine = keeper.isUnsaved();
    keeper.goOnFrom(theirs.item, theirs.content); // first, so that what follows is no change of ours
    store.apply(theirs.content);
    keeper.goOnFrom(theirs.item, store.content);
    notice(t('loadedTheirs', { by: theirs.item.by }), 'done', hadMine ? { label: t('backToMine'), action: () => store.undo() } : undefined);
}
