#include "text/names.h"

#include "text/unicode.h"

#include <algorithm>

namespace vanthu::text {
namespace {

std::size_t first_character_length(std::string_view word) {
    std::size_t length = 1;
    while (length < word.size() && (static_cast<unsigned char>(word[length]) & 0xC0) == 0x80) ++length;
    return length;
}

std::string capitalised(std::string_view word) {
    if (word.empty()) return {};
    const std::size_t first = first_character_length(word);
    return to_upper(word.substr(0, first)) + std::string(word.substr(first));
}

/// The longest known phrase that `rest` (in small letters) opens with, up to a word's end.
const std::string* longest_match(std::string_view rest, const std::vector<std::string>& known) {
    const std::string* best = nullptr;
    for (const std::string& phrase : known) {
        if (best && phrase.size() <= best->size()) continue;
        const std::string small = to_lower(phrase);
        if (!rest.starts_with(small)) continue;
        if (rest.size() == small.size() || rest[small.size()] == ' ' || rest[small.size()] == ',') best = &phrase;
    }
    return best;
}

} // namespace

std::string natural_case(std::string_view name, const std::vector<std::string>& known) {
    if (!is_upper(name)) return std::string(name);
    const std::string small = to_lower(name);
    std::string result;
    for (std::string_view rest = small; !rest.empty();) {
        const std::string* phrase = longest_match(rest, known);
        const std::size_t length = phrase ? to_lower(*phrase).size() : std::min(rest.find(' '), rest.size());
        result += phrase ? *phrase : capitalised(rest.substr(0, length));
        rest.remove_prefix(length);
        while (!rest.empty() && (rest.front() == ' ' || rest.front() == ',')) {
            result += rest.front();
            rest.remove_prefix(1);
        }
    }
    return capitalised(result);
}

std::vector<std::string> phrases(std::string_view name, const std::vector<std::string>& known) {
    std::vector<std::string> result;
    for (std::string_view rest = name; !rest.empty();) {
        const std::string small = to_lower(rest);
        const std::string* phrase = longest_match(small, known);
        std::size_t words = 1;
        if (phrase) words += static_cast<std::size_t>(std::count(phrase->begin(), phrase->end(), ' '));
        std::size_t end = 0;
        for (; words > 0; --words) end = std::min(rest.find(' ', end + (end ? 1 : 0)), rest.size());
        if (end > 0) result.emplace_back(rest.substr(0, end));
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return result;
}

} // namespace vanthu::text
