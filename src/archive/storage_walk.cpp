// Of all objects: walking, verifying, sweeping.
#include "archive/guarded.h"
#include "archive/layout.h"
#include "archive/staging.h"
#include "archive/storage_root.h"

#include <algorithm>
#include <cerrno>
#include <iterator>
#include <unistd.h>

namespace vanthu::archive {
namespace {

using Walk = std::function<void(const std::filesystem::path&)>;

void append(Diagnostics& all, Diagnostics more) { std::move(more.begin(), more.end(), std::back_inserter(all)); }

bool is_hexadecimal(std::string_view name, std::size_t size) {
    return name.size() == size && name.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

bool is_folder(const std::filesystem::path& path) {
    return std::filesystem::is_directory(std::filesystem::symlink_status(path));
}

/// Below `folder`, `tuples` levels above the objects. What does not belong there is found.
void walk_objects(const std::filesystem::path& folder, unsigned tuples, const Walk& visit, Diagnostics& found) {
    for (const std::string& name : names_in(folder)) {
        const std::filesystem::path path = folder / name;
        if (!is_folder(path) || !(tuples == 0 ? is_object_name(name) : is_hexadecimal(name, 2)))
            found.push_back(Damage("store-file-foreign", path).diagnostic());
        else if (tuples == 0)
            visit(path);
        else
            walk_objects(path, tuples - 1, visit, found);
    }
}

/// The fixed files and folders at the top are told by what is known of them.
bool is_of_the_root(const std::string& name) {
    return std::any_of(root_files.begin(), root_files.end(),
                       [&](const FixedFile& file) { return file.path == name || file.path.starts_with(name + "/"); });
}

void walk_root(const std::filesystem::path& storage, const Walk& visit, Diagnostics& found) {
    try {
        for (const std::string& name : names_in(storage)) {
            if (is_of_the_root(name)) continue;
            const std::filesystem::path path = storage / name;
            if (is_hexadecimal(name, 2) && is_folder(path))
                walk_objects(path, 1, visit, found);
            else
                found.push_back(Damage("store-file-foreign", path).diagnostic());
        }
    } catch (const DiskFault& fault) {
        found.push_back(fault.diagnostic());
    }
}

void check_extensions(const std::filesystem::path& folder, const std::string& below, Diagnostics& found) {
    for (const std::string& name : names_in(folder)) {
        const std::string path = below + "/" + name;
        if (!is_of_the_root(path))
            found.push_back(Damage("store-file-foreign", folder / name).diagnostic());
        else if (is_folder(folder / name))
            check_extensions(folder / name, path, found);
    }
}

Diagnostics check_fixed(const std::filesystem::path& storage) {
    Diagnostics found;
    for (const FixedFile& file : root_files) {
        const std::filesystem::path path = storage / file.path;
        if (!is_there(path))
            found.push_back(Damage("store-file-missing", path).diagnostic());
        else if (read_whole(path) != file.text)
            found.push_back(Damage("store-file-damaged", path).diagnostic());
    }
    if (is_there(storage / "extensions")) check_extensions(storage / "extensions", "extensions", found);
    return found;
}

void remove_empty(const std::filesystem::path& folder) {
    if (::rmdir(folder.c_str()) == 0) ::rmdir(folder.parent_path().c_str());
}

} // namespace

Diagnostics StorageRoot::each(const std::function<void(const std::string&)>& visit) const {
    Diagnostics found;
    const auto visit_object = [&](const std::filesystem::path& folder) {
        try {
            const Inventory inventory = load_object(folder);
            const std::optional<std::string> id = id_of(inventory.id);
            if (!id || place_of(*id) != folder) throw Damage("store-inventory-broken", folder / inventory_name, "id");
            visit(*id);
        } catch (const Damage& damage) {
            found.push_back(damage.diagnostic());
        } catch (const DiskFault& fault) {
            found.push_back(fault.diagnostic());
        }
    };
    Diagnostics foreign;
    walk_root(storage(), visit_object, foreign);
    append(found, std::move(foreign));
    return found;
}

Diagnostics StorageRoot::verify(const std::function<void(std::uint64_t)>& visit) const {
    Diagnostics found =
        guarded<Diagnostics>([&] { return Result<Diagnostics>::failed(check_fixed(storage())); }).diagnostics;
    Diagnostics foreign;
    walk_root(
        storage(), [&](const std::filesystem::path& folder) { append(found, verify_at(folder, visit)); }, foreign);
    append(found, std::move(foreign));
    return found;
}

Diagnostics StorageRoot::verify(const std::string& id, const std::function<void(std::uint64_t)>& visit) const {
    const std::filesystem::path folder = place_of(id);
    if (!has(id)) return {{"store-unknown-id", Severity::error, {{"id", id}}, {}}};
    return verify_at(folder, visit);
}

Diagnostics StorageRoot::verify_at(const std::filesystem::path& folder,
                                   const std::function<void(std::uint64_t)>& visit) const {
    Diagnostics found = check_object(folder, visit);
    if (found.empty()) return found;
    // Another process may be adding a version: under the lock nobody is.
    try {
        const std::optional<std::string> id = id_of(load_object(folder).id);
        if (!id) return found;
        const StoreLock lock(staging_->folder(), StoreLock::name_of("object", *id));
        return check_object(folder, {});
    } catch (const Damage&) {
        return found;
    } catch (const DiskFault&) {
        return found; // a reader may not lock
    }
}

Diagnostics StorageRoot::copy_to(StorageRoot& other) const {
    Diagnostics found;
    Diagnostics damaged = each([&](const std::string& id) {
        append(found, guarded<bool>([&] {
                          const StoreLock lock(staging_->folder(), StoreLock::name_of("object", id));
                          copy_object(place_of(id), other.staging_->begin(id), other.storage(), other.place_of(id));
                          other.settle(id);
                          return Result<bool>::of(true);
                      }).diagnostics);
    });
    append(found, std::move(damaged));
    return found;
}

Diagnostics StorageRoot::sweep(const std::function<Diagnostics(const std::string&)>& adopt) {
    Diagnostics found;
    const auto finish = [&](const std::string& id) {
        const StoreLock lock(staging_->folder(), StoreLock::name_of("object", id));
        const std::filesystem::path folder = place_of(id);
        if (!is_there(folder)) {
            remove_empty(folder.parent_path());
            return true;
        }
        finish_version(folder, staging_->begin(id));
        staging_->settle(id);
        Diagnostics problems = adopt ? adopt(id) : Diagnostics{};
        const bool is_adopted = !has_errors(problems);
        append(found, std::move(problems));
        return is_adopted;
    };
    try {
        Staging::sweep(staging_->folder(), [&](const std::string& id) {
            try {
                return finish(id);
            } catch (const Damage& damage) {
                found.push_back(damage.diagnostic());
                return false;
            }
        });
    } catch (const DiskFault& fault) {
        // Who may only read leaves it to those who may write.
        if (fault.error() != EACCES && fault.error() != EROFS && fault.error() != EPERM)
            found.push_back(fault.diagnostic());
    }
    return found;
}

} // namespace vanthu::archive
