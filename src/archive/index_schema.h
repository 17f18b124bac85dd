// Tables of index.sqlite and how their versions follow each other. Private to archive.
#pragma once

#include "archive/sqlite_database.h"

namespace vanthu::archive {

/// Tokenizer, functions and tables. Throws SqliteError.
void prepare_index(Database& database);

/// Joined names of a task or a document in one column.
std::string joined(const std::vector<std::string>& names);
std::vector<std::string> parted(std::string_view names);

} // namespace vanthu::archive
