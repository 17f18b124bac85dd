// Words of a cell or region as lines. Private to gather.
#pragma once

#include "pages/sight.h"

#include <cstdint>
#include <vector>

namespace vanthu::gather {

/// Words on one baseline, from left to right, as indices into SeenPage::words.
struct WordLine {
    std::vector<std::uint32_t> words;
    pages::Box box;
    double baseline = 0;
    double size = 0; ///< of the largest word
};

/// From top to bottom. Superscripts belong to the line that they stand on.
std::vector<WordLine> lines_of(const pages::SeenPage& page, std::vector<std::uint32_t> words);

} // namespace vanthu::gather
