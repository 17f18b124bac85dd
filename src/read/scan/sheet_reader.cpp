#include "read/scan/sheet_reader.h"

#include "read/scan/page_words.h"
#include "read/scan/table_reader.h"
#include "read/scan/text_reader.h"
#include "read/scan/unread_ink.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

namespace vanthu::read::scan {
namespace {

constexpr float doubtful = 0.5F; ///< trust of a word that a reader should look at

Diagnostic finding(std::string code, Severity severity, unsigned page, Arguments arguments = {}) {
    Diagnostic result{std::move(code), severity, std::move(arguments), {}};
    result.place.page = page;
    return result;
}

void blank(Bitmap& grey, const pages::Box& area, double dots_per_inch) {
    const auto pixels = [&](double points) { return static_cast<int>(std::lround(points * dots_per_inch / 72)); };
    const int x = pixels(area.x1), y = pixels(area.y1);
    pixRasterop(grey.get(), x, y, pixels(area.x2) - x, pixels(area.y2) - y, PIX_SET, nullptr, 0, 0);
}

/// Lines of the second follow those of the first.
void append(std::vector<ReadWord>& words, std::vector<ReadWord> more) {
    unsigned line = 0, block = 0;
    for (const ReadWord& word : words) line = std::max(line, word.line), block = std::max(block, word.block);
    for (ReadWord& word : more) word.line += line + 1, word.block += block + 1;
    words.insert(words.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

void tell_places(const std::vector<pages::Box>& places, unsigned page, Diagnostics& findings) {
    for (const pages::Box& place : places) {
        findings.push_back(finding("scan-unreadable", Severity::note, page));
        findings.back().place.box = {place.x1, place.y1, place.x2, place.y2};
    }
}

void tell_doubts(const std::vector<pages::Word>& words, unsigned page, Diagnostics& findings) {
    std::size_t count = 0;
    double trust = 0;
    for (const pages::Word& word : words) {
        count += word.trust < doubtful;
        trust += word.trust;
    }
    if (count == 0) return;
    const int mean = static_cast<int>(std::lround(100 * trust / static_cast<double>(words.size())));
    findings.push_back(finding("scan-doubtful", Severity::note, page,
                               {{"words", std::to_string(count)}, {"confidence", std::to_string(mean)}}));
}

/// Words of a block are running text.
void mend(std::vector<ReadWord>& words, const Sheet& sheet, const text::Phrases& phrases, unsigned page,
          Diagnostics& findings) {
    const double points = 72 / sheet.dots_per_inch;
    for (std::size_t first = 0, last = 0; first < words.size(); first = last) {
        std::vector<std::string> texts;
        for (; last < words.size() && words[last].block == words[first].block; ++last)
            texts.push_back(words[last].text);
        for (const text::Mended& mended : text::mend_look_alikes(texts, phrases)) {
            ReadWord& word = words[first + mended.word];
            word.text = mended.to;
            findings.push_back(
                finding("scan-letter-mended", Severity::note, page, {{"from", mended.from}, {"to", mended.to}}));
            findings.back().place.box = {word.x1 * points, word.y1 * points, word.x2 * points, word.y2 * points};
        }
    }
}

/// Where something is that gives no words, as is told anyway.
std::vector<pages::Box> known_places(const Sheet& sheet, const TablesRead& tables, const SheetText& text) {
    std::vector<pages::Box> known;
    for (const auto* places : {&sheet.set_aside, &tables.areas, &tables.stamps, &text.unreadable})
        known.insert(known.end(), places->begin(), places->end());
    return known;
}

} // namespace

Result<ScanResult> read_sheet(Sheet& sheet, Recogniser& recogniser, const text::Phrases& phrases, unsigned number) {
    ScanResult result;
    Diagnostics findings;
    TablesRead tables = read_tables(sheet, recogniser);
    for (const auto* areas : {&tables.areas, &tables.stamps})
        for (const pages::Box& area : *areas) blank(sheet.grey, area, sheet.dots_per_inch);
    SheetText text = read_text(sheet, recogniser);
    append(tables.words, std::move(text.words));
    const std::vector<pages::Box> unread = unread_ink(sheet, tables.words, known_places(sheet, tables, text));
    mend(tables.words, sheet, phrases, number, findings);
    result.page.width = sheet.width;
    result.page.height = sheet.height;
    result.page.rotation = sheet.rotation;
    result.page.words = page_words(tables.words, sheet);
    result.page.lines = std::move(tables.lines);
    result.skew = sheet.skew;
    result.page.image_only = result.page.words.empty();
    result.is_blank = result.page.words.empty() && tables.areas.empty();
    if (result.is_blank) {
        findings.push_back(finding("scan-blank-page", Severity::note, number));
        return Result<ScanResult>::of(std::move(result), std::move(findings));
    }
    tell_places(sheet.set_aside, number, findings);
    tell_places(tables.stamps, number, findings);
    tell_places(text.unreadable, number, findings);
    tell_places(unread, number, findings);
    tell_doubts(result.page.words, number, findings);
    return Result<ScanResult>::of(std::move(result), std::move(findings));
}

} // namespace vanthu::read::scan
