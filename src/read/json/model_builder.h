#pragma once

#include "model/document.h"
#include "read/json/json_tree.h"

namespace vanthu::read {

/// The document of a tree that validate_json() found nothing wrong with.
model::Document build_document(const JsonTree& tree);

} // namespace vanthu::read
