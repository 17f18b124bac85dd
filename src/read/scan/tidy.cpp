#include "read/scan/tidy.h"

#include "text/look_alike.h"
#include "text/syllable.h"

#include <optional>
#include <string_view>
#include <utility>

namespace vanthu::read::scan {
namespace {

bool is_double(const ReadWord& word, const ReadWord& next) {
    const int common = word.x2 - next.x1;
    return word.line == next.line && 2 * common > word.x2 - word.x1 && word.x1 <= next.x1 &&
           next.text.size() > word.text.size() && next.text.starts_with(word.text);
}

/// "ngày28", "Điều3"; symbols (QĐ138) are no syllables.
std::optional<std::size_t> number_behind_syllable(std::string_view word) {
    const std::size_t at = word.find_first_of("0123456789");
    if (at == std::string_view::npos || at == 0) return std::nullopt;
    const std::string_view letters = word.substr(0, at);
    const bool is_syllable = text::has_marked_letter(letters) && text::is_vietnamese_syllable(letters);
    return is_syllable ? std::optional(at) : std::nullopt;
}

/// All letters are taken to be of one width.
int place_within(const ReadWord& word, std::size_t at) {
    const double share = static_cast<double>(at) / static_cast<double>(word.text.size());
    return word.x1 + static_cast<int>(share * (word.x2 - word.x1));
}

} // namespace

std::vector<ReadWord> tidied(std::vector<ReadWord> words) {
    std::vector<ReadWord> result;
    for (std::size_t i = 0; i < words.size(); ++i) {
        ReadWord& word = words[i];
        if (i + 1 < words.size() && is_double(word, words[i + 1])) continue;
        const auto digits = number_behind_syllable(word.text);
        const auto boundary = digits ? digits : text::boundary_within(word.text);
        if (!boundary) {
            result.push_back(std::move(word));
            continue;
        }
        ReadWord first = word, second = word;
        first.text.resize(*boundary);
        second.text.erase(0, *boundary);
        first.x2 = second.x1 = place_within(word, *boundary);
        result.push_back(std::move(first));
        result.push_back(std::move(second));
    }
    return result;
}

} // namespace vanthu::read::scan
