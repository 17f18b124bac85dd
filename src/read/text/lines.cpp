#include "read/text/lines.h"

#include "text/unicode.h"

#include <algorithm>

namespace vanthu::read::plain {
namespace {

constexpr std::size_t shortest_wrap = 40; // characters
constexpr std::size_t longest_wrap = 120;
constexpr std::size_t longest_word = 20;

std::string trimmed(std::string_view line) {
    const std::size_t end = line.find_last_not_of(" \t");
    // Tabs behind the last text are empty cells of a table.
    const std::size_t cells = line.find_last_not_of(' ');
    if (end == std::string_view::npos) return {};
    return std::string(line.substr(0, cells == std::string_view::npos ? 0 : cells + 1));
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Length of "12", "IV", "a", "đ" at the beginning; 0: none.
std::size_t label_size(std::string_view line) {
    constexpr std::string_view small_dd = "đ";
    std::size_t size = 0;
    while (size < line.size() && size < 3 && is_digit(line[size])) ++size;
    if (size > 0) return size;
    constexpr std::string_view roman = "IVXL";
    while (size < line.size() && size < 6 && roman.find(line[size]) != std::string_view::npos) ++size;
    if (size > 0) return size;
    if (line.starts_with(small_dd)) return small_dd.size();
    return !line.empty() && line[0] >= 'a' && line[0] <= 'z' ? 1 : 0;
}

bool ends_sentence(std::string_view line) {
    constexpr std::string_view ends = ".;:!?";
    while (!line.empty() && (line.back() == '*' || line.back() == '"' || line.back() == ')')) line.remove_suffix(1);
    return line.empty() || ends.find(line.back()) != std::string_view::npos;
}

/// A small letter: what it begins is no sentence.
bool begins_small(std::string_view line) {
    std::size_t length = 1;
    while (length < line.size() && (static_cast<unsigned char>(line[length]) & 0xC0) == 0x80) ++length;
    const std::string first(line.substr(0, std::min(length, line.size())));
    return !first.empty() && text::to_upper(first) != first;
}

bool has_open_bracket(std::string_view line) {
    return std::count(line.begin(), line.end(), '(') > std::count(line.begin(), line.end(), ')');
}

} // namespace

std::vector<std::string> lines_of(std::string_view text) {
    std::vector<std::string> lines;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find_first_of("\r\n\f", begin), text.size());
        lines.push_back(trimmed(text.substr(begin, end - begin)));
        const bool page = end < text.size() && text[end] == '\f';
        if (page && !lines.back().empty()) lines.emplace_back();
        begin = end + (text.substr(end, 2) == "\r\n" ? 2 : 1);
    }
    return lines;
}

bool is_rule(std::string_view line) {
    if (line.size() < 3) return false;
    constexpr std::string_view signs = "-*_=";
    return signs.find(line[0]) != std::string_view::npos && line.find_first_not_of(line[0]) == std::string_view::npos;
}

bool begins_item(std::string_view line) {
    line.remove_prefix(std::min(line.find_first_not_of(" \t"), line.size()));
    const auto spaced = [&](std::size_t at) { return at < line.size() && (line[at] == ' ' || line[at] == '\t'); };
    if (!line.empty() && (line[0] == '-' || line[0] == '+' || line[0] == '*') && spaced(1)) return true;
    constexpr std::string_view dash = "\xE2\x80\x93";
    constexpr std::string_view bullet = "\xE2\x80\xA2";
    if (line.starts_with(dash) || line.starts_with(bullet)) return true;
    const std::size_t size = label_size(line);
    return size > 0 && size < line.size() && (line[size] == '.' || line[size] == ')') && spaced(size + 1);
}

std::size_t characters(std::string_view text) {
    return static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

std::size_t wrap_width(const std::vector<std::string>& lines) {
    std::size_t widest = 0;
    for (const std::string& line : lines)
        if (line.find('\t') == std::string::npos) widest = std::max(widest, characters(line));
    if (widest < shortest_wrap || widest > longest_wrap) return 0;
    std::size_t followed = 0;
    std::size_t full = 0;
    for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
        if (lines[i].empty() || lines[i + 1].empty()) continue;
        ++followed;
        full += characters(lines[i]) + longest_word >= widest;
    }
    return followed >= 4 && 2 * full > followed ? widest : 0;
}

bool goes_on(std::string_view line, std::string_view next, std::size_t wrap_width) {
    if (line.empty() || next.empty() || begins_item(next)) return false;
    const bool small = begins_small(next) && !ends_sentence(line);
    if (small || has_open_bracket(line)) return true;
    return wrap_width > 0 && characters(line) + longest_word >= wrap_width;
}

bool goes_on_over_blank(std::string_view line, std::string_view next) {
    constexpr std::size_t long_line = 60; // bytes: no title
    return line.size() > long_line && !begins_item(next) && begins_small(next) && !ends_sentence(line) &&
           next.find('\t') == std::string_view::npos;
}

} // namespace vanthu::read::plain
