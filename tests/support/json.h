// Reading JSON in tests, with the schema that the program carries.
#pragma once

#include "base/resources.h"
#include "read/json/json_reader.h"

namespace vanthu::test {

inline read::JsonRules json_rules() { return {embedded_resource("templates/schema/document.schema.json"), {}}; }

inline Result<model::Document> read_json(std::string_view json) {
    return read::read_json(json, "test.json", json_rules());
}

/// "/signature line 12 missing-field field=name": one problem as a line of text.
std::string described(const Diagnostic& diagnostic);
std::vector<std::string> described(const Diagnostics& diagnostics);

} // namespace vanthu::test
