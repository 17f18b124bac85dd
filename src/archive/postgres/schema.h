// Tables of an archive in PostgreSQL and how their versions follow each other. Private to the module.
#pragma once

#include "archive/postgres/session.h"

#include <optional>

namespace vanthu::archive {

enum class SchemaState : std::uint8_t { missing, present, newer };

/// Brings the tables to this program's version; one process at a time. Makes them where `originals` is given and there
/// are none, else says that they are missing.
SchemaState migrate(pqxx::work& transaction, const std::optional<std::string>& originals);

/// The folder that `archive init` was told.
std::string originals_of(pqxx::work& transaction);

} // namespace vanthu::archive
