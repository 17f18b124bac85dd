#pragma once

#include "base/bytes.h"
#include "model/document.h"

namespace vanthu::write {

/// The document as JSON, in the shape of templates/schema/document.schema.json: UTF-8, two spaces of indentation,
/// fields in the order of the schema, empty optional fields left out. read_json() gives the same document back.
Bytes write_json(const model::Document& document);

} // namespace vanthu::write
