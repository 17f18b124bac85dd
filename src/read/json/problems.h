// Collects what is wrong with one JSON text, and knows where that is for a human.
#pragma once

#include "base/diagnostic.h"
#include "base/json_path.h"
#include "read/json/line_index.h"

#include <string>
#include <string_view>
#include <vector>

namespace vanthu::read {

struct LineColumn {
    std::size_t line = 1;
    std::size_t column = 1; ///< in characters
};

/// Text of the input as it may stand in a message: shortened, bytes that are not UTF-8 replaced, control and
/// invisible characters named by their code point.
std::string shown(std::string_view text);

/// U+1EC7
std::string code_point_name(char32_t character);

class Problems {
  public:
    /// Hostile files must not turn into gigabytes of messages: after this many, one more says that there are more.
    static constexpr std::size_t limit = 1000;

    Problems(std::string_view source, std::string_view file) : source_(source), file_(file), lines_(source) {}

    void add(std::string code, const JsonPath& path, std::size_t offset, std::vector<Argument> arguments = {});

    LineColumn position(std::size_t offset) const;
    bool none() const { return found_.empty(); }

    /// In the order of the text.
    Diagnostics take();

  private:
    std::string_view source_;
    std::string file_;
    LineIndex lines_;
    Diagnostics found_;
    bool more_ = false;
};

} // namespace vanthu::read
