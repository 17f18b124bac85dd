// Conditions of a search as an expression of FTS5 and parameters of SQL. Private to archive.
#pragma once

#include "archive/index.h"
#include "archive/search_query.h"
#include "archive/sqlite_database.h"

namespace vanthu::archive {

/// Expressions hold folded words in quotation marks only: nothing typed can break their syntax.
std::string words_expression(const SearchQuery& query, bool open);
/// Documents that have every marked syllable as typed; empty where none was typed.
std::string exact_expression(const SearchQuery& query);
/// All words side by side; empty for one word and where phrases were typed.
std::string phrase_expression(const SearchQuery& query);
std::string filter_expression(const Filter& filter);
std::string both(const std::string& one, const std::string& other);

/// The part of a filter that asks for tasks.
struct TaskCondition {
    explicit TaskCondition(const Filter& filter);
    std::string agency, from, to; ///< folded and padded; dates
    bool is_set() const { return !agency.empty() || !from.empty(); }
};

/// "ROW IN (documents with such a task)" with ?2 agency, ?3 from, ?4 to.
std::string task_condition(const std::string& row);

} // namespace vanthu::archive
