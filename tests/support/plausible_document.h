// Documents by chance whose texts could stand in real ones: agencies, verbs, dates, citations, sentences that end.
// Lengths and numbers of parts still vary wildly. The same for the same seed on every machine.
#pragma once

#include "model/document.h"

#include <cstdint>

namespace vanthu::test {

/// A decision, letter, plan, report or resolution that read_json() accepts.
model::Document random_plausible_document(std::uint32_t seed);

} // namespace vanthu::test
