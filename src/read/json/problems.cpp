#include "read/json/problems.h"

#include "text/scan.h"
#include "text/unicode.h"

#include <fmt/format.h>

#include <algorithm>

namespace vanthu::read {
namespace {

constexpr std::size_t shown_characters = 60;

bool is_continuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

/// `text` with each byte that belongs to no character replaced.
std::string repaired(std::string_view text) {
    std::string result;
    for (std::size_t i = 0; i < text.size();) {
        std::size_t end = i + 1;
        while (end < text.size() && is_continuation(text[end])) ++end;
        const std::string_view character = text.substr(i, end - i);
        result += text::to_nfc(character) ? character : std::string_view("\uFFFD");
        i = end;
    }
    return result;
}

void append_visible(std::string& text, char32_t character) {
    if (text::is_control(character) || text::is_invisible(character))
        text += code_point_name(character);
    else
        text += text::to_utf8(character);
}

/// Names in a pointer are the file's own; they must not carry anything into a terminal.
std::string visible(const std::string& pointer) {
    std::string result;
    text::for_each_character(repaired(pointer), [&](char32_t character) { append_visible(result, character); });
    return result;
}

} // namespace

std::string code_point_name(char32_t character) {
    return fmt::format("U+{:04X}", static_cast<std::uint32_t>(character));
}

std::string shown(std::string_view text) {
    std::string result;
    std::size_t count = 0;
    text::for_each_character(repaired(text.substr(0, shown_characters * 4)), [&](char32_t character) {
        if (++count <= shown_characters) append_visible(result, character);
    });
    if (count > shown_characters || text.size() > shown_characters * 4) result += "…";
    return result;
}

void Problems::add(std::string code, const JsonPath& path, std::size_t offset, std::vector<Argument> arguments) {
    if (found_.size() == limit) {
        more_ = true;
        return;
    }
    found_.push_back({std::move(code), Severity::error, std::move(arguments),
                      Place{file_, lines_.line_of(offset), visible(path.pointer()), {}}});
}

LineColumn Problems::position(std::size_t offset) const {
    LineColumn result;
    for (std::size_t i = 0; i < std::min(offset, source_.size()); ++i) {
        if (source_[i] == '\n')
            result = {result.line + 1, 1};
        else if (!is_continuation(source_[i]))
            ++result.column;
    }
    return result;
}

Diagnostics Problems::take() {
    std::stable_sort(found_.begin(), found_.end(),
                     [](const Diagnostic& a, const Diagnostic& b) { return a.place.line < b.place.line; });
    if (more_)
        found_.push_back(
            {"too-many-problems", Severity::error, {{"limit", std::to_string(limit)}}, Place{file_, 0, {}, {}}});
    return std::move(found_);
}

} // namespace vanthu::read
