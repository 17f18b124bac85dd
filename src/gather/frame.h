// The block of text on a sheet and what is usual in it. Private to gather.
#pragma once

#include "gather/text_line.h"

#include <map>
#include <vector>

namespace vanthu::gather {

/// The edges between which the lines of a page stand.
struct Frame {
    double left = 0, right = 0;

    double middle() const { return (left + right) / 2; }
    double width() const { return right - left; }
};

/// Text lines of each page, without tables and furniture.
using PageLines = std::vector<std::vector<TextLine>>;

/// One frame a page; pages of few lines share what others of their size show.
std::vector<Frame> find_frames(const pages::Sight& sight, const PageLines& lines);

/// What most lines of the document do.
struct Habits {
    double size = 14;             ///< of most letters
    double indent = 0;            ///< of first lines; 0: the document does not indent them
    std::map<long, double> pitch; ///< by size in half points: baseline to baseline inside paragraphs

    double pitch_of(double text_size) const;
};

Habits find_habits(const PageLines& lines, const std::vector<Frame>& frames);

} // namespace vanthu::gather
