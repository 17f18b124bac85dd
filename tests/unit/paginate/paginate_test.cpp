#include "paginate/paginate.h"
#include "support/fixed_measure.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <set>

using namespace vanthu;

namespace {

/// Sheets of 20 lines: body 230 pt high, 300 pt wide, lines of 11.5 pt.
flow::Document document() {
    flow::Document result;
    const auto style = [&](std::string name) -> flow::ParagraphStyle& {
        flow::ParagraphStyle added;
        added.name = std::move(name);
        added.size = 10;
        return result.styles.emplace_back(std::move(added));
    };
    style("Body").align = flow::Align::justify;
    style("Heading").keep_next = true;
    style("Cell");
    style("Name").space_before = 40;
    result.sheets.resize(1);
    result.sheets[0].page = {400, 330, 50, 50, 50, 50, 10, 20};
    return result;
}

flow::Paragraph paragraph(std::uint16_t style, std::string text) { return {style, {{std::move(text), 0, false}}}; }

/// A paragraph of so many full lines: words of 9 letters and a space, 50 pt each, six on a line of 300 pt.
flow::Paragraph lines(std::uint16_t style, int count) {
    std::string text;
    for (int i = 0; i < count * 6; ++i) text += i ? " abcdefghi" : "abcdefghi";
    return paragraph(style, text);
}

flow::Cell cell(std::string text) { return {1, {paragraph(2, std::move(text))}}; }

flow::Table signature(int recipients) {
    flow::Table table;
    table.kind = flow::TableKind::signature;
    table.widths = {150, 150};
    table.keep_with_previous = true;
    flow::Row row;
    row.cells.resize(2);
    for (int i = 0; i < recipients; ++i) row.cells[0].content.emplace_back(paragraph(2, "recipient"));
    row.cells[1].content = {paragraph(2, "TITLE"), paragraph(3, "NAME")};
    table.rows = {row};
    return table;
}

flow::Table data_table(int rows, const std::string& text = "task") {
    flow::Table table;
    table.widths = {100, 200};
    table.padding = 5;
    table.padding_vertical = 2;
    table.border = 0.5;
    table.rows.push_back({flow::RowKind::header, {cell("No"), cell("HEAD")}});
    for (int i = 0; i < rows; ++i) table.rows.push_back({flow::RowKind::task, {cell(std::to_string(i)), cell(text)}});
    return table;
}

pages::Document paged(const flow::Document& flow) { return paginate::paginate(flow, test::FixedMeasure()); }

/// Distinct baselines of a page's own text.
std::set<double> baselines(const pages::Page& page) {
    std::set<double> result;
    for (const pages::Text& text : page.texts)
        if (text.element != pages::no_element) result.insert(std::round(text.y * 100) / 100);
    return result;
}

int count(const pages::Page& page, const std::string& wanted) {
    return static_cast<int>(
        std::count_if(page.texts.begin(), page.texts.end(), [&](const auto& text) { return text.text == wanted; }));
}

} // namespace

TEST_CASE("no line of a paragraph stands alone on a page", "[paginate]") {
    for (int before = 10; before < 20; ++before)
        for (int length = 2; length < 9; ++length) {
            flow::Document flow = document();
            flow.sheets[0].blocks = {lines(0, before), lines(0, length)};
            const pages::Document pages = paged(flow);
            if (pages.pages.size() == 1) continue;
            // Lines of the second paragraph have its element.
            std::set<double> here, there;
            for (const pages::Text& text : pages.pages[0].texts)
                if (text.element == 3) here.insert(text.y);
            for (const pages::Text& text : pages.pages[1].texts)
                if (text.element == 3) there.insert(text.y);
            INFO(before << " lines, then " << length);
            CHECK(here.size() != 1);
            CHECK(there.size() != 1);
            CHECK(here.size() + there.size() == static_cast<std::size_t>(length));
        }
}

TEST_CASE("a heading goes with what follows", "[paginate]") {
    flow::Document flow = document();
    flow.sheets[0].blocks = {lines(0, 19), paragraph(1, "HEADING"), lines(0, 4)};
    const pages::Document pages = paged(flow);
    REQUIRE(pages.pages.size() == 2);
    CHECK(count(pages.pages[0], "HEADING") == 0);
    CHECK(count(pages.pages[1], "HEADING") == 1);
}

TEST_CASE("the signature never stands alone", "[paginate]") {
    for (int length = 1; length < 24; ++length)
        for (int last = 1; last < 6; ++last) {
            flow::Document flow = document();
            flow.sheets[0].blocks = {lines(0, length), lines(0, last), signature(4)};
            const pages::Document pages = paged(flow);
            const pages::Page& page = pages.pages.back();
            INFO(length << " lines, then " << last);
            CHECK(count(page, "TITLE") == 1);
            CHECK(count(page, "NAME") == 1);
            CHECK(count(page, "recipient") == 4);
            const double top = std::find_if(page.texts.begin(), page.texts.end(), [](const auto& t) {
                                   return t.text == "recipient";
                               })->y;
            const auto above = baselines(page);
            CHECK(std::count_if(above.begin(), above.end(), [&](double y) { return y < top - 1; }) >= 2);
        }
}

TEST_CASE("recipients beyond a page go on behind the signature", "[paginate]") {
    flow::Document flow = document();
    flow.sheets[0].blocks = {lines(0, 3), signature(45)};
    const pages::Document pages = paged(flow);
    int recipients = 0;
    for (const pages::Page& page : pages.pages) {
        recipients += count(page, "recipient");
        CHECK(count(page, "TITLE") == count(page, "NAME"));
    }
    CHECK(recipients == 45);
}

TEST_CASE("each page of a table has its header, which is read once", "[paginate]") {
    flow::Document flow = document();
    flow.sheets[0].blocks = {data_table(60)};
    const pages::Document pages = paged(flow);
    REQUIRE(pages.pages.size() > 3);
    int read = 0;
    for (const pages::Page& page : pages.pages) {
        CHECK(count(page, "HEAD") == 1);
        for (const pages::Text& text : page.texts) read += text.text == "HEAD" && text.element != pages::no_element;
    }
    CHECK(read == 1);
}

TEST_CASE("rows are kept whole, a row taller than a page is cut between lines", "[paginate]") {
    flow::Document flow = document();
    std::string words;
    for (int i = 0; i < 30; ++i) words += i ? " abcdefghi" : "abcdefghi"; // three a line of 190 pt: 10 lines
    flow.sheets[0].blocks = {data_table(6, words)};
    for (const pages::Page& page : paged(flow).pages) {
        // Every row's number stands on the page that has the row's ten lines.
        CHECK(baselines(page).size() <= 1 + 10);
    }
    std::string long_text;
    for (int i = 0; i < 200; ++i) long_text += i ? " abcdefghi" : "abcdefghi";
    flow.sheets[0].blocks = {data_table(1, long_text)};
    const pages::Document cut = paged(flow);
    CHECK(cut.pages.size() > 3);
    int found = 0;
    for (const pages::Page& page : cut.pages) {
        CHECK(count(page, "HEAD") == 1);
        for (const pages::Text& text : page.texts)
            for (std::size_t at = 0; (at = text.text.find("abcdefghi", at)) != std::string::npos; ++at) ++found;
        // All borders are closed: the lowest horizontal line is where the vertical ones end.
        double lowest = 0;
        double ends = 0;
        for (const pages::Line& line : page.lines)
            (line.y1 == line.y2 ? lowest : ends) = std::max(line.y1 == line.y2 ? lowest : ends, line.y2);
        CHECK(lowest == Approx(ends));
        CHECK(lowest <= 280.01);
    }
    CHECK(found == 200);
}

TEST_CASE("a section row is not the last of a page", "[paginate]") {
    for (int before = 1; before < 20; ++before) {
        flow::Document flow = document();
        flow::Table table = data_table(before);
        table.rows.push_back({flow::RowKind::section, {cell("I"), cell("SECTION")}});
        table.rows.push_back({flow::RowKind::task, {cell("1"), cell("AFTER")}});
        flow.sheets[0].blocks = {table};
        for (const pages::Page& page : paged(flow).pages) CHECK(count(page, "SECTION") == count(page, "AFTER"));
    }
}

TEST_CASE("pages are numbered from the second on, anew in every group of sheets", "[paginate]") {
    flow::Document flow = document();
    flow.sheets[0].blocks = {lines(0, 50)};
    flow.sheets.push_back(flow.sheets[0]);
    const pages::Document pages = paged(flow);
    REQUIRE(pages.pages.size() == 6);
    const auto number = [&](std::size_t page) -> std::string {
        const pages::Text& last = pages.pages[page].texts.back();
        if (last.element != pages::no_element) return "";
        CHECK(last.y < 50);
        CHECK(last.x + 2.5 == Approx(200));
        return last.text;
    };
    CHECK(number(0).empty());
    CHECK(number(1) == "2");
    CHECK(number(2) == "3");
    CHECK(number(3).empty());
    CHECK(number(4) == "2");
}

TEST_CASE("a word wider than its column is broken, nothing is lost", "[paginate]") {
    flow::Document flow = document();
    flow.sheets[0].blocks = {data_table(1, std::string(100, 'x') + "/" + std::string(30, 'y'))};
    std::string found;
    for (const pages::Page& page : paged(flow).pages)
        for (const pages::Text& text : page.texts)
            if (text.x > 150 && text.text != "HEAD") {
                found += text.text;
                CHECK(text.x + static_cast<double>(text.text.size()) * 5 <= 350);
            }
    CHECK(found == std::string(100, 'x') + "/" + std::string(30, 'y'));
}

TEST_CASE("justified lines end at the margin", "[paginate]") {
    flow::Document flow = document();
    std::string text;
    for (int i = 0; i < 60; ++i) text += (i ? " " : "") + std::string(static_cast<std::size_t>(3 + i % 5), 'a');
    flow.sheets[0].blocks = {paragraph(0, text)};
    const pages::Document pages = paged(flow);
    const auto& texts = pages.pages[0].texts;
    for (std::size_t i = 0; i + 1 < texts.size(); ++i) {
        std::string line = texts[i].text;
        line.erase(line.find_last_not_of(' ') + 1);
        const double spaces = static_cast<double>(std::count(line.begin(), line.end(), ' '));
        CHECK(texts[i].x + static_cast<double>(line.size()) * 5 + spaces * texts[i].word_gap == Approx(350));
    }
}
