#include "read/text/markup.h"

#include <algorithm>

namespace vanthu::read::plain {
namespace {

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n'; }

/// Stars at `at`.
std::size_t stars(std::string_view text, std::size_t at) {
    std::size_t count = 0;
    while (at + count < text.size() && text[at + count] == '*') ++count;
    return count;
}

bool can_open(std::string_view text, std::size_t at, std::size_t count) {
    return count <= 3 && at + count < text.size() && !is_space(text[at + count]);
}

bool can_close(std::string_view text, std::size_t at, std::size_t count) {
    return count <= 3 && at > 0 && !is_space(text[at - 1]);
}

/// Where the same stars close, or npos.
std::size_t find_close(std::string_view text, std::size_t from, std::size_t count) {
    for (std::size_t at = text.find('*', from); at != std::string_view::npos; at = text.find('*', at)) {
        const std::size_t found = stars(text, at);
        if (found == count && can_close(text, at, count)) return at;
        at += found;
    }
    return std::string_view::npos;
}

void append(std::vector<Stretch>& stretches, std::string_view text, bool bold, bool italic) {
    if (text.empty()) return;
    if (!stretches.empty() && stretches.back().bold == bold && stretches.back().italic == italic)
        stretches.back().text += text;
    else
        stretches.push_back({std::string(text), bold, italic});
}

void parse(std::string_view text, bool bold, bool italic, int depth, std::vector<Stretch>& out) {
    std::size_t plain = 0;
    for (std::size_t at = text.find('*'); at != std::string_view::npos; at = text.find('*', at)) {
        const std::size_t count = stars(text, at);
        const std::size_t close =
            depth < 3 && can_open(text, at, count) ? find_close(text, at + count, count) : std::string_view::npos;
        if (close == std::string_view::npos) {
            at += count;
            continue;
        }
        append(out, text.substr(plain, at - plain), bold, italic);
        parse(text.substr(at + count, close - at - count), bold || count >= 2, italic || count != 2, depth + 1, out);
        at = plain = close + count;
    }
    append(out, text.substr(std::min(plain, text.size())), bold, italic);
}

} // namespace

std::vector<Stretch> parse_markup(std::string_view text) {
    std::vector<Stretch> stretches;
    parse(text, false, false, 0, stretches);
    return stretches;
}

bool ends_inside(std::string_view text, std::string_view rest) {
    for (std::size_t at = text.find('*'); at != std::string_view::npos; at = text.find('*', at)) {
        const std::size_t count = stars(text, at);
        const std::size_t close = can_open(text, at, count) ? find_close(text, at + count, count) : at;
        if (close == std::string_view::npos) return find_close(rest, 0, count) != std::string_view::npos;
        at = close + count;
    }
    return false;
}

} // namespace vanthu::read::plain
