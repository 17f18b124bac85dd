// A document on its way into the archive. What was asked and not yet answered is kept in this browser and asked again with the
// same key, so that it never takes two numbers.
import { ApiProblem, ask, connection, fetchFile } from '../../shell/api.js';

/**
 * @typedef {{ key: string, draft: number, document: import('./new_document.js').Document, takesNumber: boolean }} Order
 *     takesNumber: false where the document has a number of another register
 * @typedef {{ id: string, number: string, symbol: string, date: string }} Issued
 */

const askAgainAfter = 2000;

/** @param {string} user */
const keyOf = (user) => `vanthu.compose.issuing.${user}`;

/** @param {string} user @returns {Order | null} an order whose answer is not known */
export function openOrder(user) {
    try {
        return JSON.parse(localStorage.getItem(keyOf(user)) ?? 'null');
    } catch {
        return null;
    }
}

/** The same for each attempt with the same draft, also by somebody else. @param {{ id: number, created: string }} draft */
export const keyFor = ({ id, created }) => `draft-${id}-${created}`;

/** Resolves when the service answers again, or after a while. */
function pause() {
    return new Promise((resolve) => {
        connection.addEventListener('online', resolve, { once: true });
        setTimeout(resolve, askAgainAfter);
    });
}

/** @param {unknown} fault */
const isUncertain = (fault) => fault instanceof ApiProblem && [0, 502, 503, 504].includes(fault.status);

/** @param {Order} order @returns {Promise<Issued>} */
async function send({ key, draft, document, takesNumber }) {
    if (takesNumber) return ask('POST', '/archive/issue', { json: { document, key, draft } });
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
    localStorage.setItem(keyOf(user), JSON.stringify(order));
    for (;;) {
        try {
            const issued = await send(order);
            localStorage.removeItem(keyOf(user));
            return issued;
        } catch (fault) {
            if (!isUncertain(fault)) {
                localStorage.removeItem(keyOf(user));
                throw fault;
            }
            onlost();
            await pause();
        }
    }
}
