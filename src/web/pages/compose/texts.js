// What is pasted, as texts of a document; articles and their numbers.
import { cleanLines } from '../../parts/clean_text.js';

/** @typedef {{ number: string, paragraphs: string[], headings?: string[] }} Article */

/** A dash or bullet that a list of another program put in front. */
const bullet = /^[-–—•*+·]\s+/;

/**
 * Each line of what was pasted as a text of its own.
 * @param {string} text
 * @param {boolean} [withoutBullets]
 */
export function pastedLines(text, withoutBullets = false) {
    const lines = cleanLines(text).split('\n');
    return lines.map((line) => (withoutBullets ? line.replace(bullet, '') : line)).filter(Boolean);
}

const articleLine = /^Điều\s+(\d+\p{Ll}?)\s*[.:]\s*(.*)$/u;
const chapterLine = /^(Phần|Chương|Mục|Tiểu mục)\s+[\p{Lu}\d]+\b/iu;
const capitals = (/** @type {string} */ line) => line === line.toUpperCase() && line !== line.toLowerCase();

/**
 * Lines that hold articles, as articles; what stands before the first is `before`. Null: there is no article in them.
 * @param {string[]} lines
 * @returns {{ before: string[], articles: Article[] } | null}
 */
export function pastedArticles(lines) {
    /** @type {string[]} */
    const before = [];
    /** @type {Article[]} */
    const articles = [];
    /** @type {string[]} */
    let headings = [];
    for (const line of lines) {
        const found = articleLine.exec(line);
        if (found) {
            articles.push({ ...(headings.length && { headings }), number: found[1], paragraphs: [found[2]] });
            headings = [];
        } else if (chapterLine.test(line) || (headings.length && capitals(line))) headings.push(line);
        else (articles.at(-1)?.paragraphs ?? before).push(line);
    }
    if (!articles.length) return null;
    articles.at(-1)?.paragraphs.push(...headings); // a heading without an article is none
    return { before, articles };
}

/** @param {Article[]} articles */
export function areInOrder(articles) {
    return articles.every((article, i) => article.number === String(i + 1));
}

/**
 * Articles that were numbered without gaps stay so; others keep their numbers.
 * @param {import('./new_document.js').Document} document
 * @param {Article[]} before
 */
export function keptInOrder(document, before) {
    return areInOrder(before) && !areInOrder(document.articles) ? renumbered(document, before) : document;
}

/**
 * The document with its articles numbered anew; recipients that name one ("Như Điều 3") follow it.
 * @param {import('./new_document.js').Document} document
 * @param {Article[]} [before] as they were numbered, where articles were moved since: which number became which
 */
export function renumbered(document, before = document.articles) {
    const articles = document.articles.map((/** @type {Article} */ article, /** @type {number} */ i) => {
        return article.number === String(i + 1) ? article : { ...article, number: String(i + 1) };
    });
    const places = before.map((old) => /** @type {[string, number]} */ ([old.number, document.articles.indexOf(old)]));
    const next = new Map(places.filter(([, at]) => at >= 0).map(([number, at]) => [number, String(at + 1)]));
    const recipients = document.recipients?.map((/** @type {string} */ text) =>
        text.replace(/^(Như Điều )(\d+)(?=[\s,;.]|$)/, (_, words, number) => words + (next.get(number) ?? number)),
    );
    return { ...document, articles, ...(recipients && { recipients }) };
}
