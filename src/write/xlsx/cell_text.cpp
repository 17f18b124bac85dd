#include "write/xlsx/cell_text.h"

#include "text/unicode.h"

#include <algorithm>

namespace vanthu::write {
namespace {

bool is_writable(char32_t c) {
    return c == '\n' || c == '\t' || (c >= 0x20 && c != 0x7F && c != 0xFFFE && c != 0xFFFF);
}

bool is_hex(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }

/// Excel reads _xHHHH_ as the character of that number.
bool is_escape(std::string_view text, std::size_t at) {
    return text.size() >= at + 7 && text[at] == '_' && text[at + 1] == 'x' && text[at + 6] == '_' &&
           std::all_of(text.begin() + static_cast<std::ptrdiff_t>(at) + 2,
                       text.begin() + static_cast<std::ptrdiff_t>(at) + 6, is_hex);
}

} // namespace

std::size_t utf16_length(std::string_view utf8) {
    std::size_t length = 0;
    text::for_each_character(utf8, [&](char32_t c) { length += c > 0xFFFF ? 2 : 1; });
    return length;
}

std::string_view utf16_prefix(std::string_view utf8, std::size_t units) {
    std::size_t length = 0, bytes = 0;
    bool full = false;
    text::for_each_character(utf8, [&](char32_t c) {
        length += c > 0xFFFF ? 2 : 1;
        full = full || length > units;
        if (!full) bytes += c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
    });
    return utf8.substr(0, bytes);
}

std::string cell_text(std::string_view utf8) {
    std::string clean;
    clean.reserve(utf8.size());
    text::for_each_character(utf8, [&](char32_t c) {
        if (c == 0x2028)
            clean += '\n';
        else if (is_writable(c))
            clean += text::to_utf8(c);
    });
    constexpr std::string_view escaped_underline = "x005F_";
    for (std::size_t i = 0; i < clean.size(); ++i) {
        if (!is_escape(clean, i)) continue;
        clean.insert(i + 1, escaped_underline);
        i += escaped_underline.size();
    }
    return clean;
}

std::size_t line_width(std::string_view utf8) {
    std::size_t longest = 0, line = 0;
    text::for_each_character(utf8, [&](char32_t c) {
        line = c == '\n' ? 0 : line + 1;
        longest = std::max(longest, line);
    });
    return longest;
}

} // namespace vanthu::write
