// Records and tasks out of the tables of index.sqlite. Throws SqliteError. Private to archive.
#pragma once

#include "archive/index.h"
#include "archive/sqlite_database.h"

namespace vanthu::archive {

/// What `documents` is asked for, for record_of().
extern const char* const record_columns;

/// Of a row that begins with record_columns; without text, tasks and files.
Record record_of(const Statement& row);
Record record_at(Database& database, std::int64_t row);
void add_files(Database& database, std::int64_t row, Record& record);
void add_tasks(Database& database, std::int64_t row, Record& record);

TaskHits find_tasks(Database& database, const TaskQuery& query);

/// Whether a task whose dates are `prefix`.due_first … is due within ?from … ?to, where these are set.
std::string due_condition(const std::string& prefix, int from, int to);

} // namespace vanthu::archive
