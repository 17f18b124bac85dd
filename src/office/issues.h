// Documents on their way into register and archive: what was asked once is done once, whatever happens on the way.
#pragma once

#include "base/diagnostic.h"

#include <cstdint>
#include <optional>
#include <string>

namespace vanthu::office {

class Office;

struct Issue {
    std::string key; ///< the page's: the same for each time it asks for the same thing
    std::string book;
    std::uint32_t year = 0;
    std::uint32_t number = 0; ///< 0: not known to be taken
    std::string answer;       ///< JSON; empty: not done yet
};

/// For several threads at once. Errors: office-failed (reason).
class Issues {
  public:
    explicit Issues(Office& office) : office_(office) {}

    Result<std::optional<Issue>> find(const std::string& key);
    /// Adds or replaces, durable when it returns.
    Diagnostics put(const Issue& issue);
    /// Whether an issue has that number.
    Result<bool> has_number(const std::string& book, std::uint32_t year, std::uint32_t number);

  private:
    Office& office_;
};

} // namespace vanthu::office
