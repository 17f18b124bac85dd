// A draft that somebody else saved meanwhile: who writes here decides, and nothing is lost unknowingly.
import { choose } from '../../parts/choice.js';
import { shownTime } from '../../parts/dates.js';
import { ask } from '../../shell/api.js';
import { h } from '../../shell/dom.js';
import { notice, tell } from '../../shell/notices.js';
import { differences } from './field_names.js';
import { schema, shaped } from './shape.js';
import { t } from './words.js';

/** @typedef {import('./draft_keeper.js').DraftKeeper} Keeper */

/** @param {Keeper} keeper */
export async function resolveConflict(keeper) {
    const { store } = keeper;
    const theirs = await ask('GET', `/drafts/${keeper.item?.id}`);
    const content = [
        h('p', {}, t('conflictText', { by: theirs.by, time: shownTime(theirs.updated) })),
        h('p', {}, t('conflictDiffers', { fields: differences(store.document, theirs.document).join(', ') })),
    ];
    const chosen = await choose(t('conflictTitle'), content, [
        { name: 'copy', label: t('conflictCopy'), kind: 'primary', explains: t('conflictCopyText') },
        { name: 'theirs', label: t('conflictTheirs'), explains: t('conflictTheirsText') },
        { name: 'mine', label: t('conflictMine'), explains: t('conflictMineText', { by: theirs.by }) },
    ]);
    if (chosen === 'copy') await keeper.saveAsNew();
    if (chosen === 'mine') keeper.goOnFrom(theirs, theirs.document);
    if (chosen === 'theirs') await loadTheirs(keeper, theirs);
}

/** @param {Keeper} keeper @param {any} theirs */
async function loadTheirs(keeper, theirs) {
    const mine = keeper.isUnsaved() ? keeper.store.document : null;
    const { document } = shaped(theirs.document, await schema());
    keeper.store.replace(document);
    keeper.goOnFrom(theirs, document);
    const back = mine && { label: t('backToMine'), action: () => keeper.store.replace(mine) };
    notice(t('loadedTheirs', { by: theirs.by }), 'done', back || undefined);
}

/** A draft that was deleted or archived by somebody else. @param {Keeper} keeper */
export async function resolveGone(keeper) {
    const chosen = await choose(
        t('goneTitle'),
        [t('goneText')],
        [
            { name: 'copy', label: t('conflictCopy'), kind: 'primary' },
            { name: '', label: t('later') },
        ],
    );
    if (chosen === 'copy') await keeper.saveAsNew();
}

/** @param {Keeper} keeper */
export async function resolve(keeper) {
    try {
        if (keeper.state === 'gone') await resolveGone(keeper);
        else if (keeper.isUnsaved()) await resolveConflict(keeper);
        else await loadTheirs(keeper, await ask('GET', `/drafts/${keeper.item?.id}`));
    } catch (fault) {
        tell(fault);
    }
}
