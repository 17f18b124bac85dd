#include "read/json/nearest_name.h"

#include <algorithm>
#include <numeric>

namespace vanthu::read {
namespace {

/// Levenshtein, row by row.
std::size_t distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 0; i < a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i + 1;
        for (std::size_t k = 0; k < b.size(); ++k) {
            const std::size_t replaced = diagonal + (a[i] == b[k] ? 0 : 1);
            diagonal = row[k + 1];
            row[k + 1] = std::min({replaced, row[k] + 1, row[k + 1] + 1});
        }
    }
    return row.back();
}

} // namespace

std::string_view nearest_name(std::string_view name, const std::vector<std::string_view>& known) {
    // A name longer than any sensible one is compared by its beginning only: the cost grows with its length.
    const std::string_view start = name.substr(0, 64);
    return *std::min_element(known.begin(), known.end(), [&](std::string_view a, std::string_view b) {
        return distance(start, a) < distance(start, b);
    });
}

} // namespace vanthu::read
