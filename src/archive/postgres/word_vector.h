// The words of a record as PostgreSQL's full text keeps them: a tsvector. Private to the module.
#pragma once

#include "archive/record.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>

namespace vanthu::archive {

class WordVector {
  public:
    /// `weight`: 'A' (best) to 'D'.
    void add(std::string_view text, char weight);
    /// A word that nobody types.
    void add_hidden(std::string_view word);

    /// As a literal of tsvector. Call once.
    std::string literal() const;
    bool is_complete() const { return is_complete_; }

  private:
    struct Word {
        std::string places;
        std::size_t many = 0;
    };
    Word* word(std::string_view folded);

    std::unordered_map<std::string, Word> words_;
    std::size_t place_ = 0, size_ = 0;
    bool is_complete_ = true;
};

/// Subject, issuer, signer, number and text, with the exact spellings and facets that the search asks for.
WordVector words_of(const Record& record);

/// The same texts as words side by side, "| 52 qd ubnd | … |": a phrase stands in one of them or not at all.
std::string side_by_side(const Record& record);

} // namespace vanthu::archive
