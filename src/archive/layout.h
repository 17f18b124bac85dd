// Where things lie in a storage root. Private to archive.
#pragma once

#include <array>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace vanthu::archive {

struct FixedFile {
    std::string_view path, text;
};

/// Below storage/.
extern const std::array<FixedFile, 3> root_files;
inline constexpr FixedFile object_mark = {"0=ocfl_object_1.1", "ocfl_object_1.1\n"};

inline constexpr const char* inventory_name = "inventory.json";
inline constexpr const char* sidecar_name = "inventory.json.sha512";
inline constexpr const char* content_name = "content";

/// Below storage/: layout 0003 with two tuples of two digits.
std::filesystem::path object_path(std::string_view ocfl_id);

/// Whether an object of ours may lie in a folder of that name.
bool is_object_name(std::string_view name);

/// OCFL wants a URI.
std::string ocfl_id_of(std::string_view id);
std::optional<std::string> id_of(std::string_view ocfl_id);

} // namespace vanthu::archive
