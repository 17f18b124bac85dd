// What the archive finds, as JSON on one line.
#pragma once

#include "archive/index.h"
#include "archive/register.h"

#include <span>
#include <string>

namespace vanthu::archive {

/// {"total", "hits": [{"id", "type", "number", "symbol", "date", "issuer", "subject", "signer", "pages", "source",
/// "snippet", "score"}]}; in a snippet what was found stands between U+E000 and U+E001.
std::string json_of(const Hits& hits);
/// {"total", "tasks": [{"id", "number", "symbol", "date", "issuer", "ordinal", "task", "lead", "partners", "product",
/// "due", "from", "to", "recurrence", "section"}]}
std::string json_of(const TaskHits& hits);
/// {"entries": [{"book", "year", "number", "symbol", "date", …}]}
std::string json_of(std::span<const Entry> entries);

} // namespace vanthu::archive
