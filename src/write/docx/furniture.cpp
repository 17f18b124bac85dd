#include "write/docx/furniture.h"

#include "write/docx/content.h"
#include "write/docx/names.h"

#include <algorithm>
#include <string>

namespace vanthu::write::docx {
namespace {

using ooxml::Element;
using ooxml::XmlWriter;

enum class Kind { page_number, first_header, first_footer };

/// A header or footer that several sheets may share.
struct Piece {
    Kind kind = Kind::page_number;
    double number_size = 0;
    int width = 0;
    const std::vector<flow::Content>* content = nullptr;
    std::string relationship;

    bool same(const Piece& other) const {
        return kind == other.kind && number_size == other.number_size && width == other.width &&
               (content == other.content ||
                (content != nullptr && other.content != nullptr && *content == *other.content));
    }
};

void write_page_number(XmlWriter& xml, const std::string& style) {
    const Element paragraph(xml, "w:p");
    {
        const Element properties(xml, "w:pPr");
        xml.element("w:pStyle", {{"w:val", style}});
    }
    const Element field(xml, "w:fldSimple", {{"w:instr", " PAGE "}});
    const Element run(xml, "w:r");
    xml.element("w:t", {}, "2");
}

void write_empty(XmlWriter& xml, const std::string& style) {
    const Element paragraph(xml, "w:p");
    const Element properties(xml, "w:pPr");
    xml.element("w:pStyle", {{"w:val", style}});
}

void write_piece(XmlWriter& xml, const Piece& piece, const flow::Document& document, const StyleBook& book) {
    const ContentWriter writer(document, book);
    xml.declaration();
    const Element root(xml, piece.kind == Kind::first_footer ? "w:ftr" : "w:hdr", {{"xmlns:w", ns_word}});
    if (piece.kind == Kind::page_number) return write_page_number(xml, book.of_number(piece.number_size));
    for (const flow::Content& content : *piece.content) writer.write(xml, content, piece.width);
    if (!piece.content->empty()) return;
    // What nobody needs must not take room away from the page: a footer stands inside the margins.
    if (piece.kind == Kind::first_footer) return writer.write_separator(xml);
    write_empty(xml, book.of_number(piece.number_size));
}

class Furniture {
  public:
    Furniture(ooxml::PackageWriter& package, const flow::Document& document, const StyleBook& book)
        : package_(package), document_(document), book_(book) {}

    std::string relationship(Piece wanted) {
        const auto known =
            std::find_if(pieces_.begin(), pieces_.end(), [&](const Piece& each) { return each.same(wanted); });
        if (known != pieces_.end()) return known->relationship;
        const bool footer = wanted.kind == Kind::first_footer;
        const std::string name = footer ? "footer" + std::to_string(++footers_) : "header" + std::to_string(++headers_);
        wanted.relationship = package_.relate("word/document.xml", {footer ? rel_footer : rel_header, name + ".xml"});
        package_.add("word/" + name + ".xml", footer ? type_footer : type_header,
                     ooxml::whole([wanted, &document = document_, &book = book_](XmlWriter& xml) {
                         write_piece(xml, wanted, document, book);
                     }));
        pieces_.push_back(wanted);
        return wanted.relationship;
    }

  private:
    ooxml::PackageWriter& package_;
    const flow::Document& document_;
    const StyleBook& book_;
    std::vector<Piece> pieces_;
    int headers_ = 0;
    int footers_ = 0;
};

} // namespace

std::vector<Section> add_furniture(ooxml::PackageWriter& package, const flow::Document& document,
                                   const StyleBook& book) {
    Furniture furniture(package, document, book);
    std::vector<Section> sections;
    for (const flow::Sheet& sheet : document.sheets) {
        const double size = sheet.page.number_size;
        const int width = text_width(sheet.page);
        Section section;
        section.sheet = &sheet;
        section.header = furniture.relationship({Kind::page_number, size, 0, nullptr, ""});
        section.first_header = furniture.relationship(
            {Kind::first_header, size, sheet.first_header.empty() ? 0 : width, &sheet.first_header, ""});
        section.first_footer = furniture.relationship(
            {Kind::first_footer, 0, sheet.first_footer.empty() ? 0 : width, &sheet.first_footer, ""});
        sections.push_back(std::move(section));
    }
    return sections;
}

} // namespace vanthu::write::docx
