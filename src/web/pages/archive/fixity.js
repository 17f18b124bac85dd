// Whether a document's files are as they were stored.
import { ask } from '../../shell/api.js';
import { fill, h } from '../../shell/dom.js';
import { shownTime } from '../../parts/dates.js';
import { tell } from '../../shell/notices.js';
import { t } from './document_words.js';

/** @param {string} id */
export function fixity(id) {
    const result = h('div', { role: 'status' });
    const button = h('button', { type: 'button' }, t('verify'));
    button.addEventListener('click', async () => {
        button.disabled = true;
        fill(result, t('verifying'));
        try {
            const { sound, diagnostics } = await ask('POST', `/archive/documents/${encodeURIComponent(id)}/verify`);
            const time = shownTime(new Date().toISOString());
            if (sound) fill(result, h('span', { class: 'badge done' }, `✓ ${t('sound')}`), ` ${t('soundHint', { time })}`);
            else
                fill(
                    result,
                    h('span', { class: 'badge error' }, `✕ ${t('damaged')}`),
                    h('ul', {}, ...diagnostics.map((/** @type {any} */ found) => h('li', {}, found.message))),
                    t('damagedHint'),
                );
        } catch (fault) {
            fill(result);
            tell(fault);
        }
        button.disabled = false;
    });
    return h(
        'section',
        { class: 'card', 'aria-labelledby': 'fixity-title' },
        h('h2', { id: 'fixity-title' }, t('fixity')),
        h('p', {}, t('fixityHint')),
        button,
        result,
    );
}
