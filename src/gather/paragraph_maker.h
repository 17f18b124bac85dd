// Lines become paragraphs of a flow: text, runs, styles, origins. Private to gather.
#pragma once

#include "flow/flow.h"
#include "gather/joining.h"

#include <map>
#include <string>
#include <tuple>

namespace vanthu::gather {

class ParagraphMaker {
  public:
    ParagraphMaker(const pages::Sight& sight, flow::Document& document) : sight_(sight), document_(document) {}

    flow::Paragraph paragraph(const Lines& lines, flow::Tag tag = flow::Tag::paragraph);

    /// Where the lines stand.
    flow::OriginIndex origin(const std::vector<TextLine>& lines);

  private:
    std::vector<flow::Run> runs(const Lines& lines, bool bold, bool italic);
    std::uint16_t style(const flow::ParagraphStyle& look);
    flow::CharacterStyleIndex run_style(bool bold, bool italic);
    static void part_label(std::vector<flow::Run>& runs);

    using Key = std::tuple<long, bool, bool, bool, flow::Align, long, long, long, flow::Tag>;
    const pages::Sight& sight_;
    flow::Document& document_;
    std::map<Key, std::uint16_t> styles_;
};

} // namespace vanthu::gather
