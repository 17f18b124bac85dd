// Conditions of searches as SQL with bound values. Private to the module.
#pragma once

#include "archive/index.h"
#include "archive/postgres/session.h"
#include "archive/search_query.h"

#include <string>
#include <string_view>
#include <vector>

namespace vanthu::archive {

/// A question under way: what was typed is bound, never part of the SQL.
class Question {
  public:
    /// "$3" for the value.
    std::string bind(std::string value);
    void require(std::string condition);
    pqxx::result ask(pqxx::work& transaction, const std::string& columns_and_tables, const std::string& rest) const;

    /// The name, in whole words, is part of the column made by padded_words() or of several such names.
    void require_name(const std::string& column, const std::string& name);
    /// For the documents `d`.
    void require_filter(const Filter& filter);
    /// For the tasks `t`.
    void require_due(const std::string& from, const std::string& to);
    /// For the documents `d` joined with their `texts t`; `open`: the last word may go on.
    void require_words(const SearchQuery& typed, bool open, const char* weights = "");
    void require_exact(const SearchQuery& typed);
    /// All words of the query side by side.
    void require_phrase(const std::vector<std::string>& words, bool open);

  private:
    void require_lexemes(const std::string& tsquery);
    std::string where() const;

    std::vector<std::string> conditions_;
    std::vector<std::string> values_;
};

/// 'uy' & 'ban' & 'nha':*
std::string lexemes_of(const SearchQuery& typed, bool open, const char* weights = "");

/// A part of a text for LIKE.
std::string anywhere(std::string_view part);

} // namespace vanthu::archive
