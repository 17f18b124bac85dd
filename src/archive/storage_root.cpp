#include "archive/storage_root.h"

#include "archive/digest.h"
#include "archive/guarded.h"
#include "archive/layout.h"
#include "archive/object.h"
#include "archive/staging.h"

#include <algorithm>
#include <cerrno>
#include <set>
#include <unistd.h>

namespace vanthu::archive {
namespace {

constexpr FixedFile store_mark = {"vanthu-store.json", "{\n \"format\": 1,\n \"program\": \"vanthu\"\n}\n"};

StoredFile stored(const NewFile& file) { return {file.path, sha512(file.bytes), file.bytes.size()}; }

/// The inventory with one more version, and what must be stored for it.
std::vector<const NewFile*> extend(Inventory& inventory, const Draft& draft, Version& version) {
    std::vector<const NewFile*> contents;
    std::set<std::string> known;
    for (const auto& [path, digest] : inventory.manifest) known.insert(digest);
    const std::string folder = version_name(inventory.head() + 1) + "/" + content_name + "/";
    InventoryVersion next{draft.created, draft.message, draft.user, {}};
    for (const NewFile& file : draft.files) {
        const StoredFile& kept = version.files.emplace_back(stored(file));
        if (!is_sound_path(file.path) || !next.state.emplace(file.path, kept.sha512).second)
            throw DiskFault(EINVAL, file.path);
        if (!known.insert(kept.sha512).second) continue;
        inventory.manifest.emplace(folder + file.path, kept.sha512);
        contents.push_back(&file);
    }
    inventory.versions.push_back(std::move(next));
    version.number = inventory.head();
    return contents;
}

/// Content path of a digest.
const std::string& content_of(const Inventory& inventory, const std::string& digest) {
    return std::find_if(inventory.manifest.begin(), inventory.manifest.end(),
                        [&](const auto& entry) { return entry.second == digest; })
        ->first;
}

Version version_of(const Inventory& inventory, std::uint32_t number, const std::filesystem::path& folder) {
    const InventoryVersion& from = inventory.versions[number - 1];
    Version version{number, from.created, from.message, from.user, {}};
    for (const auto& [path, digest] : from.state) {
        std::error_code error;
        const auto size = std::filesystem::file_size(folder / content_of(inventory, digest), error);
        version.files.push_back({path, digest, error ? 0 : size});
    }
    return version;
}

Diagnostic unknown_id(const std::string& id) { return {"store-unknown-id", Severity::error, {{"id", id}}, {}}; }

} // namespace

StorageRoot::StorageRoot(std::filesystem::path folder)
    : folder_(std::move(folder)), staging_(std::make_shared<Staging>(folder_ / "staging")) {}

Result<StorageRoot> StorageRoot::init(const std::filesystem::path& folder) {
    return guarded<StorageRoot>([&] {
        std::error_code error;
        std::filesystem::create_directories(folder, error);
        if (error) throw DiskFault(error.value(), folder);
        if (!names_in(folder).empty())
            return Result<StorageRoot>::failed({"store-exists", Severity::error, {{"path", folder.string()}}, {}});
        try {
            FileBatch batch;
            for (const FixedFile& file : root_files) batch.write(folder / "storage" / file.path, file.text);
            make_folder(folder / "staging");
            make_folder(folder / "staging" / "locks");
            sync_folder(folder / "staging");
            batch.sync(folder);
            FileBatch last; // only what has it is a store
            last.write(folder / store_mark.path, store_mark.text);
            last.sync(folder);
        } catch (const std::exception&) {
            for (const std::string_view made :
                 {store_mark.path, std::string_view("storage"), std::string_view("staging")})
                remove_quietly(folder / made);
            throw;
        }
        return Result<StorageRoot>::of(StorageRoot(folder));
    });
}

Result<StorageRoot> StorageRoot::open(const std::filesystem::path& folder) {
    return guarded<StorageRoot>([&] {
        const std::filesystem::path mark = folder / store_mark.path;
        if (!is_there(mark))
            return Result<StorageRoot>::failed({"store-missing", Severity::error, {{"path", folder.string()}}, {}});
        if (read_whole(mark) != store_mark.text)
            return Result<StorageRoot>::failed(
                {"store-unknown-version", Severity::error, {{"path", mark.string()}}, {}});
        return Result<StorageRoot>::of(StorageRoot(folder));
    });
}

std::filesystem::path StorageRoot::place_of(const std::string& id) const {
    return storage() / object_path(ocfl_id_of(id));
}

Result<Version> StorageRoot::add(const Draft& draft) {
    return guarded<Version>([&] {
        const StoreLock lock(staging_->folder(), StoreLock::name_of("object", draft.id));
        const std::filesystem::path place = staging_->begin(draft.id);
        const std::filesystem::path folder = place_of(draft.id);
        Inventory inventory{ocfl_id_of(draft.id), {}, {}};
        Version version{0, draft.created, draft.message, draft.user, {}};
        try {
            if (is_there(folder)) {
                finish_version(folder, place);
                inventory = load_inventory(folder);
            }
            NewVersion next{inventory, extend(inventory, draft, version), place, [&] { staging_->sync(); }};
            add_version(storage(), folder, next);
        } catch (const std::exception&) {
            // Nothing of it shows, unless the last step failed: then the next sweep() finds it whole.
            if (!is_there(folder / version_name(version.number))) staging_->settle(draft.id);
            throw;
        }
        return Result<Version>::of(std::move(version));
    });
}

void StorageRoot::settle(const std::string& id) { staging_->settle(id); }

bool StorageRoot::has(const std::string& id) const {
    return guarded<bool>([&] { return Result<bool>::of(is_there(place_of(id))); }).value.value_or(false);
}

Result<std::vector<Version>> StorageRoot::versions(const std::string& id) const {
    using Versions = std::vector<Version>;
    return guarded<Versions>([&] {
        const std::filesystem::path folder = place_of(id);
        if (!is_there(folder)) return Result<Versions>::failed(unknown_id(id));
        const Inventory inventory = load_object(folder);
        Versions versions;
        for (std::uint32_t number = 1; number <= inventory.head(); ++number)
            versions.push_back(version_of(inventory, number, folder));
        return Result<Versions>::of(std::move(versions));
    });
}

Result<Bytes> StorageRoot::file(const std::string& id, std::uint32_t version, const std::string& path) const {
    return guarded<Bytes>([&] {
        const std::filesystem::path folder = place_of(id);
        if (!is_there(folder)) return Result<Bytes>::failed(unknown_id(id));
        const Inventory inventory = load_object(folder);
        const std::uint32_t number = version == 0 ? inventory.head() : version;
        const PathDigests* state = number <= inventory.head() ? &inventory.versions[number - 1].state : nullptr;
        const auto found = state ? state->find(path) : PathDigests::const_iterator{};
        if (!state || found == state->end())
            return Result<Bytes>::failed({"store-unknown-file", Severity::error, {{"id", id}, {"path", path}}, {}});
        const std::filesystem::path content = folder / content_of(inventory, found->second);
        if (!is_there(content)) throw Damage("store-file-missing", content);
        Bytes bytes = read_whole(content);
        if (sha512(bytes) != found->second) throw Damage("store-file-damaged", content);
        return Result<Bytes>::of(std::move(bytes));
    });
}

} // namespace vanthu::archive
