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

std::optional<std::string_view> nearest_name(std::string_view name, const std::vector<std::string_view>& known) {
    std::optional<std::string_view> nearest;
    std::size_t least = std::max<std::size_t>(2, name.size() / 3) + 1;
    for (const std::string_view candidate : known) {
        if (name.size() > candidate.size() * 2) continue; // the cost grows with the length
        const std::size_t changes = distance(name, candidate);
        if (changes < least && changes < candidate.size()) {
            least = changes;
            nearest = candidate;
        }
    }
    return nearest;
}

} // namespace vanthu::read
