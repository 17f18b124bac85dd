// What somebody typed into a search, taken apart. Knows nothing of the engine. Private to archive.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace vanthu::archive {

/// A word, or several that stand side by side: a phrase in quotation marks, "QĐ-UBND".
struct SearchTerm {
    std::vector<std::string> folded; ///< text::SearchWords, never empty
    std::vector<std::string> exact;  ///< text::spelling of each
    bool quoted = false;

    bool operator==(const SearchTerm&) const = default;
};

struct SearchQuery {
    std::vector<SearchTerm> terms;
    std::vector<std::string> numbers; ///< document numbers in it, as number_key()
    std::string date;                 ///< ISO 8601, where day, month and year stand behind a number
    bool accented = false;            ///< any letter with a mark: accents are meant
    bool open = false; ///< the last term may go on: two letters or more, no quotation mark, nothing behind it

    bool operator==(const SearchQuery&) const = default;
};

/// Any bytes make a query; what is no word is no part of it. At most 32 terms.
SearchQuery parse_query(std::string_view typed);

/// "052 / QĐ-UBND" → "52/qd-ubnd": how numbers of documents compare. Empty without a number.
std::string number_key(std::string_view number, std::string_view symbol);

} // namespace vanthu::archive
