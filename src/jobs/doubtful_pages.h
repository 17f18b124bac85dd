#pragma once

#include "base/diagnostic.h"
#include "model/read_table.h"
#include "pages/sight.h"

#include <cstdint>
#include <vector>

namespace vanthu::jobs {

/// At most `most` pages with places that someone should look at, ascending: those with the most of warnings, of values
/// of little trust and of words that were hard to recognise.
std::vector<std::uint32_t> doubtful_pages(const pages::Sight& sight, const model::ReadDocument& document,
                                          const Diagnostics& findings, std::size_t most);

} // namespace vanthu::jobs
