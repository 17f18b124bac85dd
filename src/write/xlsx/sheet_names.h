#pragma once

#include <set>
#include <string>
#include <string_view>

namespace vanthu::write {

/// Names of sheets as Excel takes them: at most 31 UTF-16 code units, none of [ ] : * ? / \, no apostrophe at either
/// end, no two that differ in case only.
class SheetNames {
  public:
    /// The next name, as much of `title` as there is room for; a number where nothing of it is left.
    std::string next(std::string_view title);

  private:
    unsigned count_ = 0;
    std::set<std::string> taken_; ///< small letters
};

} // namespace vanthu::write
