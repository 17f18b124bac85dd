// Which lines are one paragraph. Private to gather.
#pragma once

#include "flow/flow.h"
#include "gather/frame.h"

#include <vector>

namespace vanthu::gather {

/// Lines of one paragraph.
struct Lines {
    std::vector<TextLine> lines;
    flow::Align align = flow::Align::left;
    double first_indent = 0, left_indent = 0;
    double gap = 0; ///< between the paragraph above and this one beyond the pitch of lines; 0 at the top of a page
};

/// How columns of text differ from each other.
enum class ColumnKind { body, letterhead, recipients, signer };

class Joiner {
  public:
    Joiner(const pages::Sight& sight, const Habits& habits) : sight_(sight), habits_(habits) {}

    /// Lines of one column in reading order, over any number of pages; `frames` by page.
    std::vector<Lines> join(const std::vector<TextLine>& lines, ColumnKind kind,
                            const std::vector<Frame>& frames) const;

    /// The same for a column of one page.
    std::vector<Lines> join(const std::vector<TextLine>& lines, ColumnKind kind, const Frame& frame) const;

  private:
    struct Pair;

    bool continues(const Lines& paragraph, const TextLine& next, const Pair& pair) const;
    bool body_continues(const Lines& paragraph, const TextLine& next, const Pair& pair) const;
    bool page_turn_continues(const Lines& paragraph, const TextLine& next, const Pair& pair) const;
    bool centred_continues(const TextLine& line, const TextLine& next, const Pair& pair) const;
    bool balanced(const TextLine& line, const TextLine& next) const;
    bool room_for_next(const TextLine& line, const TextLine& next, double room) const;
    bool extra_gap(const Lines& paragraph, const TextLine& next, double pitch) const;
    bool centred(const TextLine& line, const Frame& frame) const;
    void set_shape(Lines& paragraph, ColumnKind kind, const std::vector<Frame>& frames) const;

    const pages::Sight& sight_;
    const Habits& habits_;
};

} // namespace vanthu::gather
