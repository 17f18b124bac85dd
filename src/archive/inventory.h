// inventory.json of an OCFL object, https://ocfl.io/1.1/spec/#inventory. Private to archive.
#pragma once

#include "base/bytes.h"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace vanthu::archive {

/// Path → SHA-512: each path once, as OCFL wants it.
using PathDigests = std::map<std::string, std::string>;

struct InventoryVersion {
    std::string created, message, user;
    PathDigests state; ///< logical paths

    bool operator==(const InventoryVersion&) const = default;
};

struct Inventory {
    std::string id;                         ///< as OCFL has it, a URI
    std::vector<InventoryVersion> versions; ///< v1 first
    PathDigests manifest;                   ///< content paths: "v1/content/original/a.pdf"

    std::uint32_t head() const { return static_cast<std::uint32_t>(versions.size()); }
    bool operator==(const Inventory&) const = default;
};

std::string version_name(std::uint32_t number); ///< "v1"

Bytes write_inventory(const Inventory& inventory);

/// Why a text is no inventory that we could have written, in the words of the standard.
struct InventoryFault {
    std::string reason;
};

std::variant<Inventory, InventoryFault> read_inventory(std::string_view json);

/// The line in inventory.json.sha512.
std::string sidecar_of(std::string_view inventory);

/// Whether OCFL allows it as a logical or content path.
bool is_sound_path(std::string_view path);

} // namespace vanthu::archive
