// One OCFL object on disk. Private to archive.
#pragma once

#include "archive/disk.h"
#include "archive/inventory.h"
#include "archive/storage_root.h"

#include <filesystem>
#include <functional>
#include <optional>
#include <string>

namespace vanthu::archive {

/// Something stored is not what was stored. Thrown inside this folder.
class Damage : public std::exception {
  public:
    Damage(std::string code, const std::filesystem::path& path, std::string reason = {});
    const char* what() const noexcept override { return "archive: damage"; }
    const Diagnostic& diagnostic() const { return diagnostic_; }

  private:
    Diagnostic diagnostic_;
};

/// Inventory and sidecar of an object or of one of its versions. Throws Damage, DiskFault.
Inventory load_inventory(const std::filesystem::path& folder);

/// The object's inventory. Takes a state between the steps of add_version() for sound: what its inventory lists is.
Inventory load_object(const std::filesystem::path& folder);

/// The head of `next` on its way. `contents` are those that the head brings; `place`: an empty folder on the same file
/// system. Calls `mark` when all is durable but not yet visible. An object of one version appears in one step; further
/// versions in three, see docs/archive.md: the version's folder, the inventory, its sidecar.
struct NewVersion {
    const Inventory& next;
    std::vector<const NewFile*> contents;
    std::filesystem::path place;
    std::function<void()> mark;
};
void add_version(const std::filesystem::path& storage, const std::filesystem::path& folder, const NewVersion& version);

/// Does the rest of an add_version() that was cut off; the caller has the object's lock.
void finish_version(const std::filesystem::path& folder, const std::filesystem::path& place);

/// The whole object into another root; the caller has its lock. What is wrong with it goes along, for verify() to tell.
void copy_object(const std::filesystem::path& folder, const std::filesystem::path& place,
                 const std::filesystem::path& storage, const std::filesystem::path& target);

/// Everything wrong with an object. `visit` hears how many bytes were read.
Diagnostics check_object(const std::filesystem::path& folder, const std::function<void(std::uint64_t)>& visit);

} // namespace vanthu::archive
