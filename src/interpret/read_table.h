// flow::Table → model::ReadTable. Private to interpret.
#pragma once

#include "flow/flow.h"
#include "forms/read_words.h"
#include "model/read_table.h"

namespace vanthu::interpret {

/// Header rows joined into titles, roles by the words of the titles, kinds of rows, and the tasks where the columns
/// have a task and somebody or some time for it.
model::ReadTable read_table(const flow::Table& table, const flow::Document& document, const forms::ReadWords& words);

} // namespace vanthu::interpret
