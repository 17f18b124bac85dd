#include "text/word_core.h"

#include "text/syllable.h"
#include "text/unicode.h"

#include <algorithm>

namespace vanthu::text {
namespace {

bool is_alphanumeric(char32_t c) { return letter(c).has_value() || (c >= '0' && c <= '9'); }

} // namespace

std::u32string characters_of(std::string_view utf8) {
    std::u32string result;
    for_each_character(utf8, [&](char32_t c) { result += c; });
    return result;
}

std::string utf8_of(std::u32string_view characters) {
    std::string result;
    for (const char32_t c : characters) result += to_utf8(c);
    return result;
}

bool Core::is_capitalised() const { return capitals == 1 && letters.size() > 1 && letter(letters.front())->capital; }

std::string Core::small() const { return to_lower(utf8_of(letters)); }

Core core_of(std::string_view word) {
    Core core;
    const std::u32string all = characters_of(word);
    const auto first = std::find_if(all.begin(), all.end(), is_alphanumeric);
    const auto last = std::find_if(all.rbegin(), all.rend(), is_alphanumeric).base();
    if (first == all.end()) return core;
    core.before.assign(all.begin(), first);
    core.letters.assign(first, last);
    core.after.assign(last, all.end());
    for (const char32_t c : core.letters) {
        const auto known = letter(c);
        core.only_letters = core.only_letters && known;
        core.capitals += known && known->capital;
    }
    return core;
}

} // namespace vanthu::text
