// The tokenizer `vi` of FTS5: words folded by text/search_words.h. Private to archive.
#pragma once

#include "archive/sqlite_database.h"

namespace vanthu::archive {

/// Must be called before a table that uses the tokenizer is touched. Throws SqliteError.
void register_tokenizer(Database& database);

} // namespace vanthu::archive
