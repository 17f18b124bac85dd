// Data tables of a document: all of them in ReadDocument::tables, those of appendices in the document too. Private to
// interpret.
#pragma once

#include "interpret/reading.h"

namespace vanthu::interpret {

/// The table of an appendix as `generate` takes it.
model::Table appendix_table(Reading& reading, Piece& piece, const std::string& appendix_pointer);

/// All data tables, in order; those that no appendix took are findings.
void read_tables(Reading& reading);

} // namespace vanthu::interpret
