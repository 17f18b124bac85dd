// Whether two texts say the same: their words, whatever stands between them.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace vanthu::text {

/// Runs of letters and digits of valid UTF-8 in NFC, and the signs that change what is said (% + = < > § °); other
/// punctuation and white space part words.
std::vector<std::string> words_of(std::string_view utf8);

struct WordComparison {
    std::size_t source = 0;           ///< words of the first text
    std::size_t kept = 0;             ///< of these in the second, in any order
    std::size_t in_order = 0;         ///< of these in the second in the same order, at least
    std::size_t added = 0;            ///< words of the second that the first has not
    std::vector<std::string> missing; ///< the first ones that were not kept, in the order of the source
    std::vector<std::string> extra;   ///< the first ones that were added

    double kept_share() const { return source == 0 ? 1 : static_cast<double>(kept) / static_cast<double>(source); }
    double order_share() const { return source == 0 ? 1 : static_cast<double>(in_order) / static_cast<double>(source); }
    bool operator==(const WordComparison&) const = default;
};

/// `most_listed`: of missing and of extra words.
WordComparison compare_words(std::string_view source, std::string_view made, std::size_t most_listed = 20);

} // namespace vanthu::text
