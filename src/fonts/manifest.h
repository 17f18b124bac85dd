// The list of type families: which files make up their faces, and which package brings them.
#pragma once

#include "base/diagnostic.h"
#include "base/measure.h"

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace vanthu::fonts {

struct Family {
    std::string name;
    std::string package;                                    ///< Debian package that brings the files
    bool requested_only = false;                            ///< never the default
    std::array<std::vector<std::string>, face_count> files; ///< candidates of each Face, best first; never empty
};

/// Errors: font-manifest-broken (with line).
Result<std::vector<Family>> read_manifest(std::string_view xml);

} // namespace vanthu::fonts
