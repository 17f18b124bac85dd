#include "support/promises.h"

#include "support/flow_text.h"
#include "text/unicode.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>

namespace vanthu::test {
namespace {

/// The part (group of sheets) that an element belongs to, as its number among the parts.
std::size_t part_of(const pages::Document& pages, pages::ElementIndex element) {
    while (pages.elements[element].role != pages::Role::part) element = pages.elements[element].parent;
    return static_cast<std::size_t>(std::count_if(pages.elements.begin(), pages.elements.begin() + element,
                                                  [](const pages::Element& e) { return e.role == pages::Role::part; }));
}

bool is_cell(pages::Role role) { return role == pages::Role::table_cell || role == pages::Role::row_header; }

std::string header_text(const flow::Sheet& sheet) {
    std::string text;
    for (const flow::Block& block : sheet.blocks)
        if (const auto* table = std::get_if<flow::Table>(&block); table && table->kind == flow::TableKind::data)
            for (const flow::Row& row : table->rows)
                if (row.kind == flow::RowKind::header)
                    for (const flow::Cell& cell : row.cells)
                        for (const flow::Content& content : cell.content)
                            text += text_of(std::get<flow::Paragraph>(content));
    return text;
}

/// The nearest ancestor with a role of a cell, or no_element.
pages::ElementIndex cell_of(const pages::Document& pages, pages::ElementIndex element, bool (*wanted)(pages::Role)) {
    while (element != pages::no_element && !wanted(pages.elements[element].role))
        element = pages.elements[element].parent;
    return element;
}

} // namespace

std::uint32_t property_rounds(std::uint32_t otherwise) {
    const char* wanted = std::getenv("VANTHU_PROPERTY_ROUNDS");
    return wanted ? static_cast<std::uint32_t>(std::strtoul(wanted, nullptr, 10)) : otherwise;
}

std::u32string letters(std::string_view text) {
    std::u32string characters;
    text::for_each_character(text, [&](char32_t c) {
        if (c > U' ' && c != 0xA0 && c != 0x2028) characters.push_back(c);
    });
    std::sort(characters.begin(), characters.end());
    return characters;
}

std::string all_text(const flow::Document& flow) {
    std::string result;
    for (const flow::Sheet& sheet : flow.sheets) {
        for (const std::string& text : paragraphs(sheet)) result += text + ' ';
        for (const auto* furniture : {&sheet.first_header, &sheet.first_footer})
            for (const flow::Content& content : *furniture)
                if (const auto* paragraph = std::get_if<flow::Paragraph>(&content)) result += text_of(*paragraph) + ' ';
    }
    return result;
}

void check_margins(const pages::Document& pages, const flow::PageSetup& setup, const Measure& measure) {
    constexpr double tolerance = 0.01;
    for (const pages::Page& page : pages.pages)
        for (const pages::Text& text : page.texts) {
            if (text.text.empty()) continue;
            std::string visible = text.text;
            visible.erase(visible.find_last_not_of(' ') + 1);
            const auto spaces = static_cast<double>(std::count(visible.begin(), visible.end(), ' '));
            const double right = text.x + measure.width(visible, text.face, text.size) + spaces * text.word_gap;
            INFO(text.text);
            CHECK(text.x >= setup.left - tolerance);
            CHECK(right <= page.width - setup.right + tolerance);
            CHECK(text.y <= page.height - setup.bottom + tolerance);
        }
}

void check_headers(const pages::Document& pages, const flow::Document& flow) {
    for (const pages::Page& page : pages.pages) {
        std::string header; // the row itself, or its copy, which is furniture
        std::size_t part = flow.sheets.size();
        for (const pages::Text& text : page.texts) {
            const auto title = [](pages::Role role) { return role == pages::Role::table_header; };
            if (text.element == pages::no_element || cell_of(pages, text.element, title) != pages::no_element)
                header += text.text;
            else if (part == flow.sheets.size() && cell_of(pages, text.element, is_cell) != pages::no_element)
                part = part_of(pages, text.element);
        }
        if (part == flow.sheets.size()) continue;
        const std::u32string found = letters(header);
        const std::u32string wanted = letters(header_text(flow.sheets[part]));
        INFO("page " << page.label << " of part " << part);
        const bool has_header = std::includes(found.begin(), found.end(), wanted.begin(), wanted.end());
        CHECK(has_header);
    }
}

} // namespace vanthu::test
