// Text as the data takes it: composed characters, no control characters; what old fonts leave behind is known again.

// Soft hyphens, zero-width marks and byte order marks come along from Word and web pages and would be printed as nothing.
const invisible = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202e\u2060\ufeff]/g;

// What makes a text need any of it, for most do not.
const unclean = /[\u0000-\u0009\u000b-\u001f\u007f-\u00a0\u00ad\u0300-\u036f\u2000-\u206f\ufeff]|^[ \n]|[ \n]$| [ \n]|\n /;

/** Lines stay, trimmed; empty ones at both ends go. @param {string} text */
export function cleanLines(text) {
    if (!unclean.test(text)) return text;
    const lines = text
        .replace(/\r\n?|\u2028|\u2029|\v/g, '\n')
        .replace(/[\t\u00a0]/g, ' ')
        .replace(invisible, '')
        .normalize('NFC')
        .split('\n');
    return lines
        .map((line) => line.replace(/ {2,}/g, ' ').trim())
        .join('\n')
        .replace(/^\n+|\n+$/g, '');
}

/** Line ends become spaces. @param {string} text */
export function cleanLine(text) {
    return cleanLines(text).replace(/\n+/g, ' ');
}

// Signs that stand beside letters only where TCVN3 or VNI were read as something else: "Céng hoµ x· héi", "Coäng hoøa xaõ".
const strange = '[§¨©ª¬®µ¶·¸¹¼½¾ÄÅÆÇËÎÏÐÑÖ×ØÛÜÞßäåæçëîïðñö÷øûüþÿ]';
const oldFont = new RegExp(`\\p{L}${strange}|${strange}\\p{L}`, 'gu');

/** Whether the text seems to be in TCVN3 or VNI, which only their fonts show rightly. @param {string} text */
export function looksLikeOldFont(text) {
    const fewest = 3;
    return (text.slice(0, 20000).match(oldFont)?.length ?? 0) >= fewest;
}
