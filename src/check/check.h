// The rules of decree 30/2020 over a document's data: findings for the clerk, never a reason to stop.
#pragma once

#include "base/diagnostic.h"
#include "model/document.h"

namespace vanthu::check {

/// Warnings and notes with JSON Pointers; `place.file` and lines are the caller's to fill in.
Diagnostics check_document(const model::Document& document);

} // namespace vanthu::check
