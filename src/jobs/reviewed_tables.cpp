#include "jobs/reviewed_tables.h"

#include "interpret/table_tasks.h"
#include "read/json/tables_reader.h"

namespace vanthu::jobs {

Result<std::vector<model::ReadTable>> reviewed_tables(std::string_view json, const ReadingKit& kit) {
    auto tables = read::read_tables_json(json);
    if (tables)
        for (model::ReadTable& table : *tables) table.tasks = interpret::find_tasks(table, kit.words);
    return tables;
}

} // namespace vanthu::jobs
