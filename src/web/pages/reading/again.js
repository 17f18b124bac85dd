// Reading a document anew: what a clerk put right of it goes, which is asked before.
import { choose } from '../../parts/choice.js';
import { ask } from '../../shell/api.js';
import { t as shellWord } from '../../shell/language.js';
import { originalOf } from './page_pane.js';
import { t } from './words.js';

/** Whether anything was saved since the machine read it, confirmed or not. @param {number} id */
export async function hasWork(id) {
    const [{ reading, content }, original] = await Promise.all([ask('GET', `/readings/${id}`), originalOf(id)]);
    return reading.review !== 'unchecked' || JSON.stringify(content) !== JSON.stringify(original);
}

/** @param {boolean} losesWork @returns {Promise<boolean>} */
export async function confirmAgain(losesWork) {
    const [title, question] = losesWork ? [t('againLoses'), t('againQuestion')] : [t('again'), t('againPlain')];
    const answer = await choose(title, [question], [
        { name: '', label: shellWord('cancel') },
        { name: 'again', label: t('again'), kind: 'primary' },
    ]);
    return answer === 'again';
}

/** @param {number} id @returns {Promise<import('./desk.js').Reading>} */
export const readAgain = (id) => ask('POST', `/readings/${id}/again`);
