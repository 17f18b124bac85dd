// The rules of decree 30/2020 over a document's data: findings for the clerk, never a reason to stop.
#pragma once

#include "base/diagnostic.h"
#include "forms/check_words.h"
#include "model/document.h"

#include <string_view>

namespace vanthu::check {

/// Warnings and notes with JSON Pointers; `place.file` and lines are the caller's to fill in. Each has the argument
/// `rule`, e.g. "R-SYM-02"; where a code comes up more than a hundred times, a note more-findings tells how often.
/// `type_symbol` is the abbreviation of the document's type (annex III, I), e.g. "QĐ"; empty where the type has none.
Diagnostics check_document(const model::Document& document, const forms::CheckWords& words,
                           std::string_view type_symbol);

} // namespace vanthu::check
