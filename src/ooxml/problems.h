// Why a package that comes from outside cannot be read.
#pragma once

#include "base/diagnostic.h"

#include <cstddef>
#include <string>

namespace vanthu::ooxml {

inline Diagnostic broken(std::string part, std::string reason) {
    return {
        "docx-broken", Severity::error, {{"part", part}, {"reason", std::move(reason)}}, {"", 0, "", std::move(part)}};
}

/// `limit` names what there is too much of: entries, part-size, total-size, ratio, depth, nodes, columns.
inline Diagnostic over_limit(std::string part, std::string limit, std::size_t value) {
    return {"docx-limit",
            Severity::error,
            {{"limit", std::move(limit)}, {"value", std::to_string(value)}},
            {"", 0, "", std::move(part)}};
}

inline Diagnostic encrypted() { return {"docx-password", Severity::error, {}, {}}; }

} // namespace vanthu::ooxml
