// Which page an address names: "#/kho/vt-12?q=dat" → page "kho", rest ["vt-12"], query q=dat. Pages come when they are
// first needed.
import { t } from './language.js';

/**
 * @typedef {{ rest: string[], query: URLSearchParams, user: { name: string, role: string } }} Place
 * @typedef {{ render: (root: HTMLElement, place: Place) => void | Leave | Promise<void | Leave> }} Page
 * @typedef {{ leave?: () => void, mayLeave?: () => boolean | Promise<boolean> }} Leave what a page wants done when it goes; mayLeave: false keeps it
 * @typedef {{ path: string, title: string, role: string, style: string, load: () => Promise<Page> }} Entry style: its file in /style
 */

const roles = ['reader', 'clerk', 'officer', 'admin'];

/** @param {string} role @param {string} needed */
export function mayDo(role, needed) {
    return roles.indexOf(role) >= roles.indexOf(needed);
}

/** @type {Entry[]} */
export const entries = [
    { path: '', title: t('start'), role: 'reader', style: 'start', load: () => import('../pages/start/start.js') },
    { path: 'soan', title: t('compose'), role: 'clerk', style: 'compose', load: () => import('../pages/compose/compose.js') },
    { path: 'doc', title: t('readings'), role: 'clerk', style: 'reading', load: () => import('../pages/reading/reading.js') },
    { path: 'kho', title: t('archive'), role: 'reader', style: 'archive', load: () => import('../pages/archive/archive.js') },
    { path: 'so', title: t('register'), role: 'reader', style: 'register', load: () => import('../pages/register/register.js') },
    { path: 'viec', title: t('tasks'), role: 'reader', style: 'tasks', load: () => import('../pages/tasks/tasks.js') },
    { path: 'nguoi-dung', title: t('users'), role: 'admin', style: 'users', load: () => import('../pages/users/users.js') },
];

export function here() {
    const [path, query] = location.hash.replace(/^#\/?/, '').split('?');
    const [first, ...rest] = path.split('/').map(decodeURIComponent);
    return { entry: entries.find((entry) => entry.path === first), rest, query: new URLSearchParams(query) };
}

/** What the address was when the page was shown, or was named since. */
export const shown = { hash: location.hash };

/** Names the page that is shown anew: what was just begun has got its number. @param {string} hash */
export function rename(hash) {
    history.replaceState(null, '', hash);
    shown.hash = hash;
}

/** Shows the page of the address anew. */
export function reload() {
    window.dispatchEvent(new HashChangeEvent('hashchange'));
}
