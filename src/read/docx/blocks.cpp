#include "read/docx/blocks.h"

#include "read/docx/lines.h"
#include "read/docx/paragraph_text.h"

#include <utility>

namespace vanthu::read::docx {
namespace {

using ooxml::XmlElement;

bool is_title(const Style* style) { return style && (style->name == "Title" || style->name == "title"); }

bool has_text(const std::vector<Piece>& pieces) {
    for (const Piece& piece : pieces)
        if (piece.text.find_first_not_of(" \t\n\r") != std::string::npos) return true;
    return false;
}

} // namespace

void Blocks::read(const XmlElement& parent, const RowLook* row, Paragraphs& out) {
    for (const XmlElement element : parent) read_block(element, row, out);
}

void Blocks::read_block(const XmlElement& element, const RowLook* row, Paragraphs& out) {
    const std::string_view name = element.name();
    if (name == "w:p") return read_paragraph(element, row, out);
    if (name == "w:tbl" || name == "w:tr" || name == "w:tc" || name == "w:sdt" || name == "w:sdtContent" ||
        name == "w:customXml" || name == "w:ins" || name == "w:moveTo" || name == "w:smartTag")
        return read(element, row, out);
    if (name == "mc:AlternateContent") return read(chosen(element), row, out);
    if (name == "w:altChunk") reading_.unread.emplace_back(name);
    if (name == "w:del" || name == "w:moveFrom") ++reading_.changes;
}

void Blocks::read_paragraph(const XmlElement& element, const RowLook* row, Paragraphs& out) {
    const XmlElement properties = element.child("w:pPr");
    const ParagraphProperties own = read_paragraph_properties(properties);
    const Style* style = reading_.styles.paragraph_style(properties.value("w:pStyle"));
    ParagraphProperties look = reading_.styles.default_paragraph;
    RunProperties run = reading_.styles.default_run;
    if (row) {
        look.apply(row->paragraph);
        run.apply(row->run);
    }
    if (style) {
        look.apply(style->paragraph);
        run.apply(style->run);
    }
    const ListLevel* level = list_level(look, own);
    look.apply(own);

    ParagraphText text(reading_, run);
    text.pieces = std::exchange(reading_.carried, {});
    text.read(element);
    const XmlElement mark = properties.child("w:rPr");
    if (mark.child("w:del") || mark.child("w:moveFrom")) {
        ++reading_.changes;
        reading_.carried = std::move(text.pieces);
    } else {
        const bool labelled = level && put_label(look, *level, run, text.pieces);
        put(look, text.pieces, tag(look, style, labelled), style ? style->name : "", out);
    }
    for (const XmlElement box : text.boxes) read(box, nullptr, out);
}

void Blocks::flush(Paragraphs& out) {
    const std::vector<Piece> pieces = std::exchange(reading_.carried, {});
    put({}, pieces, tag({}, nullptr, false), "", out);
}

void Blocks::put(const ParagraphProperties& look, const std::vector<Piece>& pieces, flow::Tag tag,
                 const std::string& title, Paragraphs& out) {
    for (const std::vector<Piece>& part : part_lines(pieces))
        if (auto paragraph = reading_.maker.paragraph(look, part, tag, title)) out.push_back(std::move(*paragraph));
}

/// The list that the paragraph is in, by itself or by its style, and the list's indents under the paragraph's own.
const ListLevel* Blocks::list_level(ParagraphProperties& look, const ParagraphProperties& own) const {
    if (own.list) look.list = own.list;
    if (own.level) look.level = own.level;
    if (!look.list || *look.list == "0") return nullptr;
    const ListLevel* level = reading_.numbering.level(*look.list, look.level.value_or(0));
    if (level && level->paragraph) look.apply(*level->paragraph);
    return level;
}

/// Numbers stand also before paragraphs without text, as in the first column of many tables; bullets do not matter
/// there.
bool Blocks::put_label(const ParagraphProperties& look, const ListLevel& level, const RunProperties& run,
                       std::vector<Piece>& pieces) {
    std::string label = reading_.numbering.next(*look.list, look.level.value_or(0));
    const bool sign = level.format == "bullet";
    const bool bare = !has_text(pieces);
    if (label.empty() || (sign && bare)) return false;
    if (!level.tight) label += ' ';
    Piece piece = bare ? ParagraphText::piece(run) : pieces.front();
    piece.text = std::move(label);
    piece.label = true;
    if (sign) piece.font = 0; // no letter of the font
    pieces.insert(pieces.begin(), std::move(piece));
    return true;
}

flow::Tag Blocks::tag(const ParagraphProperties& look, const Style* style, bool listed) const {
    if (furniture_) return flow::Tag::furniture;
    if (is_title(style)) return flow::Tag::title;
    switch (look.outline.value_or(9)) {
    case 0:
        return flow::Tag::heading1;
    case 1:
        return flow::Tag::heading2;
    case 2:
        return flow::Tag::heading3;
    default:
        return listed ? flow::Tag::list_item : flow::Tag::paragraph;
    }
}

} // namespace vanthu::read::docx
