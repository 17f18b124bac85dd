#include "write/docx/document_part.h"

#include "write/docx/names.h"
#include "write/docx/units.h"

#include <utility>

namespace vanthu::write::docx {
namespace {

using ooxml::XmlWriter;

const flow::Table* table_at(const std::vector<flow::Block>& blocks, std::size_t index) {
    return index < blocks.size() ? std::get_if<flow::Table>(&blocks[index]) : nullptr;
}

bool takes_company(const std::vector<flow::Block>& blocks, std::size_t index) {
    const flow::Table* table = table_at(blocks, index);
    return table != nullptr && table->keep_with_previous;
}

/// Whether the paragraph fills more than a line for certain, measured with narrow letters.
bool fills_two_lines(const flow::Paragraph& paragraph, const flow::ParagraphStyle& style, int width) {
    constexpr double narrow_letter = 0.35; // of the size
    std::size_t letters = 0;
    for (const flow::Run& run : paragraph.runs)
        for (const char byte : run.text) letters += (static_cast<unsigned char>(byte) & 0xC0) != 0x80;
    return static_cast<double>(letters) * narrow_letter * style.size * twips_per_point > width;
}

} // namespace

DocumentPart::DocumentPart(const flow::Document& document, const StyleBook& book, std::vector<Section> sections)
    : content_(document, book), book_(book), sections_(std::move(sections)) {}

bool DocumentPart::write_next(XmlWriter& xml) {
    if (!begun_) {
        xml.declaration();
        xml.open("w:document", {{"xmlns:w", ns_word}, {"xmlns:r", ns_relationships}});
        xml.open("w:body");
        begun_ = true;
    }
    if (sheet_ == sections_.size()) {
        xml.close();
        xml.close();
        return false;
    }
    if (block_ < blocks().size())
        write_block(xml);
    else
        end_sheet(xml);
    return true;
}

void DocumentPart::write_block(XmlWriter& xml) {
    const flow::Block& block = blocks()[block_];
    if (const auto* table = std::get_if<flow::Table>(&block)) return write_table_step(xml, *table);
    if (const auto* paragraph = std::get_if<flow::Paragraph>(&block))
        content_.write(xml, *paragraph, width(), surroundings());
    if (const auto* rule = std::get_if<flow::Rule>(&block)) content_.write(xml, *rule, width(), surroundings());
    ++block_;
}

void DocumentPart::write_table_step(XmlWriter& xml, const flow::Table& table) {
    const TableWriter writer(content_, book_, table, sections_[sheet_].sheet->page);
    if (step_ == 0) {
        // Word would join two tables with nothing between them.
        const bool after_table = block_ > 0 && table_at(blocks(), block_ - 1) != nullptr;
        if (after_table) content_.write_separator(xml, {table.keep_with_previous, table.space_before, nullptr});
        writer.begin(xml);
    } else {
        writer.write_row(xml, step_ - 1);
    }
    if (step_++ < table.rows.size()) return;
    writer.end(xml);
    step_ = 0;
    ++block_;
}

/// A section ends with its last paragraph, the last section with the document. Word wants a paragraph behind every
/// table.
void DocumentPart::end_sheet(XmlWriter& xml) {
    const bool by_table = blocks().empty() || table_at(blocks(), blocks().size() - 1) != nullptr;
    if (by_table) content_.write_separator(xml, {false, 0, last_sheet() ? nullptr : &sections_[sheet_]});
    if (last_sheet()) write_section(xml, sections_[sheet_]);
    ++sheet_;
    block_ = 0;
}

Surroundings DocumentPart::surroundings() const {
    Surroundings around;
    around.keep_next = keeps_next();
    if (const flow::Table* next = table_at(blocks(), block_ + 1)) around.space_after = next->space_before;
    if (block_ + 1 == blocks().size() && !last_sheet()) around.section = &sections_[sheet_];
    return around;
}

/// Two lines of text at least go with a signature: the paragraph before it and, where that may be one line, one more.
bool DocumentPart::keeps_next() const {
    if (takes_company(blocks(), block_ + 1)) return true;
    if (!takes_company(blocks(), block_ + 2)) return false;
    const auto* next = std::get_if<flow::Paragraph>(&blocks()[block_ + 1]);
    return next == nullptr || !fills_two_lines(*next, content_.style_of(*next), width());
}

} // namespace vanthu::write::docx
