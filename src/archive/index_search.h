// The search of SqliteIndex: which documents, in which order. Throws SqliteError. Private to archive.
#pragma once

#include "archive/index.h"
#include "archive/sqlite_database.h"

namespace vanthu::archive {

/// The order: the document that has the number typed; then all accents as typed; then words side by side; then bm25
/// with weights (number, subject, issuer, signer, text). Where more than 1,500 documents have the words, the best of
/// these classes are ranked, the newest first, and the rest follows unranked.
Hits find_documents(Database& database, const Query& query);

std::vector<Record> list_documents(Database& database, const Filter& filter, std::size_t limit, std::size_t offset);

} // namespace vanthu::archive
