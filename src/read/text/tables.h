// Tables in text files: cells parted by tabs, as word processors save them, or by | as in Markdown.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace vanthu::read::plain {

struct TextTable {
    std::vector<std::vector<std::string>> rows; ///< all of the same length
    bool header = false;                        ///< the first row is one
    bool layout = false;                        ///< sets texts side by side, has no data
};

/// The table that begins at `line`, which then stands behind it. A table that goes on behind blank lines with its first
/// row again is one table. `at_top`: only blank lines and a few words stand before it.
std::optional<TextTable> read_table(const std::vector<std::string>& lines, std::size_t& line, bool at_top);

} // namespace vanthu::read::plain
