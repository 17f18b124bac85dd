#include "write/xlsx/sheet_names.h"

#include "text/unicode.h"
#include "write/xlsx/cell_text.h"

#include <fmt/format.h>

namespace vanthu::write {
namespace {

constexpr std::size_t max_length = 31;
constexpr std::string_view forbidden = "[]:*?/\\\n\t ";

/// Runs of white space and forbidden characters become one space.
std::string allowed(std::string_view title) {
    std::string name;
    for (const char c : cell_text(title)) {
        const bool gap = forbidden.find(c) != std::string_view::npos;
        if (!gap)
            name += c;
        else if (!name.empty() && name.back() != ' ')
            name += ' ';
    }
    return name;
}

std::string trimmed(std::string_view name) {
    constexpr std::string_view ends = " '";
    const std::size_t first = name.find_first_not_of(ends);
    if (first == std::string_view::npos) return {};
    return std::string(name.substr(first, name.find_last_not_of(ends) - first + 1));
}

/// Cut at the end of a word where that leaves more than half.
std::string shortened(const std::string& name, std::size_t length) {
    if (utf16_length(name) <= length) return name;
    const std::string_view prefix = utf16_prefix(name, length);
    const std::size_t space = name[prefix.size()] == ' ' ? prefix.size() : prefix.rfind(' ');
    return trimmed(space != std::string_view::npos && 2 * space > prefix.size() ? prefix.substr(0, space) : prefix);
}

} // namespace

std::string SheetNames::next(std::string_view title) {
    ++count_;
    std::string base = trimmed(allowed(title));
    // Excel keeps this name for itself.
    if (base.empty() || text::to_lower(base) == "history") base = base.empty() ? std::to_string(count_) : base + " 1";
    std::string name = shortened(base, max_length);
    for (unsigned again = 2; !taken_.insert(text::to_lower(name)).second; ++again) {
        const std::string suffix = fmt::format(" ({})", again);
        name = shortened(base, max_length - suffix.size()) + suffix;
    }
    return name;
}

} // namespace vanthu::write
