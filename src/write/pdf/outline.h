// Bookmarks (ISO 32000-1, 12.3.3).
#pragma once

#include "pages/pages.h"
#include "write/pdf/object_sink.h"

#include <vector>

namespace vanthu::write {

/// How many objects add_outline will add; the first of them is the root.
ObjectNumber outline_object_count(const pages::Document& pages);

/// `page_numbers` are the object numbers of the pages.
void add_outline(const pages::Document& pages, const std::vector<ObjectNumber>& page_numbers, ObjectSink& sink);

} // namespace vanthu::write
