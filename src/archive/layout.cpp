#include "archive/layout.h"

#include "archive/digest.h"

namespace vanthu::archive {
namespace {

constexpr std::string_view scheme = "vanthu:";

} // namespace

// 65,536 folders: one for a handful of documents of a province, three hundred of a country.
const std::array<FixedFile, 3> root_files = {{
    {"0=ocfl_1.1", "ocfl_1.1\n"},
    {"ocfl_layout.json", R"({
 "extension": "0004-hashed-n-tuple-storage-layout",
 "description": "Objects lie below two folders of two digits each of the SHA-512 of their id"
}
)"},
    {"extensions/0004-hashed-n-tuple-storage-layout/config.json", R"({
 "extensionName": "0004-hashed-n-tuple-storage-layout",
 "digestAlgorithm": "sha512",
 "tupleSize": 2,
 "numberOfTuples": 2,
 "shortObjectRoot": false
}
)"},
}};

std::filesystem::path object_path(std::string_view ocfl_id) {
    const std::string digest = sha512(ocfl_id);
    return std::filesystem::path(digest.substr(0, 2)) / digest.substr(2, 2) / digest;
}

std::string ocfl_id_of(std::string_view id) { return std::string(scheme).append(id); }

std::optional<std::string> id_of(std::string_view ocfl_id) {
    if (!ocfl_id.starts_with(scheme) || ocfl_id.size() == scheme.size()) return std::nullopt;
    return std::string(ocfl_id.substr(scheme.size()));
}

} // namespace vanthu::archive
