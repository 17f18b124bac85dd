// Tabs above panels: arrows go from one to the next.
import { fill, h } from '../../shell/dom.js';

/** @typedef {{ name: string, label: string, title?: string, warning?: string, panel: HTMLElement }} Tab warning: what stands behind the label, with a sign */

export class Tabs {
    /** @param {string} label @param {{ onturn: (name: string) => void, onchosen: (name: string) => void }} hooks onturn: another is shown; onchosen: by hand */
    constructor(label, { onturn, onchosen }) {
        this.onturn = onturn;
        this.onchosen = onchosen;
        this.bar = h('div', { class: 'tabs', role: 'tablist', 'aria-label': label });
        this.panels = h('div', { class: 'panels' });
        /** @type {Tab[]} */
        this.tabs = [];
        this.chosen = '';
        this.bar.addEventListener('keydown', (event) => this.walk(event));
    }

    /** Several tabs may have one panel. @param {Tab[]} tabs */
    show(tabs) {
        const focused = document.activeElement?.parentElement === this.bar;
        this.tabs = tabs;
        fill(this.bar, ...tabs.map((tab) => this.button(tab)));
        const panels = [...new Set(tabs.map(({ panel }) => panel))];
        for (const old of [...this.panels.children]) if (!panels.includes(/** @type {HTMLElement} */ (old))) old.remove();
        for (const panel of panels) if (!panel.isConnected) this.panels.append(panel);
        if (!tabs.some(({ name }) => name === this.chosen)) this.chosen = tabs[0].name;
        this.settle();
        if (focused) this.buttonOf(this.chosen)?.focus();
    }

    /** @param {Tab} tab */
    button({ name, label, title, warning }) {
        const sign = warning && h('span', { class: 'warning' }, ` ⚠ ${warning}`);
        return h('button', { type: 'button', role: 'tab', id: `tab-${name}`, title, onclick: () => this.choose(name) }, label, sign);
    }

    /** @param {string} name */
    buttonOf(name) {
        return /** @type {HTMLElement | undefined} */ ([...this.bar.children].find(({ id }) => id === `tab-${name}`));
    }

    /** As a click does. @param {string} name */
    choose(name) {
        this.turn(name);
        this.onchosen(name);
    }

    /** @param {string} name */
    turn(name) {
        if (name === this.chosen || !this.tabs.some((tab) => tab.name === name)) return;
        this.chosen = name;
        this.settle();
        this.onturn(name);
    }

    settle() {
        const chosen = this.tabs.find(({ name }) => name === this.chosen);
        for (const { name, panel } of this.tabs) {
            const button = this.buttonOf(name);
            button?.setAttribute('aria-selected', String(name === this.chosen));
            button?.setAttribute('tabindex', name === this.chosen ? '0' : '-1');
            panel.setAttribute('role', 'tabpanel');
            panel.hidden = panel !== chosen?.panel;
        }
        chosen?.panel.setAttribute('aria-labelledby', `tab-${this.chosen}`);
        this.buttonOf(this.chosen)?.scrollIntoView({ block: 'nearest' }); // where there are many
    }

    /** @param {KeyboardEvent} event */
    walk(event) {
        const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
        if (!step || event.ctrlKey || event.altKey) return;
        const at = this.tabs.findIndex(({ name }) => name === this.chosen);
        const next = this.tabs[at + step];
        if (!next) return;
        event.preventDefault();
        this.choose(next.name);
        this.buttonOf(next.name)?.focus();
    }
}
