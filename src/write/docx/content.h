// Paragraphs and rules, wherever they stand: in the body, in cells, in headers and footers.
#pragma once

#include "flow/flow.h"
#include "ooxml/xml_writer.h"
#include "write/docx/section.h"
#include "write/docx/style_book.h"

#include <vector>

namespace vanthu::write::docx {

/// What a paragraph owes to its surroundings and its style cannot know.
struct Surroundings {
    bool keep_next = false;
    double space_after = 0;           ///< points, at least; before a table, which has no spacing of its own
    const Section* section = nullptr; ///< this paragraph ends it
};

class ContentWriter {
  public:
    ContentWriter(const flow::Document& document, const StyleBook& book) : document_(document), book_(book) {}

    /// `width`: twips of the container, between its paddings.
    void write(ooxml::XmlWriter& xml, const flow::Content& content, int width, const Surroundings& around = {}) const;
    void write(ooxml::XmlWriter& xml, const flow::Paragraph& paragraph, int width,
               const Surroundings& around = {}) const;
    void write(ooxml::XmlWriter& xml, const flow::Rule& rule, int width, const Surroundings& around = {}) const;

    /// Where Word asks for a paragraph and the flow has none.
    void write_separator(ooxml::XmlWriter& xml, const Surroundings& around = {}) const;

    const flow::ParagraphStyle& style_of(const flow::Paragraph& paragraph) const {
        return document_.styles[paragraph.style];
    }

  private:
    void write_run(ooxml::XmlWriter& xml, const flow::Run& run, const flow::ParagraphStyle& style) const;

    const flow::Document& document_;
    const StyleBook& book_;
};

} // namespace vanthu::write::docx
