#include "archive/layout.h"

#include "archive/digest.h"

#include <fmt/format.h>

namespace vanthu::archive {
namespace {

constexpr std::string_view scheme = "vanthu:";

/// As the layout wants it for file systems. It cuts what gets longer than 100 bytes; our ids are short.
std::string encoded(std::string_view id) {
    std::string name;
    for (const char c : id) {
        const bool is_plain =
            (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '_';
        name += is_plain ? std::string(1, c) : fmt::format("%{:02x}", static_cast<unsigned char>(c));
    }
    return name;
}

} // namespace

// 65,536 folders: one for a handful of documents of a province, three hundred of a country.
const std::array<FixedFile, 3> root_files = {{
    {"0=ocfl_1.1", "ocfl_1.1\n"},
    {"ocfl_layout.json", R"({
 "extension": "0003-hash-and-id-n-tuple-storage-layout",
 "description": "Objects lie below two folders of two digits each of the SHA-512 of their id, under their id"
}
)"},
    {"extensions/0003-hash-and-id-n-tuple-storage-layout/config.json", R"({
 "extensionName": "0003-hash-and-id-n-tuple-storage-layout",
 "digestAlgorithm": "sha512",
 "tupleSize": 2,
 "numberOfTuples": 2
}
)"},
}};

std::filesystem::path object_path(std::string_view ocfl_id) {
    const std::string digest = sha512(ocfl_id);
    return std::filesystem::path(digest.substr(0, 2)) / digest.substr(2, 2) / encoded(ocfl_id);
}

bool is_object_name(std::string_view name) { return name.starts_with(encoded(scheme)); }

std::string ocfl_id_of(std::string_view id) { return std::string(scheme).append(id); }

std::optional<std::string> id_of(std::string_view ocfl_id) {
    if (!ocfl_id.starts_with(scheme) || ocfl_id.size() == scheme.size()) return std::nullopt;
    return std::string(ocfl_id.substr(scheme.size()));
}

} // namespace vanthu::archive
