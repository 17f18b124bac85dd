// Makes the flow's paragraphs: looks become styles (equal looks share one), texts become NFC without invisible
// characters, legacy encodings Unicode.
#pragma once

#include "flow/flow.h"
#include "read/docx/properties.h"

#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

namespace vanthu::read::docx {

/// A stretch of text of one look, as it stands in the file; "\t" for a tab, flow::line_end for a line break.
struct Piece {
    std::string text;
    bool bold = false;
    bool italic = false;
    bool capitals = false;
    double size = 0;
    FontIndex font = 0;
    bool label = false;

    bool same_look(const Piece& other) const {
        return bold == other.bold && italic == other.italic && capitals == other.capitals && size == other.size &&
               font == other.font && label == other.label;
    }
};

class FlowMaker {
  public:
    FlowMaker(flow::Document& document, const Fonts& fonts);

    /// Parts of the package that paragraphs come from.
    void set_part(const std::string& part);

    /// None where there is no text.
    std::optional<flow::Paragraph> paragraph(const ParagraphProperties& look, std::vector<Piece> pieces, flow::Tag tag,
                                             const std::string& title);

    flow::OriginIndex origin() const { return part_origin_; } ///< of something in the present part

  private:
    using Key = std::tuple<double, bool, bool, flow::Align, double, double, double, double, double, double, bool, bool,
                           flow::Tag>;

    std::uint16_t style(flow::ParagraphStyle style);
    flow::OriginIndex origin_with(std::string raw);

    flow::Document& document_;
    const Fonts& fonts_;
    std::map<Key, std::uint16_t> styles_;
    std::map<std::string, flow::OriginIndex> parts_;
    flow::OriginIndex part_origin_ = 0;
};

} // namespace vanthu::read::docx
