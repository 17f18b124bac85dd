// Types of documents of form 1.4 with their abbreviations (decree 30/2020/NĐ-CP, annex III, part I), those written most first.

/** @type {[string, string][]} */
export const namedTypes = [
    ['Kế hoạch', 'KH'],
    ['Báo cáo', 'BC'],
    ['Tờ trình', 'TTr'],
    ['Thông báo', 'TB'],
    ['Nghị quyết', 'NQ'],
    ['Chỉ thị', 'CT'],
    ['Hướng dẫn', 'HD'],
    ['Chương trình', 'CTr'],
    ['Quy chế', 'QC'],
    ['Quy định', 'QyĐ'],
    ['Thông cáo', 'TC'],
    ['Phương án', 'PA'],
    ['Đề án', 'ĐA'],
    ['Dự án', 'DA'],
    ['Công điện', 'CĐ'],
    ['Bản ghi nhớ', 'BGN'],
    ['Bản thỏa thuận', 'BTT'],
    ['Giấy ủy quyền', 'GUQ'],
    ['Phiếu gửi', 'PG'],
    ['Phiếu chuyển', 'PC'],
    ['Phiếu báo', 'PB'],
    ['Thông tư', 'TT'],
    ['Nghị định', 'NĐ'],
];

/** Those that are divided into articles. */
const articled = new Set(['Nghị quyết', 'Quy chế', 'Quy định', 'Thông tư', 'Nghị định']);

/** @param {string} type */
export const hasArticles = (type) => articled.has(type);

/** @param {string} type */
export const abbreviationOf = (type) => namedTypes.find(([name]) => name === type)?.[1] ?? '';

const abbreviations = new Set(['QĐ', ...namedTypes.map(([, symbol]) => symbol)]);

/**
 * The symbol for another type: KH-UBND for "Kế hoạch" after QĐ-UBND; '' where the office is not known.
 * @param {string} symbol
 * @param {string} abbreviation '': letters have none, SNV-VTLT
 */
export function symbolFor(symbol, abbreviation) {
    const [, year = '', rest] = /^(\d{4}\/)?(.*)$/.exec(symbol) ?? [];
    const [first, ...others] = rest.split('-');
    const office = abbreviations.has(first) ? others.join('-') : first;
    return office && abbreviation ? `${year}${abbreviation}-${office}` : office;
}
