#pragma once

#include "base/diagnostic.h"
#include "model/document.h"

#include <functional>
#include <string_view>

namespace vanthu::read {

struct JsonRules {
    std::string_view schema;              ///< text of templates/schema/document.schema.json
    std::function<bool(char32_t)> covers; ///< whether the font has the character; empty: not asked
    bool may_have_gaps = false;           ///< empty texts and lists pass where the schema wants content
};

/// All problems of the file at once, each with JSON Pointer and line. Strings come out in NFC.
/// `file` is the name that the diagnostics give.
Result<model::Document> read_json(std::string_view json, std::string_view file, const JsonRules& rules);

} // namespace vanthu::read
