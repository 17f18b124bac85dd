// The text of one w:p: runs with their looks, fields, tracked changes, breaks (ECMA-376 part 1, 17.3.3).
#pragma once

#include "ooxml/xml_tree.h"
#include "read/docx/reading.h"

#include <vector>

namespace vanthu::read::docx {

class ParagraphText {
  public:
    /// `look` is what the paragraph's style and surroundings give its runs.
    ParagraphText(Reading& reading, const RunProperties& look) : reading_(reading), look_(look) {}

    void read(const ooxml::XmlElement& paragraph);

    /// Without text, in that look.
    static Piece piece(const RunProperties& look);

    std::vector<Piece> pieces;
    std::vector<ooxml::XmlElement> boxes; ///< w:txbxContent of what is anchored here

  private:
    void read_children(const ooxml::XmlElement& parent);
    void read_element(const ooxml::XmlElement& element);
    void read_run(const ooxml::XmlElement& run);
    void read_run_content(const ooxml::XmlElement& element, const RunProperties& look);
    void read_field_mark(const ooxml::XmlElement& mark);
    void read_simple_field(const ooxml::XmlElement& field);
    void read_drawing(const ooxml::XmlElement& drawing);
    bool find_boxes(const ooxml::XmlElement& element);
    void add(std::string_view text, const RunProperties& look);
    bool visible() const;

    Reading& reading_;
    RunProperties look_;
};

/// The branch of mc:AlternateContent that this program understands best: the first choice, else the fallback.
ooxml::XmlElement chosen(const ooxml::XmlElement& alternatives);

} // namespace vanthu::read::docx
