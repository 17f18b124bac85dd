#include "read/docx/body.h"

#include "read/docx/paragraph_text.h"
#include "read/docx/tab_columns.h"

#include <algorithm>
#include <array>
#include <utility>

namespace vanthu::read::docx {
namespace {

using ooxml::XmlElement;

constexpr std::array<std::string_view, 9> streamed = {"w:document", "w:body", "w:sdt",    "w:sdtContent", "w:customXml",
                                                      "w:smartTag", "w:ins",  "w:moveTo", "w:tbl"};

} // namespace

bool Body::enter(const XmlElement& element) {
    const std::string_view name = element.name();
    if (std::find(streamed.begin(), streamed.end(), name) == streamed.end()) return false;
    if (name == "w:tbl" && table_) return false;
    if (name == "w:tbl") table_.emplace(reading_);
    if (name == "w:ins" || name == "w:moveTo") ++reading_.changes;
    return true;
}

void Body::leave(std::string_view name) {
    if (name == "w:tbl" && table_) put_table();
}

void Body::take(const XmlElement& element) {
    const std::string_view name = element.name();
    if (table_) {
        if (name == "w:tblPr") table_->properties(element);
        if (name == "w:tblGrid") table_->grid(element);
        if (name == "w:tr") table_->row(element);
        return;
    }
    if (name == "w:p") return take_paragraph(element);
    if (name == "w:sectPr") return end_section(element);
    if (name == "w:altChunk") reading_.unread.emplace_back(name);
    if (name == "w:del" || name == "w:moveFrom") ++reading_.changes;
    if (name == "mc:AlternateContent") {
        Paragraphs paragraphs;
        blocks_.read(chosen(element), nullptr, paragraphs);
        put(std::move(paragraphs));
    }
}

void Body::take_paragraph(const XmlElement& element) {
    Paragraphs paragraphs;
    blocks_.read_paragraph(element, nullptr, paragraphs);
    put(std::move(paragraphs));
    if (const XmlElement section = element.child("w:pPr").child("w:sectPr")) end_section(section);
}

void Body::put(Paragraphs paragraphs) {
    for (flow::Paragraph& paragraph : paragraphs) sheet_.blocks.emplace_back(std::move(paragraph));
}

void Body::put_table() {
    const bool ruled = table_->ruled();
    too_wide_ = too_wide_ || table_->too_wide();
    flow::Table table = table_->finish();
    table_.reset();
    if (table.rows.empty() || too_wide_) return;
    for (flow::Block& block : as_blocks(std::move(table), ruled, reading_.document))
        sheet_.blocks.push_back(std::move(block));
}

/// A section that begins on the page of the one before it goes on with its sheet.
void Body::end_section(const XmlElement& properties) {
    Section section = read_section(properties);
    section.sheet.blocks = std::exchange(sheet_.blocks, {});
    const bool goes_on =
        section.continuous && !sections_.empty() && sections_.back().sheet.page.width == section.sheet.page.width;
    if (!goes_on) {
        sections_.push_back(std::move(section));
        return;
    }
    Section& before = sections_.back();
    for (flow::Block& block : section.sheet.blocks) before.sheet.blocks.push_back(std::move(block));
    before.references.insert(before.references.end(), section.references.begin(), section.references.end());
}

std::vector<Section> Body::finish() {
    Paragraphs rest;
    blocks_.flush(rest);
    put(std::move(rest));
    if (!sheet_.blocks.empty() || sections_.empty()) {
        Section section = sections_.empty() ? read_section({}) : Section{};
        if (!sections_.empty()) section.sheet.page = sections_.back().sheet.page;
        section.sheet.blocks = std::exchange(sheet_.blocks, {});
        sections_.push_back(std::move(section));
    }
    for (Section& section : sections_) {
        columns_of_tabs(section.sheet.blocks, reading_.document);
        settle_layout(section.sheet.blocks, reading_.document);
    }
    return std::exchange(sections_, {});
}

} // namespace vanthu::read::docx
