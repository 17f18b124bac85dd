// What the page of work holds of a reading, without a browser: tables back and forth, doubts, places, what was changed.
import assert from 'node:assert/strict';
import { test } from 'node:test';
globalThis.localStorage ??= { getItem: () => null };
const page = '../../web/page/pages/reading';
const { contentOf, servedContent } = await import(`${page}/model.js`);
const { movesOf, realigned } = await import(`${page}/realign.js`);
const { targetAt, spotsOf } = await import(`${page}/spots.js`);
const { Doubts } = await import(`${page}/doubts.js`);
const { Comparison } = await import(`${page}/compare.js`);
const { WorkStore } = await import(`${page}/work_store.js`);

const at = (pageNumber, left, top, right, bottom, confidence = 0.9) => [pageNumber, left, top, right, bottom, confidence];
const none = [0, 0, 0, 0, 0, 1];
const place = (...box) => ({ places: [{ page: 1, box }], raw: '', confidence: 0.9 });

/** As the service has it: a number that is missing, a table in an appendix with a section and a merged cell. */
function served() {
    const line = { ...place(50, 50, 150, 60), raw: 'Số: 52/QĐ-UBND' };
    return {
        document: {
            kind: 'decision',
            number: '52',
            symbol: 'QĐ-UBND',
            recipients: ['Như Điều 3;', 'Lưu: VT.'],
            attachments: [
                {
                    kind: 'appendix',
                    title: 'PHỤ LỤC',
                    table: {
                        columns: [{ title: 'TT', role: 'ordinal' }, { title: 'Nhiệm vụ', role: 'task' }, { title: 'Chủ trì', role: 'lead' }],
                        rows: [{ kind: 'section', label: 'I.', text: ' Đất đai' }, { kind: 'task', cells: ['1', 'Lập quy hoạch', 'Sở A'] }, { kind: 'task', cells: ['2', 'Báo cáo', ''] }],
                    },
                },
            ],
            provenance: { '/number': line, '/symbol': line, '/recipients/0': { ...place(50, 500, 150, 510), raw: '- Như Điều 3;' }, '/recipients/1': { ...place(50, 520, 150, 530), raw: '- Lưu: VT.', confidence: 0.4 } },
        },
        tables: [
            {
                title: 'PHỤ LỤC',
                columns: ['TT', 'Nhiệm vụ', 'Chủ trì'],
                roles: ['ordinal', 'task', 'lead'],
                rows: [['I. Đất đai', '', ''], ['1', 'Lập quy hoạch', 'Sở A'], ['2', 'Báo cáo', '']],
                kinds: ['section', 'task', 'task'],
                pages: [2],
                confidence: 1,
                spans: [{ row: 1, column: 2, row_span: 2, column_span: 1 }],
                places: [0, 1, 2].map((row) => ({ page: 2, box: [10, row * 20, 200, row * 20 + 10] })),
                cells: [
                    [at(2, 10, 0, 90, 10), none, none],
                    [at(2, 10, 20, 20, 30), at(2, 30, 20, 90, 30, 0.3), at(2, 100, 20, 150, 30)],
                    [at(2, 10, 40, 20, 50), at(2, 30, 40, 90, 50), none],
                ],
                tasks: [],
            },
        ],
        diagnostics: [
            { code: 'read-missing', severity: 'warning', message: 'Không tìm thấy: /date', pointer: '/date' },
            { code: 'scan-letter-mended', severity: 'note', message: 'Sửa "bỗ" thành "bổ"', page: 2, box: [40, 42, 60, 48], pointer: '' },
        ],
        review: 'unchecked',
    };
}

test('tables go into the page and back as they were; the appendix has its table once', () => {
    const content = contentOf(served());
    assert.equal(content.document.attachments[0].table, undefined);
    assert.deepEqual(content.tables[0].rows[0], { kind: 'section', label: 'I.', text: 'Đất đai', places: [at(2, 10, 0, 90, 10), at(2, 10, 0, 90, 10)], spans: [null, null], place: at(2, 10, 0, 200, 10, 1) });
    const back = servedContent(content);
    const { rows, cells, spans, kinds, places } = back.tables[0];
    assert.deepEqual(rows, [['I.', 'Đất đai', ''], ['1', 'Lập quy hoạch', 'Sở A'], ['2', 'Báo cáo', '']]);
    assert.deepEqual([kinds, spans, places], [served().tables[0].kinds, served().tables[0].spans, served().tables[0].places]);
    assert.deepEqual(cells.slice(1), served().tables[0].cells.slice(1));
    assert.deepEqual(back.document.attachments[0].table.rows[0], { kind: 'section', label: 'I.', text: 'Đất đai' });
});

test('a merged cell stays merged only while it covers nothing', () => {
    const content = contentOf(served());
    const [table] = content.tables;
    const filled = { ...table, rows: [...table.rows.slice(0, 2), { ...table.rows[2], cells: ['2', 'Báo cáo', 'Sở B'] }] };
    assert.deepEqual(servedContent({ ...content, tables: [filled] }).tables[0].spans, []);
});

test('what is changed in the table is changed in the appendix', () => {
    const store = new WorkStore(contentOf(served()));
    const [table] = store.tables;
    store.putTable(0, { ...table, rows: [table.rows[0], { ...table.rows[1], cells: ['1', 'Lập kế hoạch', 'Sở A'] }] });
    assert.deepEqual(servedContent(store.content).document.attachments[0].table.rows[1].cells, ['1', 'Lập kế hoạch', 'Sở A']);
    store.putTables([]);
    assert.equal(servedContent(store.content).document.attachments[0].table, undefined);
    store.undo();
    store.undo();
    assert.equal(store.tables[0], table);
    store.redo();
    assert.equal(store.tables[0].rows.length, 2);
});

test('a table stays with its appendix, wherever that goes', () => {
    const { document, tables, ...rest } = served();
    const second = (of) => ({ ...of, columns: of.columns, rows: of.rows.slice(1), kinds: ['task', 'task'], cells: of.cells?.slice(1), places: of.places?.slice(1), spans: [] });
    const [first] = document.attachments;
    const twin = { ...first, table: { ...first.table, rows: first.table.rows.slice(1) } }; // it differs by its table alone
    const plan = { kind: 'plan', title: 'KẾ HOẠCH' };
    const store = new WorkStore(contentOf({ ...rest, document: { ...document, attachments: [plan, first, twin] }, tables: [tables[0], second(tables[0])] }));
    const put = (attachments) => store.replace({ ...store.document, attachments });
    const counts = () => servedContent(store.content).document.attachments.map(({ table }) => table?.rows.length ?? 0);
    assert.deepEqual(counts(), [0, 3, 2]);
    const [a, b, c] = store.document.attachments;
    put([b, c]);
    assert.deepEqual(counts(), [3, 2]);
    store.type('/attachments/0/title', 'PHỤ LỤC I');
    put([c, store.document.attachments[0], a]);
    assert.deepEqual(counts(), [2, 3, 0]);
    const [last, changed] = store.document.attachments;
    put([changed]);
    assert.deepEqual(counts(), [3]);
    put([{ kind: 'appendix', title: 'mới' }, changed, last]); // what was deleted is put back by the form
    assert.deepEqual(counts(), [0, 3, 2]);
});

test('entries of lists keep what is known of them', () => {
    assert.deepEqual(movesOf(['a', 'b', 'c'], ['a', 'x', 'b', 'c']), [0, 2, 3]);
    assert.deepEqual(movesOf(['a', 'b', 'c'], ['c', 'a', 'b']), [1, 2, 0]);
    assert.deepEqual(movesOf(['a', 'b', 'c'], ['a', 'b và c']), [0, 1, -1]);
    assert.deepEqual(movesOf(['a', 'a'], ['a']), [0, -1]);
    const { document } = served();
    const moved = realigned(document, { ...document, recipients: ['Sở A;', ...document.recipients] });
    assert.deepEqual(Object.keys(moved.provenance), ['/number', '/symbol', '/recipients/1', '/recipients/2']);
    const gone = realigned(moved, { ...moved, recipients: ['Sở A;', 'Lưu: VT.'] });
    assert.deepEqual(Object.keys(gone.provenance), ['/number', '/symbol', '/recipients/1']);
    assert.equal(realigned(document, { ...document, number: '53' }).provenance, document.provenance);
});

test('a point of a page means what stands there', () => {
    const content = contentOf(served());
    assert.deepEqual(targetAt(content, 1, 60, 55), { pointer: '/number' });
    assert.deepEqual(targetAt(content, 1, 140, 55), { pointer: '/symbol' });
    assert.deepEqual(targetAt(content, 2, 31, 33), { table: 0, row: 1, column: 1 });
    assert.equal(targetAt(content, 2, 300, 300), null);
    assert.deepEqual(spotsOf(content, { table: 0, row: 2, column: 2 }), [at(2, 10, 40, 200, 50, 1)]); // the row, where the cell has no place
});

test('doubts: what is missing, unsure or was mended, until somebody has looked', () => {
    const doubts = new Doubts(served().diagnostics);
    const store = new WorkStore(contentOf(served()));
    const pointers = ['/number', '/symbol', '/date', '/recipients/0', '/recipients/1'];
    const left = () => doubts.all(store.content, pointers).map(({ target }) => target);
    assert.deepEqual(left(), [{ pointer: '/date' }, { pointer: '/recipients/1' }, { table: 0, row: 1, column: 1 }, { table: 0, row: 2, column: 1 }]);
    store.type('/date', '2021-01-25');
    store.type('/recipients/1', 'Lưu: VT, TH.');
    const [table] = store.tables;
    store.putTable(0, { ...table, rows: table.rows.map((row) => ({ ...row, places: row.places.map((spot) => spot && [...spot.slice(0, 5), 1]) })) });
    assert.deepEqual(left(), []);
    store.undo();
    assert.equal(left().length, 2);
});

test('what a clerk changed is told, also after rows came, went and moved', () => {
    const original = contentOf(served());
    const comparison = new Comparison(original);
    const store = new WorkStore(original);
    assert.deepEqual(comparison.changes(store.content), { changes: [], deleted: [] });
    store.replace({ ...store.document, recipients: ['Sở A;', 'Như Điều 3;', 'Lưu: VT, TH.'] });
    store.type('/number', '53');
    const [table] = store.tables;
    const added = { kind: 'task', cells: ['', 'mới', ''], places: [null, null, null], spans: [null, null, null], place: null };
    store.putTable(0, { ...table, rows: [added, { ...table.rows[2], cells: ['2', 'Báo cáo năm', ''] }, table.rows[0]] });
    assert.ok(comparison.isChanged(store.content));
    const { changes, deleted } = comparison.changes(store.content);
    assert.deepEqual(changes, [
        { target: { pointer: '/number' }, was: '52', is: '53' },
        { target: { pointer: '/recipients/0' }, was: null, is: 'Sở A;' },
        { target: { pointer: '/recipients/2' }, was: 'Lưu: VT.', is: 'Lưu: VT, TH.' },
        { target: { table: 0, row: 0, column: 1 }, was: null, is: 'mới' },
        { target: { table: 0, row: 1, column: 1 }, was: 'Báo cáo', is: 'Báo cáo năm' },
    ]);
    assert.deepEqual(deleted, [table.rows[1]]);
});
