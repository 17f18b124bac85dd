// The outline as lines, without a browser: labels, numbers, changes, pasted text.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { cleanLine } from '../../web/page/parts/clean_text.js';
import * as edit from '../../web/page/pages/compose/outline/edit.js';
import { labelOf, labelWith, splitLabel, styleOf } from '../../web/page/pages/compose/outline/labels.js';
import { linesOf, newLine, outlineOf } from '../../web/page/pages/compose/outline/lines.js';
import { allRenumbered, withAuto } from '../../web/page/pages/compose/outline/numbering.js';
import { pasteInto, pointsOf } from '../../web/page/pages/compose/outline/paste.js';

/** Lines as "depth label text", and back. */
const lines = (...texts) =>
    withAuto(
        texts.map((line) => {
            const [, depth, label, text] = /^(\d) \[(.*?)\] ?(.*)$/.exec(line);
            return newLine(Number(depth), label, text);
        }),
    );
const shown = (all) => all.map((line) => `${line.depth} [${line.label}] ${line.text}`.trimEnd());
const programme = () => lines('0 [I.] Mục đích', '1 [1.] Một', '1 [2.] Hai', '2 [a)] Điểm a', '2 [b)] Điểm b', '0 [II.] Tổ chức', '1 [1.] Ba');

test('outline and lines are the same, whatever the document', () => {
    const samples = process.env.VANTHU_SAMPLES;
    const decision = JSON.parse(readFileSync(join(samples, 'khanh-hoa', 'decision.json'), 'utf8'));
    const letter = JSON.parse(readFileSync(join(samples, 'letter.json'), 'utf8'));
    for (const { sections } of [decision.attachments[0], letter]) assert.deepEqual(outlineOf(linesOf(sections), cleanLine).sections, sections);
    const odd = [{ items: [{ text: 'a' }] }, { label: 'I.' }, { title: 'x', items: [{ text: 'b', items: [{ label: '-', text: 'c' }] }] }];
    const made = outlineOf(linesOf(odd), cleanLine);
    assert.deepEqual(made.sections, odd);
    assert.deepEqual(made.pointers, ['/0/items/0', '/1', '/2', '/2/items/0', '/2/items/0/items/0']);
});

test('empty lines wait outside of the data, and have no pointer', () => {
    const { sections, pointers } = outlineOf(lines('0 [I.] A', '1 [1.] x', '1 [2.]', '1 [3.] y'), cleanLine);
    assert.deepEqual(sections, [
        {
            label: 'I.',
            title: 'A',
            items: [
                { label: '1.', text: 'x' },
                { label: '3.', text: 'y' },
            ],
        },
    ]);
    assert.deepEqual(pointers, ['/0', '/0/items/0', '', '/0/items/1']);
    assert.equal(linesOf([]).length, 1);
});

test('labels of every kind are known and made again', () => {
    for (const [label, style, next] of [
        ['I.', 'roman', 'II.'],
        ['Chương IV', 'chapter', 'Chương V'],
        ['CHƯƠNG 3', 'chapter', 'CHƯƠNG 4'],
        ['Phần I', 'part', 'Phần II'],
        ['Mục 2', 'division', 'Mục 3'],
        ['Tiểu mục 1', 'subdivision', 'Tiểu mục 2'],
        ['Điều 9.', 'article', 'Điều 10.'],
        ['1.', 'number', '2.'],
        ['1)', 'number', '2)'],
        ['(3)', 'number', '(4)'],
        ['1.1.', 'number2', '1.2.'],
        ['2.9', 'number2', '2.10'],
        ['1.2.3.', 'number3', '1.2.4.'],
        ['d)', 'letter', 'đ)'],
        ['A.', 'capital', 'B.'],
        ['C.', 'capital', 'D.'],
        ['-', 'dash', '-'],
        ['–', 'dash', '–'],
        ['+', 'plus', '+'],
    ]) {
        const found = labelOf(label);
        assert.equal(found?.style, style, label);
        assert.equal(labelWith(found, found.value + 1), next);
    }
    for (const label of ['', '2a.', 'Phần thứ nhất', 'abc', '2021.']) assert.equal(styleOf(label), '', label);
});

test('a text opens with its label, and with nothing that only looks like one', () => {
    for (const [text, label, rest] of [
        ['I. MỤC ĐÍCH', 'I.', 'MỤC ĐÍCH'],
        ['1. Tổ chức', '1.', 'Tổ chức'],
        ['1.Tổ chức', '1.', 'Tổ chức'],
        ['1.1. Rà soát', '1.1.', 'Rà soát'],
        ['a) Ý', 'a)', 'Ý'],
        ['đ) Ý', 'đ)', 'Ý'],
        ['- Ý', '-', 'Ý'],
        ['-Ý', '-', 'Ý'],
        ['+ Ý', '+', 'Ý'],
        ['Điều 1. Phạm vi', 'Điều 1.', 'Phạm vi'],
        ['Chương I', 'Chương I', ''],
        ['Chương II QUY ĐỊNH CHUNG', 'Chương II', 'QUY ĐỊNH CHUNG'],
        ['• Ý', '•', 'Ý'],
        ['2021. Năm', '', '2021. Năm'],
        ['3.000 đồng', '', '3.000 đồng'],
        ['-5 độ', '', '-5 độ'],
        ['Điều này', '', 'Điều này'],
        ['Mục 1 của Nghị định', '', 'Mục 1 của Nghị định'],
        ['Chương trình', '', 'Chương trình'],
        ['Tổ chức', '', 'Tổ chức'],
    ])
        assert.deepEqual(splitLabel(text), [label, rest], text);
});

test('Enter: a new line of the same level, below a heading a level down, on an empty line a level up', () => {
    assert.deepEqual(shown(edit.split(programme(), 1, 3).lines).slice(1, 4), ['1 [1.] Một', '1 [2.]', '1 [3.] Hai']);
    assert.deepEqual(shown(edit.split(programme(), 1, 1).lines).slice(1, 3), ['1 [1.] M', '1 [2.] ột']);
    assert.deepEqual(shown(edit.split(programme(), 1, 0).lines).slice(1, 3), ['1 [1.]', '1 [2.] Một']);
    assert.deepEqual(shown(edit.split(programme(), 0, 8).lines).slice(0, 3), ['0 [I.] Mục đích', '1 [1.]', '1 [2.] Một']);
    assert.deepEqual(
        shown(edit.split(programme(), 2, 3).lines).slice(2, 5),
        ['1 [2.] Hai', '2 [a)]', '2 [b)] Điểm a'],
        'what stands below stays with its line',
    );
    const twice = edit.split(programme(), 6, 2);
    const up = edit.split(twice.lines, twice.at, 0);
    assert.equal(shown(up.lines).at(-1), '0 [III.]');
    assert.deepEqual([up.at, up.caret], [7, 0]);
    const letter = lines('1 [] Kính gửi', '1 [] Nội dung');
    assert.deepEqual(shown(edit.split(letter, 1, 8).lines).at(-1), '1 []');
});

test('Backspace joins with the line above, Delete joins the line below', () => {
    const made = edit.joinUp(programme(), 2);
    assert.deepEqual(shown(made.lines).slice(0, 4), ['0 [I.] Mục đích', '1 [1.] Một Hai', '2 [a)] Điểm a', '2 [b)] Điểm b']);
    assert.deepEqual([made.at, made.caret], [1, 4]);
    assert.deepEqual(shown(edit.joinUp(programme(), 5).lines).slice(4), ['2 [b)] Điểm b Tổ chức', '1 [3.] Ba']);
    assert.equal(edit.joinUp(programme(), 0), null);
    assert.equal(edit.joinDown(programme(), 6), null);
    const empty = lines('0 [I.] A', '1 [1.]', '1 [2.] x');
    assert.deepEqual(shown(edit.joinUp(empty, 2).lines), ['0 [I.] A', '1 [1.] x'], 'an empty line goes');
});

test('Tab and Shift+Tab change level and label; what stands below goes along', () => {
    assert.deepEqual(shown(edit.indent(programme(), 2).lines).slice(1, 5), ['1 [1.] Một', '2 [a)] Hai', '3 [-] Điểm a', '3 [-] Điểm b']);
    assert.equal(edit.indent(programme(), 1), null, 'no deeper than a step below the line above');
    assert.deepEqual(shown(edit.outdent(programme(), 3).lines).slice(2, 5), ['1 [2.] Hai', '1 [3.] Điểm a', '2 [a)] Điểm b']);
    assert.deepEqual(shown(edit.outdent(programme(), 2).lines).slice(2), [
        '0 [II.] Hai',
        '1 [1.] Điểm a',
        '1 [2.] Điểm b',
        '0 [III.] Tổ chức',
        '1 [1.] Ba',
    ]);
    assert.deepEqual(shown(edit.indent(programme(), 5).lines).slice(4), ['2 [b)] Điểm b', '1 [3.] Tổ chức', '2 [a)] Ba']);
    const below = lines('0 [I.] A', '1 [1.] x', '2 [-] y', '1 [2.] z');
    assert.deepEqual(
        shown(edit.indent(lines('0 [I.] A', '1 [1.] x', '2 [-] y', '1 [2.] z', '1 [3.] u'), 4).lines).at(-1),
        '2 [-] u',
        'as other lines below such a parent',
    );
    assert.equal(edit.outdent(below, 0).lines.length, 4);
});

test('Alt and arrows move past neighbours and into the next part', () => {
    assert.deepEqual(shown(edit.move(programme(), 2, -1).lines).slice(1, 5), ['1 [1.] Hai', '2 [a)] Điểm a', '2 [b)] Điểm b', '1 [2.] Một']);
    const down = edit.move(programme(), 0, 1);
    assert.deepEqual(shown(down.lines), [
        '0 [I.] Tổ chức',
        '1 [1.] Ba',
        '0 [II.] Mục đích',
        '1 [1.] Một',
        '1 [2.] Hai',
        '2 [a)] Điểm a',
        '2 [b)] Điểm b',
    ]);
    assert.equal(down.at, 2);
    assert.deepEqual(shown(edit.move(programme(), 2, 1).lines).slice(2), [
        '0 [II.] Tổ chức',
        '1 [1.] Hai',
        '2 [a)] Điểm a',
        '2 [b)] Điểm b',
        '1 [2.] Ba',
    ]);
    assert.deepEqual(shown(edit.move(programme(), 6, -1).lines).slice(4), ['2 [b)] Điểm b', '1 [3.] Ba', '0 [II.] Tổ chức']);
    assert.equal(edit.move(programme(), 0, -1), null);
    assert.equal(edit.move(programme(), 6, 1), null);
});

test('removing a line leaves what stands below it', () => {
    assert.deepEqual(shown(edit.remove(programme(), 2).lines).slice(1, 4), ['1 [1.] Một', '2 [a)] Điểm a', '2 [b)] Điểm b']);
    assert.equal(edit.remove(lines('1 [] x'), 0).lines.length, 1);
});

test('typed labels stay, those that followed follow', () => {
    const made = edit.relabel(programme(), 2, '5.');
    assert.deepEqual(shown(edit.split(made.lines, 1, 3).lines).slice(1, 4), ['1 [1.] Một', '1 [2.]', '1 [5.] Hai']);
    const odd = lines('0 [I.] A', '1 [3.] x', '1 [4.] y', '1 [2a.] z', '1 [5.] u');
    assert.deepEqual(shown(edit.addBehind(odd, 2).lines), ['0 [I.] A', '1 [3.] x', '1 [4.] y', '1 [5.]', '1 [2a.] z', '1 [6.] u']);
    assert.deepEqual(shown(allRenumbered(odd)).slice(1), ['1 [1.] x', '1 [2.] y', '1 [2a.] z', '1 [3.] u']);
    assert.deepEqual(shown(edit.restyle(programme(), 3, 'dash').lines).slice(3, 5), ['2 [-] Điểm a', '2 [-] Điểm b']);
    assert.deepEqual(
        shown(edit.restyle(programme(), 0, 'chapter').lines).filter((line) => line.startsWith('0')),
        ['0 [Chương I] Mục đích', '0 [Chương II] Tổ chức'],
    );
});

test('articles count through the chapters, divisions within one, 1.1. follows its parent', () => {
    const regulation = lines(
        '0 [Chương I] A',
        '1 [Điều 1.] a',
        '0 [Chương II] B',
        '0 [Mục 1] m',
        '1 [Điều 2.] b',
        '0 [Mục 2] n',
        '1 [Điều 3.] c',
        '0 [Chương III] C',
        '0 [Mục 1] o',
        '1 [Điều 4.] d',
    );
    assert.ok(regulation.every((line) => line.auto));
    const made = shown(edit.split(regulation, 1, 1).lines);
    assert.deepEqual(
        made.filter((line) => line.includes('Điều')),
        ['1 [Điều 1.] a', '1 [Điều 2.]', '1 [Điều 3.] b', '1 [Điều 4.] c', '1 [Điều 5.] d'],
    );
    const deep = lines('0 [I.] A', '1 [1.] x', '2 [1.1.] y', '2 [1.2.] z', '1 [2.] u', '2 [2.1.] v');
    assert.deepEqual(shown(edit.addBehind(deep, 1).lines), ['0 [I.] A', '1 [1.] x', '2 [1.1.] y', '2 [1.2.] z', '1 [2.]', '1 [3.] u', '2 [3.1.] v']);
    assert.equal(shown(edit.addHeading(regulation, 0, 'chapter').lines)[2], '0 [Chương II]');
});

test('a label typed at the beginning becomes the label', () => {
    assert.deepEqual(shown(edit.labelTyped(programme(), 1, 'a) Một', 3).lines)[1], '1 [a)] Một');
    assert.equal(edit.labelTyped(programme(), 1, 'Mục 1 của', 6), null);
    assert.equal(edit.labelTyped(programme(), 1, 'Theo ', 5), null);
    assert.deepEqual(shown(edit.labelTyped(programme(), 0, 'Chương I Mục', 9).lines)[0], '0 [Chương I] Mục');
});

test('pasted lines: depth by their labels', () => {
    const text = 'I. MỤC ĐÍCH\r\n1. Mục đích\r\n- Một;\r\n+ Nhỏ\r\n- Hai.\r\nĐoạn văn\r\n2.\tYêu cầu\r\na) Ý\r\nII. NHIỆM VỤ\r\n1. Việc';
    assert.deepEqual(
        pointsOf(text).map(({ depth, label, text }) => `${depth} [${label}] ${text}`),
        [
            '0 [I.] MỤC ĐÍCH',
            '1 [1.] Mục đích',
            '2 [-] Một;',
            '3 [+] Nhỏ',
            '2 [-] Hai.',
            '2 [] Đoạn văn',
            '1 [2.] Yêu cầu',
            '2 [a)] Ý',
            '0 [II.] NHIỆM VỤ',
            '1 [1.] Việc',
        ],
    );
    const regulation = pointsOf('Chương I\nQUY ĐỊNH CHUNG\nĐiều 1. Phạm vi\n1. Quy chế này\na) x\nChương II\nTỔ CHỨC\nĐiều 2. y');
    assert.deepEqual(
        regulation.map(({ depth, label, text }) => `${depth} [${label}] ${text}`),
        ['0 [Chương I] QUY ĐỊNH CHUNG', '1 [Điều 1.] Phạm vi', '2 [1.] Quy chế này', '3 [a)] x', '0 [Chương II] TỔ CHỨC', '1 [Điều 2.] y'],
    );
});

test('pasted into an empty line they take its place, into a text they go on with it', () => {
    const empty = lines('0 [I.] A', '1 [1.]');
    assert.deepEqual(shown(pasteInto(empty, 1, 0, 0, 'I. B\n1. x\nII. C\n').lines), ['0 [I.] A', '0 [II.] B', '1 [1.] x', '0 [III.] C']);
    assert.deepEqual(
        shown(pasteInto(empty, 1, 0, 0, 'x\ny\nz').lines),
        ['0 [I.] A', '1 [1.] x', '1 [2.] y', '1 [3.] z'],
        'without labels they get those that are there',
    );
    const made = pasteInto(programme(), 1, 1, 2, 'x\ny');
    assert.deepEqual(shown(made.lines).slice(1, 4), ['1 [1.] Mx', '1 [2.] yt', '1 [3.] Hai']);
    assert.deepEqual([made.at, made.caret], [2, 1]);
    assert.deepEqual(shown(pasteInto(programme(), 1, 0, 0, 'x\ny\n').lines).slice(1, 5), ['1 [1.] x', '1 [2.] y', '1 [3.] Một', '1 [4.] Hai']);
    assert.deepEqual(shown(pasteInto(lines('0 [I.]'), 0, 0, 0, '1. x\n2. y').lines), ['1 [1.] x', '1 [2.] y']);
});

test('ten thousand lines are renumbered and told at once', () => {
    const items = Array.from({ length: 20 }, (_, i) => ({ label: `${i + 1}.`, text: 'Nội dung' }));
    const many = withAuto(linesOf(Array.from({ length: 500 }, (_, s) => ({ label: 'I.', title: `Mục ${s}`, items }))));
    const since = performance.now();
    const made = edit.split(many, 500, 3);
    outlineOf(made.lines, cleanLine);
    const milliseconds = performance.now() - since;
    assert.ok(milliseconds < 1500, `${milliseconds} ms`);
});
