// The shell of the page: head, navigation, login, and one page at a time below them.
import { ApiProblem, ask, connection, hold } from './shell/api.js';
import { fill, h, useStyle } from './shell/dom.js';
import { choose, language, t } from './shell/language.js';
import { listen } from './shell/live.js';
import { login } from './shell/login.js';
import { notice, tell } from './shell/notices.js';
import { entries, here, mayDo, shown } from './shell/router.js';

const main = /** @type {HTMLElement} */ (document.getElementById('main'));
const head = /** @type {HTMLElement} */ (document.getElementById('head'));

/** @type {{ user: { name: string, full_name: string, role: string } | null, users: boolean, version: string }} */
let session;
/** @type {import('./shell/router.js').Leave} */
let current = {};
let turn = 0;
const askAgainAfter = 2000;
const whoWorksHere = 'vanthu.user';

function drawHead() {
    const role = session.user?.role ?? '';
    const links = entries
        .filter((entry) => mayDo(role, entry.role))
        .map((entry) => h('a', { href: `#/${entry.path}`, 'aria-current': here().entry === entry && 'page' }, entry.title));
    const other = language() === 'vi' ? 'en' : 'vi';
    fill(
        head,
        h('strong', { class: 'brand' }, 'vanthu'),
        h('nav', { 'aria-label': t('navigation') }, ...links),
        h(
            'div',
            { class: 'who' },
            session.users && session.user && whoMenu(session.user.full_name || session.user.name),
            h('button', { type: 'button', class: 'quiet', lang: other, onclick: () => choose(other) }, t('otherLanguage')),
        ),
    );
}

/** @param {string} name */
function whoMenu(name) {
    const menu = h('details', { class: 'menu' }, h('summary', {}, name));
    const item = (/** @type {string} */ label, /** @type {() => void} */ action) => h('button', { type: 'button', onclick: () => ((menu.open = false), action()) }, label);
    menu.append(h('div', {}, item(t('changePassword'), changePassword), item(t('logout'), logout)));
    menu.addEventListener('focusout', (event) => !menu.contains(/** @type {Node | null} */ (event.relatedTarget)) && (menu.open = false));
    return menu;
}

async function changePassword() {
    const dialog = await import('./shell/password.js');
    await dialog.changePassword(session.user?.name ?? '');
}

async function logout() {
    if (current.mayLeave && !(await current.mayLeave())) return;
    try {
        await ask('DELETE', '/session');
    } catch (fault) {
        const hasEnded = fault instanceof ApiProblem && fault.status === 401;
        if (!hasEnded) return void notice(t('logoutFailed'), 'error');
    }
    location.reload();
}

/** Who logged in, also where that is not answered at once. @returns {Promise<typeof session>} */
async function whoIsHere() {
    for (;;) {
        try {
            return await ask('GET', '/session');
        } catch {
            await new Promise((resolve) => setTimeout(resolve, askAgainAfter));
        }
    }
}

/** Somebody else gets a page of their own. Nothing of this one is sent any more: it stays in this browser under its user's name. */
function giveWay() {
    hold(new Promise(() => {}));
    location.reload();
}

/** Also for other windows of this browser: they share its session. */
function announce() {
    if (session.users) localStorage.setItem(whoWorksHere, session.user?.name ?? '');
}

async function sameUserAgain() {
    await login();
    const next = await whoIsHere();
    if (session.users && next.user?.name !== session.user?.name) giveWay();
    session = next;
    announce();
    drawHead();
}

/** @type {Promise<void> | null} */
let again = null;

function logInAgain() {
    if (again) return;
    again = sameUserAgain().finally(() => (again = null));
    hold(again);
}

async function show() {
    if (current.mayLeave && !(await current.mayLeave())) {
        history.replaceState(null, '', shown.hash || '#/');
        return;
    }
    current.leave?.();
    current = {};
    shown.hash = location.hash;
    const mine = ++turn;
    const { entry, rest, query } = here();
    drawHead();
    document.title = entry ? `${entry.title} – vanthu` : 'vanthu';
    if (!entry || !session.user) return fill(main, h('p', {}, t('unknown')));
    const root = h('div', { class: `page ${entry.path || 'start'}` }, h('p', { class: 'loading' }, t('loading')));
    fill(main, root);
    try {
        const [page] = await Promise.all([entry.load(), useStyle(entry.style)]);
        fill(root);
        const made = (await page.render(root, { rest, query, user: session.user })) ?? {};
        if (mine === turn) current = made;
        else made.leave?.(); // another page was asked for meanwhile
    } catch (fault) {
        if (mine !== turn) return;
        fill(root, h('h1', {}, entry.title), h('p', {}, t('failed')), h('button', { type: 'button', onclick: show }, t('again')));
        tell(fault);
    }
}

function watchConnection() {
    const bar = h('p', { class: 'offline', role: 'alert', hidden: true }, t('offline'));
    head.after(bar);
    connection.addEventListener('offline', () => (bar.hidden = false));
    connection.addEventListener('online', () => (bar.hidden = true));
    connection.addEventListener('login-needed', logInAgain);
    window.addEventListener('storage', ({ key, newValue }) => key === whoWorksHere && session?.user && newValue !== session.user.name && giveWay());
}

async function begin() {
    document.documentElement.lang = language();
    const skip = /** @type {HTMLElement} */ (document.getElementById('skip'));
    skip.textContent = t('skip');
    skip.addEventListener('click', (event) => {
        event.preventDefault();
        main.focus();
    });
    watchConnection();
    const { entry } = here();
    if (entry) Promise.all([entry.load(), useStyle(entry.style)]).catch(() => {}); // on their way while it is asked who this is
    session = await ask('GET', '/session');
    if (session.users && !session.user) {
        await login();
        session = await ask('GET', '/session');
    }
    announce();
    listen();
    window.addEventListener('hashchange', show);
    await show();
}

begin().catch((fault) => {
    fill(main, h('p', {}, t('offline')), h('button', { type: 'button', onclick: () => location.reload() }, t('again')));
    console.error(fault);
});
