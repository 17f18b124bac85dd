// How lists are numbered, which PDF/UA-1 (7.6) wants said of every list whose items have labels.
#pragma once

#include "pages/pages.h"

#include <map>
#include <string_view>

namespace vanthu::write {

/// The ListNumbering value (ISO 32000-1, table 347) of each list that has labels, told by its first label.
using ListNumbering = std::map<pages::ElementIndex, std::string_view>;
ListNumbering list_numbering(const pages::Document& pages);

} // namespace vanthu::write
