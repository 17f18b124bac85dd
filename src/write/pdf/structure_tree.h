// The logical structure of tagged PDF (ISO 32000-1, 14.7 and 14.8; PDF/UA-1, 7).
#pragma once

#include "pages/pages.h"
#include "write/pdf/object_sink.h"

#include <string_view>
#include <vector>

namespace vanthu::write {

/// The standard structure type of each element. Heading levels are closed up so that none is skipped, whatever the
/// pages ask for (PDF/UA-1, 7.4.2).
std::vector<std::string_view> structure_types(const pages::Document& pages);

/// What the writing of the pages left behind: which element each marked content belongs to, page after page.
struct MarkedPages {
    std::vector<ObjectNumber> numbers;         ///< of the pages
    std::vector<std::size_t> begins;           ///< place in `elements` of each page's first content, and the end
    std::vector<pages::ElementIndex> elements; ///< by page and MCID
};

/// Adds the StructTreeRoot, which gets the sink's next number, the elements and the parent tree.
void add_structure_tree(const pages::Document& pages, const std::vector<std::string_view>& types,
                        const MarkedPages& marked, ObjectSink& sink);

} // namespace vanthu::write
