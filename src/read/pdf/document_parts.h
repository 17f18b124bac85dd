// What a PDF carries beside its sheets.
#pragma once

#include "read/pdf/object_store.h"

#include <optional>

namespace vanthu::read::pdf {

/// The file document.json that vanthu attaches. Throws LimitReached.
std::optional<Bytes> attached_document(const Object& catalog, ObjectStore& store);

/// Whether a signature field of the form is filled in.
bool is_signed(const Object& catalog);

} // namespace vanthu::read::pdf
