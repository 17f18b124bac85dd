// A reading goes into the archive as it was put right, once.
import { choose } from '../../parts/choice.js';
import { ApiProblem, ask } from '../../shell/api.js';
import { h } from '../../shell/dom.js';
import { t as shellWord } from '../../shell/language.js';
import { notice, tell } from '../../shell/notices.js';
import { t } from './words.js';

/** @param {string} id of an archived document */
const open = (id) => () => (location.hash = `#/kho/${encodeURIComponent(id)}`);

/** @param {import('./desk.js').Reading} reading @param {{ allow_same_number?: 1, replaces?: string }} [query] */
export async function archive(reading, query = {}) {
    try {
        const added = await ask('POST', '/archive', { query, json: { reading: reading.id } });
        const name = added.number || added.symbol ? `${added.number}/${added.symbol}` : reading.name;
        notice(t('archived', { name }), 'done', { label: t('openArchived'), action: open(added.id) });
    } catch (fault) {
        if (!(fault instanceof ApiProblem) || fault.status !== 409) tell(fault);
        else if (fault.code === 'archive-twin-number') await sameNumber(reading, fault);
        else await twin(fault);
    }
}

/** The same file is in the archive already. @param {ApiProblem} fault */
async function twin(fault) {
    const chosen = await choose(t('twinTitle'), [t('twinText'), h('p', {}, fault.message)], [
        { name: 'open', label: t('openArchived'), kind: 'primary' },
        { name: '', label: shellWord('close') },
    ]);
    if (chosen === 'open') open(fault.body.id)();
}

/** Another document bears number and symbol. @param {import('./desk.js').Reading} reading @param {ApiProblem} fault */
async function sameNumber(reading, fault) {
    const chosen = await choose(t('sameNumberTitle'), [h('p', {}, fault.message), t('sameNumberText')], [
        { name: 'open', label: t('openArchived'), kind: 'primary', explains: t('openArchivedExplains') },
        { name: 'newer', label: t('archiveNewer'), explains: t('archiveNewerExplains') },
        { name: 'both', label: t('archiveBoth'), explains: t('archiveBothExplains') },
        { name: '', label: shellWord('cancel') },
    ]);
    if (chosen === 'open') open(fault.body.id)();
    if (chosen === 'newer') await archive(reading, { replaces: fault.body.id });
    if (chosen === 'both') await archive(reading, { allow_same_number: 1 });
}
