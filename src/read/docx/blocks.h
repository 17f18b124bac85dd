// Paragraphs out of whatever holds them: the body, cells, text boxes, headers, notes (ECMA-376 part 1, 17.2).
#pragma once

#include "ooxml/xml_tree.h"
#include "read/docx/reading.h"

#include <vector>

namespace vanthu::read::docx {

using Paragraphs = std::vector<flow::Paragraph>;

class Blocks {
  public:
    explicit Blocks(Reading& reading) : reading_(reading) {}

    /// Everything in `parent`, tables flattened. `row`: what a table gives to its paragraphs, or none.
    void read(const ooxml::XmlElement& parent, const RowLook* row, Paragraphs& out);

    /// One w:p, and what is anchored in it behind it.
    void read_paragraph(const ooxml::XmlElement& element, const RowLook* row, Paragraphs& out);

    /// What is carried over from a paragraph without end has no paragraph to go to.
    void flush(Paragraphs& out);

    /// Paragraphs are no text of the document but running heads and the like.
    void set_furniture(bool furniture) { furniture_ = furniture; }

  private:
    void read_block(const ooxml::XmlElement& element, const RowLook* row, Paragraphs& out);
    const ListLevel* list_level(ParagraphProperties& look, const ParagraphProperties& own) const;
    bool put_label(const ParagraphProperties& look, const ListLevel& level, const RunProperties& run,
                   std::vector<Piece>& pieces);
    void put(const ParagraphProperties& look, const std::vector<Piece>& pieces, flow::Tag tag, const std::string& title,
             Paragraphs& out);
    flow::Tag tag(const ParagraphProperties& look, const Style* style, bool listed) const;

    Reading& reading_;
    bool furniture_ = false;
};

} // namespace vanthu::read::docx
