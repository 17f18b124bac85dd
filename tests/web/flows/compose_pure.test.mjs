// What the page of writing computes without a browser.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { samples } from '../harness.mjs';

const at = (name) => import(`../../web/page/pages/compose/${name}.js`);
const [pointers, texts, types, begin, findings, fixes, places, shape, store] = await Promise.all(
    ['pointer', 'texts', 'document_types', 'new_document', 'findings', 'quick_fixes', 'places', 'shape', 'document_store'].map(at),
);
const dates = await import('../../web/page/parts/dates.js');
const sample = (name) => JSON.parse(readFileSync(join(samples, name), 'utf8'));
const schema = JSON.parse(readFileSync(join(samples, '..', 'templates', 'schema', 'document.schema.json'), 'utf8'));

test('dates as clerks write them', () => {
    for (const text of ['25/1/2021', '25/01/2021', '25-1-2021', '25.01.2021', ' 25 / 1 / 2021 ', '25012021', '25/1/21', '250121'])
        assert.equal(dates.isoDate(text), '2021-01-25', text);
    assert.equal(dates.isoDate('25/1'), `${new Date().getFullYear()}-01-25`);
    for (const text of ['31/2/2021', '0/1/2021', '25/13/2021', '25/1/202', 'hôm nay', '', '29/2/2023', '1/1/0001']) assert.equal(dates.isoDate(text), '', text);
    assert.equal(dates.isoDate('29/2/2024'), '2024-02-29');
    assert.equal(dates.shownDate('2021-01-05'), '05/01/2021');
    assert.equal(dates.shownDate('khi nào'), 'khi nào');
});

test('a change by pointer leaves the old document as it was', () => {
    const document = Object.freeze({ a: Object.freeze([Object.freeze({ b: 'x' })]), 'c/d': 1 });
    assert.deepEqual(pointers.withValue(document, '/a/0/b', 'y'), { a: [{ b: 'y' }], 'c/d': 1 });
    assert.deepEqual(pointers.withValue(document, '/c~1d', undefined), { a: [{ b: 'x' }] });
    assert.deepEqual(pointers.withValue(document, '/e/f', 'z').e, { f: 'z' });
    assert.deepEqual(pointers.withValue({}, '/list/0', 'z'), { list: ['z'] });
    assert.equal(pointers.withValue(document, '/a/0/b', 'x'), document);
    assert.deepEqual(Object.keys(pointers.withValue(document, '/a', [])), ['a', 'c/d'], 'members keep their order');
});

test('pasted lines become texts, pasted articles become articles', () => {
    assert.deepEqual(texts.pastedLines('- Sở A;\r\n\r\n–\tSở B;\n* Lưu:\u00a0VT.', true), ['Sở A;', 'Sở B;', 'Lưu: VT.']);
    assert.deepEqual(texts.pastedLines('- một\u200b\nhai'), ['- một', 'hai']);
    assert.equal(texts.pastedArticles(['Căn cứ Điều 5 Luật này;', 'Theo đề nghị']), null);
    assert.deepEqual(texts.pastedArticles(['QUYẾT ĐỊNH:', 'Chương I', 'QUY ĐỊNH CHUNG', 'Điều 1. Phạm vi', '1. Một.', 'Điều 2a: Hiệu lực.']), {
        before: ['QUYẾT ĐỊNH:'],
        articles: [
            { headings: ['Chương I', 'QUY ĐỊNH CHUNG'], number: '1', paragraphs: ['Phạm vi', '1. Một.'] },
            { number: '2a', paragraphs: ['Hiệu lực.'] },
        ],
    });
});

test('articles are numbered anew, and who is named by one follows', () => {
    const [a, b, c] = ['1', '2', '3'].map((number) => ({ number, paragraphs: [number] }));
    const next = texts.renumbered({ articles: [c, a, b], recipients: ['Như Điều 3;', 'Như Điều 30;', 'Sở A;'] }, [a, b, c]);
    assert.deepEqual(next.articles.map(({ number, paragraphs }) => number + paragraphs), ['13', '21', '32']);
    assert.deepEqual(next.recipients, ['Như Điều 1;', 'Như Điều 30;', 'Sở A;']);
});

test('articles that were numbered without gaps stay so, others keep their numbers', () => {
    const numbers = (before, after) => {
        const articles = (all) => all.map((number) => ({ number, paragraphs: [] }));
        return texts.keptInOrder({ articles: articles(after) }, articles(before)).articles.map(({ number }) => number).join(' ');
    };
    assert.equal(numbers(['1', '2'], ['1', '1', '2', '2']), '1 2 3 4');
    assert.equal(numbers(['5', '7'], ['5', '6', '7']), '5 6 7');
    assert.equal(numbers(['1', '2a'], ['1', '9', '2a']), '1 9 2a');
});

test('an order for the archive is of this visit for a few minutes', async () => {
    const { isRecent } = await at('issuing');
    const now = Date.parse('2026-11-29T10:10:00Z');
    const order = (time) => ({ at: time });
    assert.ok(isRecent(order('2026-11-29T10:06:00Z'), now));
    assert.ok(!isRecent(order('2026-11-29T10:04:00Z'), now));
    assert.ok(!isRecent(order(undefined), now));
});

test('symbols follow the type', () => {
    assert.equal(types.symbolFor('QĐ-UBND', 'KH'), 'KH-UBND');
    assert.equal(types.symbolFor('2024/NQ-HĐND', 'QĐ'), '2024/QĐ-HĐND');
    assert.equal(types.symbolFor('SNV-VTLT', 'QĐ'), 'QĐ-SNV');
    assert.equal(types.symbolFor('QĐ-SNV', ''), 'SNV');
    assert.equal(types.symbolFor('', 'QĐ'), '');
});

test('a new document has what its kind needs and what was written last', () => {
    const templates = [{ kind: 'decision', symbol: 'QĐ', has_articles: true }, { kind: 'letter', symbol: '', has_articles: false }, { kind: 'named', symbol: '', has_articles: false }];
    const last = { issuer: { parent: '', name: 'SỞ NỘI VỤ' }, place: 'An Hải', anySymbol: 'QĐ-SNV', filing: 'Lưu: VT, TH.' };
    const made = (kind, type) => begin.newDocument(begin.formOf(templates, kind, type), last, { inForce: 'Có hiệu lực.' });
    const decision = made('decision');
    assert.equal(decision.symbol, 'QĐ-SNV');
    assert.equal(decision.issuer.name, 'SỞ NỘI VỤ');
    assert.deepEqual(decision.recipients, ['Như Điều 3;', 'Lưu: VT, TH.']);
    assert.equal(decision.articles.length, 3);
    last.recipients = ['Như Điều 5;', 'UBND tỉnh (b/c);', 'Lưu: VT.'];
    assert.deepEqual(made('decision').recipients, ['Như Điều 3;', 'UBND tỉnh (b/c);', 'Lưu: VT.']);
    assert.ok(made('letter').addressees && made('letter').sections);
    assert.equal(made('named', 'Kế hoạch').symbol, 'KH-SNV');
    assert.ok(made('named', 'Nghị quyết').articles);
});

test('of an earlier document number, date and what cites them stay behind', () => {
    const next = begin.afterSample(sample('khanh-hoa/decision.json'));
    assert.ok(!('number' in next) && !('date' in next));
    assert.ok(next.attachments.every((attachment) => !('reference' in attachment)));
    assert.equal(next.attachments[1].table.rows.length, sample('khanh-hoa/decision.json').attachments[1].table.rows.length);
});

test('empty fields are not sent, and pointers of the others stay', () => {
    const document = { ...sample('one-page.json'), number: '', authority: '', addressees: [''], recipients: ['', 'Sở A;', '', ''], legal_bases: ['x', ''] };
    document.articles = [{ number: '1', headings: [''], paragraphs: ['', 'a', ''] }, { number: '2', paragraphs: ['', ''] }];
    const sent = begin.cleaned(document);
    assert.ok(!('number' in sent) && !('authority' in sent) && !('addressees' in sent));
    assert.deepEqual([sent.recipients, sent.legal_bases], [['', 'Sở A;'], ['x']]);
    assert.deepEqual(sent.articles, [{ number: '1', paragraphs: ['', 'a'] }, { number: '2', paragraphs: [''] }]);
    for (const name of ['khanh-hoa/decision.json', 'letter.json', 'resolution.json', 'marks.json']) assert.deepEqual(begin.cleaned(sample(name)), sample(name), name);
});

test('data of any shape becomes a document, and what does not fit is named', () => {
    for (const name of ['khanh-hoa/decision.json', 'letter.json', 'resolution.json', 'marks.json'])
        assert.deepEqual(shape.shaped(sample(name), schema), { document: sample(name), dropped: [] }, name);
    const { document, dropped } = shape.shaped({ kind: 'decision', number: 52, subject: ['x'], unknown: 1, articles: [7, { number: 1, paragraphs: ['a'] }], attachments: [{ kind: 'x' }], date: null }, schema);
    assert.deepEqual(dropped, ['/subject', '/unknown', '/articles/0', '/attachments/0']);
    assert.equal(document.number, '52');
    assert.deepEqual(document.articles, [{ number: '1', paragraphs: ['a'] }]);
    assert.deepEqual([document.signature, document.subject], [{ authority: [], name: '' }, '']);
    for (const value of [null, 7, 'x', [], {}]) assert.equal(shape.shaped(value, schema).document.subject, '');
});

test('what was read badly becomes a document that can be written on', () => {
    const templates = [{ kind: 'decision', symbol: 'QĐ', has_articles: true }, { kind: 'letter', symbol: '', has_articles: false }];
    const { document } = shape.shaped({ kind: 'poem', subject: 'x' }, schema);
    const made = begin.whole(document, templates);
    assert.deepEqual([made.kind, made.articles, made.signature.authority], ['decision', [{ number: '1', paragraphs: [''] }], ['']]);
    assert.ok(begin.whole({ ...document, kind: 'letter' }, templates).sections);
    assert.equal(begin.whole(sample('one-page.json'), templates).articles.length, sample('one-page.json').articles.length);
});

test('what is missing is an error only when the document is to leave', () => {
    const found = [
        { code: 'basis-ending', severity: 'warning', message: '', pointer: '/legal_bases/0' },
        { code: 'empty-text', severity: 'error', message: '', pointer: '/subject' },
        { code: 'number-blank', severity: 'note', message: '', pointer: '' },
        { code: 'bad-date', severity: 'error', message: '', pointer: '/date' },
    ];
    assert.deepEqual(findings.weighed(found, {}, false).map(({ code, weight }) => [code, weight]), [['bad-date', 'error'], ['empty-text', 'gap'], ['basis-ending', 'warning']]);
    assert.deepEqual(findings.counts(findings.weighed(found, {}, true)), { error: 2, gap: 0, warning: 1, note: 0 });
    const document = sample('khanh-hoa/decision.json');
    const [ending] = findings.weighed([{ code: 'body-ending', severity: 'warning', message: '', pointer: '/attachments/0' }], document, false);
    assert.match(ending.pointer, /^\/attachments\/0\/sections\/\d+(\/items\/\d+)+\/text$/);
    assert.ok(pointers.valueAt(document, ending.pointer).endsWith('./.'));
});

test('obvious remedies', () => {
    const fix = (document, code, pointer, symbol = 'QĐ') => fixes.fixed(document, { code, pointer }, symbol);
    const bases = { legal_bases: ['Căn cứ A.', 'Căn cứ B;'] };
    assert.deepEqual(fix(bases, 'basis-ending', '/legal_bases/0').legal_bases[0], 'Căn cứ A;');
    assert.deepEqual(fix(bases, 'basis-ending', '/legal_bases/1').legal_bases[1], 'Căn cứ B.');
    const articles = { articles: [{ number: '1', paragraphs: ['A./.'] }, { number: '3', paragraphs: ['B.'] }] };
    assert.deepEqual(fix(articles, 'body-ending', '/articles/1/paragraphs/0').articles.map(({ paragraphs }) => paragraphs[0]), ['A.', 'B./.']);
    assert.equal(fix(articles, 'article-sequence', '/articles/1/number').articles[1].number, '2');
    assert.equal(fix({ number: '007' }, 'number-zero', '/number').number, '07');
    assert.equal(fix({ symbol: 'KH-UBND' }, 'symbol-type', '/symbol').symbol, 'QĐ-UBND');
    assert.equal(fix({ subject: 'V/v công bố' }, 'subject-abbreviated', '/subject').subject, 'Về việc công bố');
    assert.equal(fix({ signature: { name: 'LÊ VĂN AN' } }, 'name-case', '/signature/name').signature.name, 'Lê Văn An');
    assert.equal(fix({ signature: { authority: ['T/M UBND'] } }, 'authority-mark', '/signature/authority/0').signature.authority[0], 'TM. UBND');
    assert.deepEqual(fix({ recipients: ['Sở A.'] }, 'filing-line', '/recipients/0').recipients, ['Sở A;', 'Lưu: VT.']);
    assert.deepEqual(fix({ recipients: ['', 'Sở A.'] }, 'empty-text', '/recipients/0').recipients, ['Sở A.']);
    assert.equal(fix({ attachments: [{ kind: 'appendix', label: 'PHỤ LỤC' }] }, 'appendix-label-case', '/attachments/0/label').attachments[0].label, undefined);
    assert.equal(fix({ number: '7' }, 'cited-date-later', '/legal_bases/0'), null, 'a person has to decide');
});

test('fields and places on the page', () => {
    const line = (pointer, top, left = 100, right = 200) => ({ pointer, page: 1, box: [left, top, right, top + 14] });
    const all = [line('/number', 100), line('/place', 100, 300, 500), line('/type', 130), line('/legal_bases/0', 200), { ...line('/legal_bases/0', 20), page: 2 }];
    const field = (x, y, page = 1) => places.fieldAt(all, page, x, y, { kind: 'decision' });
    assert.deepEqual([field(110, 105), field(190, 105), field(310, 105), field(490, 105)], ['/number', '/symbol', '/place', '/date']);
    assert.deepEqual([field(150, 135), field(150, 218), field(150, 400), field(150, 25, 2)], ['/kind', '/legal_bases/0', '', '/legal_bases/0']);
    assert.equal(places.placesOf(all, '/legal_bases/0').length, 2);
    assert.equal(places.placesOf(all, '/legal_bases').length, 2);
    assert.equal(places.placesOf(all, '/date')[0].pointer, '/place');
});

test('typing in one field is one step of undo, whole operations are steps of their own', () => {
    const held = new store.DocumentStore({ subject: '' });
    let told = 0;
    held.addEventListener('change', () => ++told);
    for (const text of ['a', 'ab', 'abc']) held.type('/subject', text);
    held.type('/place', 'x');
    held.change('/place', 'y');
    held.change('/place', 'y');
    assert.equal(told, 5);
    held.undo();
    held.undo();
    assert.deepEqual(held.document, { subject: 'abc' });
    held.undo();
    assert.deepEqual(held.document, { subject: '' });
    held.undo();
    held.redo();
    assert.deepEqual(held.document, { subject: 'abc' });
    const here = held.document;
    held.change('/place', 'z');
    held.change('/symbol', 'A');
    held.undoTo(here);
    assert.equal(held.document, here);
});

test('what the browser keeps is one user’s only, whatever their names', async () => {
    const kept = {};
    globalThis.localStorage = Object.defineProperties(kept, {
        setItem: { value: (key, text) => (kept[key] = text) },
        getItem: { value: (key) => kept[key] ?? null },
        removeItem: { value: (key) => delete kept[key] },
    });
    const { copies, dropCopy, keepCopy, newKey } = await at('local_copies');
    const copy = { key: newKey('an.vt'), draft: null, version: 0, document: { subject: 'của an.vt' }, at: '2026-11-29' };
    assert.ok(keepCopy(copy));
    assert.deepEqual(copies('an'), []);
    assert.deepEqual(copies('an.vt'), [copy]);
    dropCopy(copy.key);
    assert.deepEqual(copies('an.vt'), []);
});
