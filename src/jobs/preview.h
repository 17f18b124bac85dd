// A document while it is written: its pages, and where each field stands on them.
#pragma once

#include "base/bytes.h"
#include "base/diagnostic.h"
#include "jobs/workshop.h"

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace vanthu::jobs {

/// The lines of one field on one page.
struct PlacedField {
    std::string pointer;         ///< JSON Pointer into the document
    std::uint32_t page = 0;      ///< from 1
    std::array<double, 4> box{}; ///< x1, y1, x2, y2, points from the top left corner
};

struct Preview {
    Bytes pdf; ///< empty: the data cannot be set at all, and `diagnostics` tells why
    std::uint32_t pages = 0;
    std::vector<PlacedField> places; ///< by page, in reading order
    Diagnostics diagnostics;         ///< as generate() gives them: also for what is still missing
};

/// Never fails on what is only incomplete.
Preview preview(const Workshop& workshop, const Bytes& json, const std::string& file);

} // namespace vanthu::jobs
