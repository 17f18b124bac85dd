// The tasks of a table: of one just read, and of one that somebody has put right since.
#pragma once

#include "forms/read_words.h"
#include "model/read_table.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace vanthu::interpret {

/// What a label counts with; a section of one kind ends those of the kinds below it.
enum class LabelKind : std::uint8_t { none, letter, roman, number };

LabelKind label_kind(std::string_view label);

/// From rows, kinds, spans and columns; none where no column has the task, or none who or when.
std::vector<model::Task> find_tasks(const model::ReadTable& table, const forms::ReadWords& words);

} // namespace vanthu::interpret
