#include "unit/write/pdf/sample_pages.h"

#include "base/resources.h"

#include <fstream>
#include <iterator>
#include <stdexcept>

namespace vanthu::sample {

using pages::ElementIndex;
using pages::no_element;
using pages::Role;

namespace {

constexpr double width = 595.28, height = 841.89, left = 85, right = 552, size = 14, line_height = 16.1;

/// A page's worth of justified lines.
void add_lines(PageMaker& maker, ElementIndex paragraph, int count) {
    for (int i = 0; i < count; ++i)
        maker.line(paragraph, "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015; ", Face::regular,
                   1.37);
}

void add_list(PageMaker& maker, ElementIndex part) {
    const ElementIndex list = maker.element(Role::list, part);
    ElementIndex body = no_element;
    for (const char* label : {"1.", "2."}) {
        const ElementIndex item = maker.element(Role::list_item, list);
        const ElementIndex mark = maker.element(Role::label, item);
        body = maker.element(Role::list_body, item);
        maker.line(mark, label);
        maker.beside(body, left + 20, "Đẩy mạnh cải cách hành chính");
    }
    const ElementIndex inner = maker.element(Role::list, body);
    const ElementIndex item = maker.element(Role::list_item, inner);
    maker.line(maker.element(Role::label, item), "-");
    maker.beside(maker.element(Role::list_body, item), left + 40, "Chỉ số PAPI, PAR INDEX (2021-2025)");
}

void add_header_row(PageMaker& maker, ElementIndex table, int columns) {
    const ElementIndex row = table == no_element ? no_element : maker.element(Role::table_row, table);
    maker.rule();
    maker.line(no_element, "");
    for (int i = 0; i < columns; ++i)
        maker.beside(row == no_element ? no_element : maker.element(Role::table_header, row), left + 60 * i, "Cột");
}

void add_row(PageMaker& maker, ElementIndex table, int columns) {
    const ElementIndex row = maker.element(Role::table_row, table);
    maker.rule();
    maker.line(no_element, "");
    for (int i = 0; i < columns; ++i)
        maker.beside(maker.element(Role::table_cell, row), left + 60 * i, i == 0 ? "1" : "Sở Nội vụ");
}

void add_part(PageMaker& maker, pages::Document& document, ElementIndex part) {
    const auto last = static_cast<std::uint32_t>(document.pages.size() - 1);
    document.outline.push_back({"QUYẾT ĐỊNH", last, 100, 1});
    document.outline.push_back({"Điều 1. (Thông qua)", last, 200, 2});
    document.outline.push_back({"Article 2 (draft)", last, 300, 2});
    maker.line(maker.element(Role::title, part), "QUYẾT ĐỊNH", Face::bold);
    document.pages.back().texts.back().red = true;
    maker.line(maker.element(Role::heading2, part), "Điều 1. Thông qua", Face::bold);
    maker.line(maker.element(Role::heading1, part), "I. MỤC TIÊU", Face::bold_italic);
    for (const Face face : {Face::regular, Face::bold, Face::italic, Face::bold_italic})
        for (const std::string_view letters : alphabet())
            maker.line(maker.element(Role::paragraph, part), std::string(letters), face);
}

} // namespace

ElementIndex PageMaker::element(Role role, ElementIndex parent, int column_span) {
    document_.elements.push_back({role, static_cast<std::uint16_t>(column_span), parent});
    return static_cast<ElementIndex>(document_.elements.size() - 1);
}

void PageMaker::new_page(const std::string& label) {
    document_.pages.push_back({width, height, label, {}, {}});
    y_ = 60;
    if (label != "1") page().texts.push_back({width / 2, 50, 14, 0, no_element, Face::regular, false, label});
}

void PageMaker::line(ElementIndex element, const std::string& text, Face face, double word_gap) {
    y_ += line_height;
    if (!text.empty()) page().texts.push_back({left, y_, size, word_gap, element, face, false, text});
}

void PageMaker::beside(ElementIndex element, double x, const std::string& text) {
    page().texts.push_back({x, y_, size, 0, element, Face::regular, false, text});
}

void PageMaker::rule() { page().lines.push_back({left, y_ + 4, right, y_ + 4, 0.5, false}); }

std::span<const std::string_view> alphabet() {
    static constexpr std::string_view lines[] = {
        "a à á ả ã ạ ă ằ ắ ẳ ẵ ặ â ầ ấ ẩ ẫ ậ b c d đ e è é ẻ ẽ ẹ ê ề ế ể ễ ệ g h",
        "i ì í ỉ ĩ ị k l m n o ò ó ỏ õ ọ ô ồ ố ổ ỗ ộ ơ ờ ớ ở ỡ ợ p q r s t",
        "u ù ú ủ ũ ụ ư ừ ứ ử ữ ự v x y ỳ ý ỷ ỹ ỵ 0 1 2 3 4 5 6 7 8 9",
        "A À Á Ả Ã Ạ Ă Ằ Ắ Ẳ Ẵ Ặ Â Ầ Ấ Ẩ Ẫ Ậ B C D Đ E È É Ẻ Ẽ Ẹ",
        "Ê Ề Ế Ể Ễ Ệ G H I Ì Í Ỉ Ĩ Ị K L M N O Ò Ó Ỏ Õ Ọ Ô Ồ Ố Ổ Ỗ Ộ",
        "Ơ Ờ Ớ Ở Ỡ Ợ P Q R S T U Ù Ú Ủ Ũ Ụ Ư Ừ Ứ Ử Ữ Ự V X Y Ỳ Ý Ỷ Ỹ Ỵ"};
    return lines;
}

pages::Document decision() {
    pages::Document document;
    PageMaker maker(document);
    const ElementIndex root = maker.element(Role::document, no_element);
    const ElementIndex part = maker.element(Role::part, root);
    maker.new_page("1");
    add_part(maker, document, part);
    const ElementIndex paragraph = maker.element(Role::paragraph, part);
    add_lines(maker, paragraph, 8);
    maker.new_page("2");
    add_lines(maker, paragraph, 12); // the paragraph runs over the page
    add_list(maker, part);

    const ElementIndex appendix = maker.element(Role::part, root);
    maker.new_page("1");
    maker.line(maker.element(Role::title, appendix), "PHỤ LỤC", Face::bold);
    const ElementIndex table = maker.element(Role::table, appendix);
    document.titles.push_back("Danh mục nhiệm vụ");
    add_header_row(maker, table, 5);
    const ElementIndex section = maker.element(Role::table_row, table);
    maker.line(maker.element(Role::table_cell, section), "I");
    maker.beside(maker.element(Role::row_header, section, 4), left + 60, "CẢI CÁCH THỂ CHẾ");
    for (int i = 0; i < 20; ++i) add_row(maker, table, 5);
    maker.new_page("2");
    add_header_row(maker, no_element, 5);
    for (int i = 0; i < 20; ++i) add_row(maker, table, 5);
    return document;
}

pages::Document long_table(int rows, int rows_on_page) {
    pages::Document document;
    PageMaker maker(document);
    const ElementIndex root = maker.element(Role::document, no_element);
    const ElementIndex part = maker.element(Role::part, root);
    const ElementIndex table = maker.element(Role::table, part);
    document.titles.push_back("");
    for (int i = 0; i < rows; ++i) {
        if (i % rows_on_page == 0) {
            maker.new_page(std::to_string(document.pages.size() + 1));
            add_header_row(maker, i == 0 ? table : no_element, 7);
        }
        add_row(maker, table, 7);
    }
    return document;
}

pages::Document dense_text(int page_count) {
    constexpr std::string_view words[] = {"căn",  "cứ",   "luật",  "tổ",   "chức", "chính", "quyền", "địa",  "phương",
                                          "đẩy",  "mạnh", "cải",   "cách", "hành", "nhằm",  "xây",   "dựng", "nền",
                                          "dân",  "chủ",  "hiện",  "đại",  "sạch", "vững",  "công",  "khai", "minh",
                                          "bạch", "Ủy",   "Khánh", "Hòa",  "2021", "Điều",  "nhiệm", "vụ",   "giao"};
    constexpr int words_in_a_line = 15, lines_in_a_paragraph = 5, paragraphs_on_a_page = 9;
    constexpr Face faces[] = {Face::regular, Face::regular, Face::bold, Face::regular, Face::italic};
    pages::Document document;
    PageMaker maker(document);
    const ElementIndex root = maker.element(Role::document, no_element);
    std::uint32_t random = 1; // a fixed row of numbers: the benchmark is to measure the same text on every machine
    for (int i = 0; i < page_count * paragraphs_on_a_page; ++i) {
        if (i % paragraphs_on_a_page == 0) maker.new_page(std::to_string(i / paragraphs_on_a_page + 1));
        const ElementIndex paragraph = maker.element(Role::paragraph, root);
        for (int line = 0; line < lines_in_a_paragraph; ++line) {
            std::string text;
            for (int word = 0; word < words_in_a_line; ++word) {
                random = random * 1664525 + 1013904223;
                text += std::string(words[(random >> 8) % std::size(words)]) + ' ';
            }
            maker.line(paragraph, text, faces[i % std::size(faces)], random % 300 / 100.0);
        }
    }
    return document;
}

flow::Info info() {
    return {"Quyết định 232/QĐ-UBND <về> \"A & B\"",
            "UBND tỉnh Khánh Hòa",
            "Cải cách hành chính",
            "CCHC; 2021-2025",
            "2021-02-03",
            "vi"};
}

const fonts::FontSet& font_set() {
    static const Result<fonts::FontSet> loaded = fonts::FontSet::load(embedded_resource("fonts/manifest.xml"), "");
    if (!loaded) throw std::runtime_error("the fonts are missing: install fonts-liberation2");
    return *loaded;
}

write::PdfOptions options(write::PdfLevel level) {
    static const std::string profile = [] {
        std::ifstream file("/usr/share/color/icc/sRGB.icc", std::ios::binary);
        return std::string(std::istreambuf_iterator<char>(file), {});
    }();
    if (profile.empty()) throw std::runtime_error("the colour profile is missing: install icc-profiles-free");
    write::PdfOptions result;
    result.level = level;
    result.source = R"({"kind": "decision", "number": "232"})";
    result.colour_profile = profile;
    return result;
}

} // namespace vanthu::sample
