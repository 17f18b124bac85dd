#include "read/scan/tidy.h"

#include "text/look_alike.h"

#include <utility>

namespace vanthu::read::scan {
namespace {

bool is_double(const ReadWord& word, const ReadWord& next) {
    const int common = word.x2 - next.x1;
    return word.line == next.line && 2 * common > word.x2 - word.x1 && word.x1 <= next.x1 &&
           next.text.size() > word.text.size() && next.text.starts_with(word.text);
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
        const auto boundary = text::boundary_within(word.text);
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
