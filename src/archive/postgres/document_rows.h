// Records as rows of the tables in PostgreSQL. Inside a transaction of the caller; throws what libpqxx throws. Private
// to the module.
#pragma once

#include "archive/index.h"
#include "archive/postgres/session.h"

#include <cstdint>

namespace vanthu::archive {

/// In place of what has the same id. False where the text has more different words than one row can index: the rarest
/// of them will not be found.
bool put_record(pqxx::work& transaction, const Record& record);

/// What `vanthu.documents d` is asked for, for record_of().
extern const char* const record_columns_of_d;
constexpr int count_of_record_columns = 16;

/// Of a row that begins with these columns; without text, tasks and files.
Record record_of(const pqxx::row& row);
void add_files(pqxx::work& transaction, Record& record);
void add_tasks(pqxx::work& transaction, Record& record);

/// What `vanthu.tasks t` is asked for, for task_of(); `first` is the first of these columns in the row.
extern const char* const task_columns_of_t;
constexpr int count_of_task_columns = 17;
model::Task task_of(const pqxx::row& row, int first);

} // namespace vanthu::archive
