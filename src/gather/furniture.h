// What stands on the sheets and is no text of the document. Private to gather.
#pragma once

#include "gather/frame.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace vanthu::gather {

/// Of one page.
struct Furniture {
    std::vector<TextLine> lines; ///< running heads, page numbers, banners of signing programs
    std::optional<int> number;   ///< the page number that is printed
};

/// Takes the furniture out of the lines of each page.
std::vector<Furniture> take_furniture(const pages::Sight& sight, PageLines& lines);

} // namespace vanthu::gather
