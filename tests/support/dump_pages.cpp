#include "support/dump_pages.h"

#include <fmt/format.h>

#include <cmath>

namespace vanthu::test {
namespace {

/// To one decimal, without the sign of a zero.
std::string number(double value) { return fmt::format("{:.1f}", std::round(value * 10) / 10 + 0.0); }

std::string face_letters(const pages::Text& text) {
    constexpr const char* letters[face_count] = {"-", "b", "i", "bi"};
    return std::string(letters[static_cast<std::size_t>(text.face)]) + (text.red ? "r" : "");
}

/// A space at the end, where the paragraph goes on, would be lost in an editor.
std::string visible(const std::string& text) {
    return text.ends_with(' ') ? text.substr(0, text.size() - 1) + "␣" : text;
}

std::string text_line(const pages::Text& text) {
    const std::string gap = std::abs(text.word_gap) < 0.05 ? "" : fmt::format(" {:+.1f}", text.word_gap);
    return fmt::format("{} {} {} {}{}{} | {}\n", number(text.x), number(text.y), number(text.size), face_letters(text),
                       gap, text.element == pages::no_element ? " *" : "", visible(text.text));
}

std::string rule_line(const pages::Line& line) {
    return fmt::format("line {} {} - {} {} thick {:.2f}{}\n", number(line.x1), number(line.y1), number(line.x2),
                       number(line.y2), line.thickness, line.red ? " red" : "");
}

} // namespace

std::string dump_pages(const pages::Document& document) {
    std::string result;
    for (std::size_t i = 0; i < document.pages.size(); ++i) {
        const pages::Page& page = document.pages[i];
        result +=
            fmt::format("== sheet {}: {} x {}, page {}\n", i + 1, number(page.width), number(page.height), page.label);
        for (const pages::Text& text : page.texts) result += text_line(text);
        for (const pages::Line& line : page.lines) result += rule_line(line);
    }
    return result;
}

} // namespace vanthu::test
