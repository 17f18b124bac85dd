// The search of PostgresIndex: which documents, in which order. Throws what libpqxx throws. Private to the module.
#pragma once

#include "archive/index.h"
#include "archive/postgres/session.h"

namespace vanthu::archive {

/// The order is that of find_documents() in index_search.h, with ts_rank in place of bm25 and with fewer ranked ones.
Hits find_in_postgres(pqxx::work& transaction, const Query& query);

std::vector<Record> list_in_postgres(pqxx::work& transaction, const Filter& filter, std::size_t limit,
                                     std::size_t offset);

TaskHits tasks_in_postgres(pqxx::work& transaction, const TaskQuery& query);

} // namespace vanthu::archive
