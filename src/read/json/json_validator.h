// Holds a JSON tree against the schema and reports all that is wrong in it.
#pragma once

#include "read/json/json_schema.h"
#include "read/json/json_tree.h"
#include "read/json/problems.h"

namespace vanthu::read {

struct JsonExpectations {
    std::vector<char32_t> uncovered; ///< characters of the tree that the font lacks
    bool may_have_gaps = false;      ///< empty texts and lists pass where the schema wants content
};

void validate_json(const JsonTree& tree, const JsonSchema& schema, const JsonExpectations& expectations,
                   Problems& problems);

/// Each task row of each table must have as many cells as the table has columns; a schema cannot say that.
void check_cell_counts(const JsonTree& tree, Problems& problems);

} // namespace vanthu::read
