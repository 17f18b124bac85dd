#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace vanthu::read {

/// Lines of a text, looked up by byte. Made at the first look-up: most files have no problem.
class LineIndex {
  public:
    explicit LineIndex(std::string_view text) : text_(text) {}

    /// From 1.
    std::size_t line_of(std::size_t offset);

  private:
    std::string_view text_;
    std::vector<std::size_t> starts_;
};

} // namespace vanthu::read
