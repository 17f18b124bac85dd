// Where the words of a query stand in a text, and the piece of the text that shows them. Private to archive.
#pragma once

#include "archive/search_query.h"

#include <cstdint>
#include <unordered_map>

namespace vanthu::archive {

struct FoundTerm {
    std::size_t begin = 0, end = 0; ///< bytes
    std::size_t term = 0;           ///< index into SearchQuery::terms
    bool exact = false;             ///< accents as typed, whole words
};

class WordFinder {
  public:
    /// `open`: the last word of the last term may go on.
    WordFinder(const SearchQuery& query, bool open);

    std::vector<FoundTerm> find(std::string_view text) const;
    /// How many of the terms stand in the text exactly as typed.
    std::size_t exact_terms(std::string_view text) const;
    /// Some 250 bytes around the best place, found terms between U+E000 and U+E001, "…" where something is left out;
    /// the text's beginning where nothing is found.
    std::string snippet(std::string_view text) const;

  private:
    struct Step {
        std::size_t term, place;
    };
    struct Progress {
        std::size_t matched = 0, begin = 0;
        bool exact = true;
    };
    void advance(const Step& step, std::string_view raw, std::size_t begin, std::vector<Progress>& progress,
                 std::vector<FoundTerm>& found, bool whole) const;

    const SearchQuery& query_;
    std::string open_word_; ///< empty: none
    std::unordered_map<std::string, std::vector<Step>> steps_;
};

} // namespace vanthu::archive
