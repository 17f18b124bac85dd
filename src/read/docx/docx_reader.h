// A DOCX as a flow: styles resolved, numbering as text, tracked changes accepted (ECMA-376 part 1, 17). Runs on hostile
// files: call it in the sandbox.
#pragma once

#include "base/bytes.h"
#include "base/diagnostic.h"
#include "flow/flow.h"

#include <optional>
#include <string_view>

namespace vanthu::read {

struct DocxContent {
    flow::Document flow;
    std::optional<Bytes> attached_document; ///< the data that vanthu stored when it made the file
};

/// Errors: docx-broken (part, reason), docx-limit (limit, value), docx-macros, docx-password.
/// Findings: docx-part-unread, docx-external-ignored, docx-changes-accepted (count), docx-object-skipped.
Result<DocxContent> read_docx(std::string_view bytes);

} // namespace vanthu::read
