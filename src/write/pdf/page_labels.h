// The numbers that viewers show for pages (ISO 32000-1, 12.4.2): those of the sheets, not of the file.
#pragma once

#include "pages/pages.h"

#include <string>

namespace vanthu::write {

/// The number tree, as a direct object.
std::string page_labels(const pages::Document& pages);

} // namespace vanthu::write
