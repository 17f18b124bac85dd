// A document on its way into the archive. What was asked and not yet answered is kept in this browser and asked again with the
// same key, so that it never takes two numbers.
import { ApiProblem, ask, connection, fetchFile } from '../../shell/api.js';
import { t } from './issue_words.js';
import { dropHere, keepHere, keptHere, prefixOf } from './kept_here.js';

/**
 * @typedef {{ key: string, draft: number, version: number, document: import('./new_document.js').Document, takesNumber: boolean, at: string }} Order
 *     version: of the draft, as it was seen; takesNumber: false where the document has a number of another register
 * @typedef {{ id: string, number: string, symbol: string, date: string }} Issued
 */

const askAgainAfter = 2000;

/** As long an order is of the visit in which it was given: a reload, a short cut of the connection. */
const sameVisit = 5 * 60 * 1000;
const area = 'issuing';

/** @param {string} user @returns {Order[]} those whose answer is not known */
export const openOrders = (user) => keptHere(prefixOf(area, user));

/** @param {string} user @param {Order} order */
const keyOf = (user, { key }) => prefixOf(area, user) + key;

/** @param {string} user @param {Order} order */
export const forget = (user, order) => dropHere(keyOf(user, order));

/** An older one is carried out only when somebody wants it still. @param {Order} order @param {number} [now] */
export const isRecent = ({ at }, now = Date.now()) => now - Date.parse(at) < sameVisit;

/** The same for each attempt with the same draft, also by somebody else. @param {{ id: number, created: string }} draft */
export const keyFor = ({ id, created }) => `draft-${id}-${created}`;

/** Resolves when the service answers again, or after a while. */
function pause() {
    return new Promise((resolve) => {
        const go = () => {
            clearTimeout(timer);
            connection.removeEventListener('online', go);
            resolve(undefined);
        };
        const timer = setTimeout(go, askAgainAfter);
        connection.addEventListener('online', go);
    });
}

/** @param {unknown} fault */
const isUncertain = (fault) => fault instanceof ApiProblem && [0, 502, 503, 504].includes(fault.status);

/** What somebody saved since is not archived away. @param {Order} order */
async function refuseChanged({ draft, version }) {
    const now = await ask('GET', `/drafts/${draft}`).catch((fault) => {
        if (fault instanceof ApiProblem && fault.status === 404) return null; // an earlier call came that far
        throw fault;
    });
    if (now && now.version !== version) throw new ApiProblem(412, { code: 'changed-elsewhere', title: t('changedElsewhere') });
}

/** @param {Order} order @returns {Promise<Issued>} */
async function send(order) {
    const { key, draft, version, document, takesNumber } = order;
    if (takesNumber) return ask('POST', '/archive/issue', { json: { document, key, draft, draft_version: version } });
    await refuseChanged(order);
    const { blob, name } = await fetchFile('POST', '/documents', { query: { format: 'pdf' }, json: document });
    const { id } = await added(blob, name);
    await ask('DELETE', `/drafts/${draft}`).catch(() => {}); // a draft too many is no harm
    return { id, number: document.number, symbol: document.symbol, date: document.date };
}

/** @param {Blob} blob @param {string} name @returns {Promise<{ id: string }>} */
async function added(blob, name) {
    try {
        return await ask('POST', '/archive', { bytes: blob, headers: { 'X-File-Name': encodeURIComponent(name) } });
    } catch (fault) {
        if (fault instanceof ApiProblem && fault.code === 'archive-twin') return { id: fault.body.id }; // stored before
        throw fault;
    }
}

/**
 * Asks until there is an answer.
 * @param {string} user
 * @param {Order} order
 * @param {() => void} onlost told when the answer does not come
 * @returns {Promise<Issued>} rejected: the service refused it, and no number is lost
 */
export async function issue(user, order, onlost) {
    keepHere(keyOf(user, order), order);
    for (;;) {
        try {
            const issued = await send(order);
            forget(user, order);
            return issued;
        } catch (fault) {
            if (!isUncertain(fault)) {
                forget(user, order);
                throw fault;
            }
            onlost();
            await pause();
        }
    }
}
