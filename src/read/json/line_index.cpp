#include "read/json/line_index.h"

#include <algorithm>

namespace vanthu::read {

std::size_t LineIndex::line_of(std::size_t offset) {
    if (starts_.empty()) {
        starts_.push_back(0);
        for (std::size_t i = text_.find('\n'); i != std::string_view::npos; i = text_.find('\n', i + 1))
            starts_.push_back(i + 1);
    }
    return static_cast<std::size_t>(std::upper_bound(starts_.begin(), starts_.end(), offset) - starts_.begin());
}

} // namespace vanthu::read
