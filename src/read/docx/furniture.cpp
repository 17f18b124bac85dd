#include "read/docx/furniture.h"

#include "read/docx/blocks.h"
#include "text/unicode.h"

#include <algorithm>

namespace vanthu::read::docx {
namespace {

using ooxml::XmlElement;

/// w:hdr, w:ftr, w:footnotes, w:endnotes.
class PartVisitor : public ooxml::XmlVisitor {
  public:
    PartVisitor(Blocks& blocks, Paragraphs& out) : blocks_(blocks), out_(out) {}

    bool enter(const XmlElement& element) override {
        const std::string_view name = element.name();
        const std::string_view type = element.attribute("w:type");
        const bool note = (name == "w:footnote" || name == "w:endnote") && (type.empty() || type == "normal");
        return note || name == "w:hdr" || name == "w:ftr" || name == "w:footnotes" || name == "w:endnotes";
    }
    void leave(std::string_view) override {}
    void take(const XmlElement& element) override {
        if (element.is("w:p")) return blocks_.read_paragraph(element, nullptr, out_);
        if (element.is("w:footnote") || element.is("w:endnote")) return; // the line that Word draws above notes
        blocks_.read(element, nullptr, out_);
    }

  private:
    Blocks& blocks_;
    Paragraphs& out_;
};

/// Dashes around a page number that is not there.
bool says_nothing(const flow::Paragraph& paragraph) {
    bool letters = false;
    for (const flow::Run& run : paragraph.runs)
        text::for_each_character(run.text, [&](char32_t c) {
            letters = letters || c >= 0x370 || (c >= 0xC0 && c < 0x2000) || (c >= '0' && c <= '9') ||
                      (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
        });
    return !letters;
}

} // namespace

std::vector<flow::Paragraph> FurnitureReader::read(const std::string& part, bool as_furniture) {
    Paragraphs paragraphs;
    if (!package_.has(part) || !seen_.insert(part).second) return paragraphs;
    reading_.maker.set_part(part);
    reading_.fields.clear();
    Blocks blocks(reading_);
    blocks.set_furniture(as_furniture);
    PartVisitor visitor(blocks, paragraphs);
    if (package_.read_xml(part, visitor)) reading_.unread.push_back(part);
    blocks.flush(paragraphs);
    reading_.fields.clear();
    std::erase_if(paragraphs, says_nothing);
    return paragraphs;
}

void FurnitureReader::append(const std::string& part, flow::Sheet& sheet) {
    for (flow::Paragraph& paragraph : read(part, true)) sheet.blocks.emplace_back(std::move(paragraph));
}

void FurnitureReader::add(Section& section) {
    for (const FurnitureReference& wanted : section.references) {
        const auto found = std::find_if(references_.begin(), references_.end(), [&](const ooxml::Reference& each) {
            return each.id == wanted.relationship && !each.external;
        });
        if (found == references_.end() || (wanted.first && !section.first_differs)) continue;
        if (!wanted.first) {
            append(found->target, section.sheet);
            continue;
        }
        auto& place = wanted.header ? section.sheet.first_header : section.sheet.first_footer;
        for (flow::Paragraph& paragraph : read(found->target, false)) place.emplace_back(std::move(paragraph));
    }
}

void FurnitureReader::add_notes(flow::Sheet& sheet) {
    for (const ooxml::Reference& each : references_)
        if (!each.external && (each.kind == "footnotes" || each.kind == "endnotes")) append(each.target, sheet);
}

} // namespace vanthu::read::docx
