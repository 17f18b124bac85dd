#include "archive/object.h"

#include "archive/layout.h"

#include <cerrno>
#include <chrono>
#include <thread>
#include <utility>

namespace vanthu::archive {
namespace {

/// Missing files are damage, not a failure of the disk. EIO too: the disk itself found it.
Bytes read_stored(const std::filesystem::path& path) {
    try {
        return read_whole(path);
    } catch (const DiskFault& fault) {
        if (fault.error() == ENOENT || fault.error() == ENOTDIR) throw Damage("store-file-missing", path);
        if (fault.error() == EIO || fault.error() == EISDIR) throw Damage("store-file-damaged", path);
        throw;
    }
}

struct InventoryFiles {
    Bytes inventory, sidecar;
    bool agree() const { return sidecar == sidecar_of(inventory); }
};

InventoryFiles read_files(const std::filesystem::path& folder) {
    return {read_stored(folder / inventory_name), read_stored(folder / sidecar_name)};
}

Inventory parse(std::string_view json, const std::filesystem::path& folder) {
    auto read = read_inventory(json);
    if (const auto* fault = std::get_if<InventoryFault>(&read))
        throw Damage("store-inventory-broken", folder / inventory_name, fault->reason);
    return std::get<Inventory>(std::move(read));
}

/// The last step of add_version() is missing: the inventory is the head's, the sidecar the one before.
bool is_sidecar_behind(const std::filesystem::path& folder, const InventoryFiles& root) {
    try {
        const std::uint32_t head = parse(root.inventory, folder).head();
        if (head < 2) return false;
        const InventoryFiles newest = read_files(folder / version_name(head));
        const InventoryFiles last = read_files(folder / version_name(head - 1));
        return newest.agree() && newest.inventory == root.inventory && last.agree() && last.sidecar == root.sidecar;
    } catch (const Damage&) {
        return false;
    }
}

/// Where two readings do not agree another process may have been between its steps: a moment later it is not.
InventoryFiles read_settled(const std::filesystem::path& folder) {
    constexpr int tries = 3;
    InventoryFiles files = read_files(folder);
    for (int i = 1; i < tries && !files.agree(); ++i) {
        if (is_sidecar_behind(folder, files)) return files;
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
        files = read_files(folder);
    }
    return files;
}

/// What the version's folder holds, and what the object's folder gets of it.
void write_version(FileBatch& batch, const std::filesystem::path& at, const NewVersion& version) {
    const Bytes inventory = write_inventory(version.next);
    const std::string sidecar = sidecar_of(inventory);
    const std::string name = version_name(version.next.head());
    for (const NewFile* file : version.contents) batch.write(at / name / content_name / file->path, file->bytes);
    for (const auto& folder : {at / name, at}) {
        batch.write(folder / inventory_name, inventory);
        batch.write(folder / sidecar_name, sidecar);
    }
}

void move_in(const std::filesystem::path& from, const std::filesystem::path& folder) {
    for (const char* name : {inventory_name, sidecar_name})
        if (is_there(from / name)) rename_durably(from / name, folder / name);
}

/// Another process may remove folders that it finds empty: sweep().
void place_object(const std::filesystem::path& staged, const std::filesystem::path& storage,
                  const std::filesystem::path& folder) {
    for (int tries = 3;; --tries) {
        make_folders(storage, folder.parent_path());
        try {
            return rename_durably(staged, folder);
        } catch (const DiskFault& fault) {
            if (fault.error() != ENOENT || tries == 0 || !is_there(staged)) throw;
        }
    }
}

void copy_below(const std::filesystem::path& from, const std::filesystem::path& to, FileBatch& batch) {
    for (const std::string& name : names_in(from)) {
        if (std::filesystem::is_directory(std::filesystem::symlink_status(from / name)))
            copy_below(from / name, to / name, batch);
        else
            batch.copy(from / name, to / name);
    }
}

} // namespace

Damage::Damage(std::string code, const std::filesystem::path& path, std::string reason)
    : diagnostic_{std::move(code), Severity::error, {{"path", path.string()}}, {}} {
    if (!reason.empty()) diagnostic_.arguments.push_back({"reason", std::move(reason)});
}

Inventory load_inventory(const std::filesystem::path& folder) {
    const InventoryFiles files = read_files(folder);
    if (!files.agree()) throw Damage("store-inventory-broken", folder / inventory_name, sidecar_name);
    return parse(files.inventory, folder);
}

Inventory load_object(const std::filesystem::path& folder) {
    const InventoryFiles files = read_settled(folder);
    if (!files.agree() && !is_sidecar_behind(folder, files))
        throw Damage("store-inventory-broken", folder / inventory_name, sidecar_name);
    return parse(files.inventory, folder);
}

void add_version(const std::filesystem::path& storage, const std::filesystem::path& folder, const NewVersion& version) {
    FileBatch batch;
    const bool is_first = version.next.head() == 1;
    const std::filesystem::path staged = is_first ? version.place / "object" : version.place;
    write_version(batch, staged, version);
    if (is_first) batch.write(staged / object_mark.path, object_mark.text);
    batch.sync(version.place);
    version.mark();
    if (is_first) return place_object(staged, storage, folder);
    const std::string name = version_name(version.next.head());
    rename_durably(staged / name, folder / name);
    move_in(staged, folder);
}

void finish_version(const std::filesystem::path& folder, const std::filesystem::path& place) {
    const InventoryFiles root = read_files(folder);
    if (!root.agree() && !is_sidecar_behind(folder, root)) return; // damage, for verify() to tell
    const std::uint32_t head = parse(root.inventory, folder).head();
    const bool is_listed = !is_there(folder / version_name(head + 1));
    if (is_listed && root.agree()) return;
    const std::filesystem::path newest = folder / version_name(is_listed ? head : head + 1);
    const InventoryFiles next = read_files(newest);
    if (!next.agree() || parse(next.inventory, newest).head() != head + (is_listed ? 0 : 1)) return;
    FileBatch batch;
    batch.write(place / inventory_name, next.inventory);
    batch.write(place / sidecar_name, next.sidecar);
    batch.sync(place);
    move_in(place, folder);
}

void copy_object(const std::filesystem::path& folder, const std::filesystem::path& place,
                 const std::filesystem::path& storage, const std::filesystem::path& target) {
    FileBatch batch;
    copy_below(folder, place / "object", batch);
    batch.sync(place);
    place_object(place / "object", storage, target);
}

} // namespace vanthu::archive
