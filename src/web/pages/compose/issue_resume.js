// An order whose answer never came: carried out again at once in the same visit, later only when somebody wants it still.
import { choose } from '../../parts/choice.js';
import { shownDate, shownTime } from '../../parts/dates.js';
import { h } from '../../shell/dom.js';
import { issueAgain } from './issue_dialog.js';
import { t } from './issue_words.js';
import { forget, isRecent, openOrders } from './issuing.js';

/** @typedef {import('./issuing.js').Order} Order */

/** @param {Order} order @returns {Promise<string>} */
function askAbout({ document, takesNumber, at }) {
    const number = takesNumber ? t('fromRegister') : `${document.number}/${document.symbol}`;
    const rows = [
        [t('number'), number],
        [t('subject'), document.subject],
        [t('date'), shownDate(document.date)],
    ];
    const facts = h('dl', { class: 'facts' }, ...rows.flatMap(([name, value]) => [h('dt', {}, name), h('dd', {}, value || '…')]));
    return choose(
        t('unanswered'),
        [t('unansweredText', { time: shownTime(at) }), facts],
        [
            { name: '', label: t('later') },
            { name: 'again', label: t('issueStill'), explains: t('issueStillText') },
            { name: 'drop', label: t('dropOrder'), explains: t('dropOrderText') },
        ],
    );
}

/** @param {string} user */
export async function resumeOrders(user) {
    for (const order of openOrders(user)) {
        const chosen = isRecent(order) ? 'again' : await askAbout(order);
        if (chosen === 'drop') forget(user, order);
        if (chosen === 'again') await issueAgain({ user, name: () => '', reveal: () => {} }, order);
    }
}
