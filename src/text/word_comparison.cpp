#include "text/word_comparison.h"

#include "text/unicode.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <cstdint>
#include <span>
#include <unordered_map>

namespace vanthu::text {
namespace {

using Numbers = std::vector<std::uint32_t>; ///< words by number
using Span = std::span<const std::uint32_t>;

/// More differences than that are not followed: the texts have little in common.
constexpr std::int64_t most_differences = 20000;

constexpr std::u32string_view telling_signs = U"%‰+=<>≤≥§°²³";

bool is_inside_word(char32_t character) {
    const auto point = static_cast<UChar32>(character);
    return u_isalnum(point) != 0 || (U_GET_GC_MASK(point) & U_GC_M_MASK) != 0;
}

class Numbering {
  public:
    Numbers of(const std::vector<std::string>& words) {
        Numbers numbers;
        numbers.reserve(words.size());
        for (const std::string& word : words)
            numbers.push_back(known_.emplace(word, static_cast<std::uint32_t>(known_.size())).first->second);
        return numbers;
    }
    std::size_t size() const { return known_.size(); }

  private:
    std::unordered_map<std::string, std::uint32_t> known_;
};

/// How many equal words both begin with; they are taken off.
std::size_t take_common_start(Span& a, Span& b) {
    std::size_t count = 0;
    while (count < a.size() && count < b.size() && a[count] == b[count]) ++count;
    a = a.subspan(count);
    b = b.subspan(count);
    return count;
}

std::size_t take_common_end(Span& a, Span& b) {
    std::size_t count = 0;
    while (count < a.size() && count < b.size() && a[a.size() - 1 - count] == b[b.size() - 1 - count]) ++count;
    a = a.first(a.size() - count);
    b = b.first(b.size() - count);
    return count;
}

/// Insertions and deletions that lead from one to the other (Myers 1986, greedy); -1: too many to follow.
std::int64_t edit_distance(Span a, Span b) {
    const auto n = static_cast<std::int64_t>(a.size());
    const auto m = static_cast<std::int64_t>(b.size());
    const std::int64_t limit = std::min(n + m, most_differences);
    std::vector<std::int64_t> reached(static_cast<std::size_t>(2 * limit + 3), 0);
    const auto at = [&](std::int64_t diagonal) -> std::int64_t& {
        return reached[static_cast<std::size_t>(diagonal + limit + 1)];
    };
    for (std::int64_t distance = 0; distance <= limit; ++distance)
        for (std::int64_t diagonal = -distance; diagonal <= distance; diagonal += 2) {
            const bool is_down = diagonal == -distance || (diagonal != distance && at(diagonal - 1) < at(diagonal + 1));
            std::int64_t x = is_down ? at(diagonal + 1) : at(diagonal - 1) + 1;
            while (x < n && x - diagonal < m && x >= 0 && x - diagonal >= 0 &&
                   a[static_cast<std::size_t>(x)] == b[static_cast<std::size_t>(x - diagonal)])
                ++x;
            at(diagonal) = x;
            if (x >= n && x - diagonal >= m) return distance;
        }
    return -1;
}

std::size_t common_in_order(Span a, Span b) {
    std::size_t common = take_common_start(a, b);
    common += take_common_end(a, b);
    const std::int64_t distance = edit_distance(a, b);
    if (distance < 0) return common;
    return common + (a.size() + b.size() - static_cast<std::size_t>(distance)) / 2;
}

std::vector<std::size_t> counts_of(const Numbers& numbers, std::size_t size) {
    std::vector<std::size_t> counts(size);
    for (const std::uint32_t number : numbers) ++counts[number];
    return counts;
}

/// Words that have no partner in `partners`; the first of them are listed.
std::size_t without_partner(const std::vector<std::string>& words, const Numbers& numbers,
                            std::vector<std::size_t> partners, std::size_t most, std::vector<std::string>& listed) {
    std::size_t count = 0;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (partners[numbers[i]] > 0) {
            --partners[numbers[i]];
            continue;
        }
        if (++count <= most) listed.push_back(words[i]);
    }
    return count;
}

} // namespace

std::vector<std::string> words_of(std::string_view utf8) {
    std::vector<std::string> words;
    std::string word;
    const auto end_word = [&] {
        if (!word.empty()) words.push_back(std::move(word));
        word.clear();
    };
    for_each_character(utf8, [&](char32_t character) {
        const bool is_sign = telling_signs.find(character) != telling_signs.npos;
        if (is_sign || !is_inside_word(character)) end_word();
        if (is_sign || is_inside_word(character)) word += to_utf8(character);
        if (is_sign) end_word();
    });
    end_word();
    return words;
}

WordComparison compare_words(std::string_view source, std::string_view made, std::size_t most_listed) {
    const std::vector<std::string> a = words_of(source), b = words_of(made);
    Numbering numbering;
    const Numbers na = numbering.of(a), nb = numbering.of(b);
    WordComparison result;
    result.source = a.size();
    result.kept = a.size() - without_partner(a, na, counts_of(nb, numbering.size()), most_listed, result.missing);
    result.added = without_partner(b, nb, counts_of(na, numbering.size()), most_listed, result.extra);
    result.in_order = common_in_order(na, nb);
    return result;
}

} // namespace vanthu::text
