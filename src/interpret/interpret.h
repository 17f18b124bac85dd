// flow → model: what a document that was read says. Driven by the same templates as `compose`: what is written is what
// is recognised; other ways of writing stand in templates/read-words.xml.
#pragma once

#include "base/diagnostic.h"
#include "flow/flow.h"
#include "forms/read_words.h"
#include "forms/templates.h"
#include "model/read_table.h"

namespace vanthu::interpret {

struct Knowledge {
    const forms::Templates& templates;
    const forms::ReadWords& words;
};

/// Always gives what could be read; whatever is missing or doubtful is a finding, nothing is made up.
/// Findings: read-missing (pointer), read-unsure, read-leftover (text that found no place), number-conflict.
Result<model::ReadDocument> interpret(const flow::Document& flow, const Knowledge& knowledge);

} // namespace vanthu::interpret
