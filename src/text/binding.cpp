#include "text/binding.h"

#include "text/unicode.h"

#include <algorithm>

namespace vanthu::text {
namespace {

std::string_view without_punctuation(std::string_view token) {
    constexpr std::string_view before = "(\"'[-";
    constexpr std::string_view behind = ".,;:)]\"'/";
    while (!token.empty() && before.find(token.front()) != std::string_view::npos) token.remove_prefix(1);
    while (!token.empty() && behind.find(token.back()) != std::string_view::npos) token.remove_suffix(1);
    return token;
}

bool is_roman(std::string_view token) {
    return !token.empty() && token.find_first_not_of("IVXLC") == std::string_view::npos;
}

bool is_single_letter(std::string_view token) {
    if (token.empty()) return false;
    std::size_t characters = 0;
    for_each_character(token, [&](char32_t) { ++characters; });
    return characters == 1;
}

bool is_number_like(std::string_view token) {
    const std::string_view core = without_punctuation(token);
    return (!core.empty() && core.front() >= '0' && core.front() <= '9') || is_roman(core) || is_single_letter(core);
}

/// "N." of "N. V. An": one capital and a full stop.
bool is_initial(std::string_view token) {
    return token.size() >= 2 && token.back() == '.' && is_single_letter(token.substr(0, token.size() - 1)) &&
           is_upper(token.substr(0, token.size() - 1));
}

bool is_dash(std::string_view token) { return token == "-" || token == "–" || token == "—"; }

bool binds(std::string_view left, std::string_view right, bool left_opens, const std::vector<std::string>& words) {
    if (is_dash(right) && !left_opens) return true;
    if (is_initial(left)) return true;
    if (!is_number_like(right)) return false;
    const std::string_view word = without_punctuation(left);
    return left.size() == word.size() + static_cast<std::size_t>(word.data() - left.data()) &&
           std::find(words.begin(), words.end(), word) != words.end();
}

} // namespace

std::string bind(std::string_view text, const std::vector<std::string>& words) {
    std::string result;
    result.reserve(text.size() + 8);
    std::string_view left;
    bool left_opens = true;
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t space = text.find(' ', i);
        const std::string_view token = text.substr(i, space == std::string_view::npos ? space : space - i);
        if (i > 0) {
            if (!left.empty() && binds(left, token, left_opens && is_dash(left), words))
                result += no_break_space;
            else
                result += ' ';
            left_opens = false;
        }
        result += token;
        left = token;
        if (space == std::string_view::npos) break;
        i = space + 1;
        if (i == text.size()) result += ' ';
    }
    return result;
}

std::string unbind(std::string_view text) {
    std::string result;
    result.reserve(text.size());
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t bound = std::min(text.find(no_break_space, i), text.size());
        result.append(text, i, bound - i);
        if (bound < text.size()) result += ' ';
        i = bound + no_break_space.size();
    }
    return result;
}

} // namespace vanthu::text
