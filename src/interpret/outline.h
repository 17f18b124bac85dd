// Labelled paragraphs as a tree. Print shows no depth but by labels; this is the one rule for it. Private to interpret.
#pragma once

#include "interpret/labels.h"
#include "model/document.h"

#include <string>
#include <vector>

namespace vanthu::interpret {

struct OutlineLine {
    Label label;
    std::string text;     ///< behind the label
    bool section = false; ///< a heading of the outermost level
};

struct Outline {
    std::vector<model::Section> sections;
    std::vector<std::string> pointers; ///< one a line, from the list of sections: "/0/items/2"
};

/// A label of a kind that is open closes what stands below that kind; another one opens a level below, or above where
/// its row does not begin here. Plain paragraphs belong to the numbered item above, dashes to any item above.
Outline nest(const std::vector<OutlineLine>& lines);

} // namespace vanthu::interpret
