// **bold** and *italic*, as Markdown marks them. A mark without its counterpart is a star.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace vanthu::read::plain {

struct Stretch {
    std::string text;
    bool bold = false;
    bool italic = false;
};

std::vector<Stretch> parse_markup(std::string_view text);

/// Whether the text ends inside a pair of marks that closes in `rest`.
bool ends_inside(std::string_view text, std::string_view rest);

} // namespace vanthu::read::plain
