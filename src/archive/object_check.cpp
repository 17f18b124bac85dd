#include "archive/layout.h"
#include "archive/object.h"

#include <cerrno>
#include <set>

namespace vanthu::archive {
namespace {

class ObjectCheck {
  public:
    ObjectCheck(const std::filesystem::path& folder, const std::function<void(std::uint64_t)>& visit)
        : folder_(folder), visit_(visit) {}

    Diagnostics run() {
        guarded([&] { mark(); });
        guarded([&] {
            const Inventory inventory = load_inventory(folder_);
            if (object_path(inventory.id).filename() != folder_.filename())
                throw Damage("store-inventory-broken", folder_ / inventory_name, "id");
            for (std::uint32_t number = 1; number <= inventory.head(); ++number)
                guarded([&] { version(inventory, number); });
            for (const auto& [path, digest] : inventory.manifest) guarded([&] { content(path, digest); });
            guarded([&] { foreign(inventory); });
        });
        return std::move(found_);
    }

  private:
    /// One damage must not hide the others.
    template <class Check> void guarded(Check check) {
        try {
            check();
        } catch (const Damage& damage) {
            found_.push_back(damage.diagnostic());
        } catch (const DiskFault& fault) {
            found_.push_back(fault.diagnostic());
        }
    }

    void mark() {
        const std::filesystem::path path = folder_ / object_mark.path;
        if (!is_there(path)) throw Damage("store-file-missing", path);
        if (read_whole(path) != object_mark.text) throw Damage("store-file-damaged", path);
    }

    /// A version's own inventory says what the object's says of the versions up to it.
    void version(const Inventory& whole, std::uint32_t number) {
        const std::filesystem::path folder = folder_ / version_name(number);
        const Inventory own = load_inventory(folder);
        Inventory expected = whole;
        expected.versions.resize(number);
        std::erase_if(expected.manifest, [&](const auto& entry) {
            return std::stoul(entry.first.substr(1)) > number; // "v12/content/…", as read_inventory() made sure
        });
        if (own != expected) throw Damage("store-inventory-broken", folder / inventory_name, "version");
    }

    void content(const std::string& path, const std::string& digest) {
        const std::filesystem::path file = folder_ / path;
        if (!is_there(file)) throw Damage("store-file-missing", file);
        if (!std::filesystem::is_regular_file(std::filesystem::symlink_status(file)))
            throw Damage("store-file-damaged", file);
        try {
            if (digest_of(file, visit_) != digest) throw Damage("store-file-damaged", file);
        } catch (const DiskFault& fault) {
            if (fault.error() != EIO) throw;
            throw Damage("store-file-damaged", file);
        }
    }

    void foreign(const Inventory& inventory) {
        std::set<std::string> known = {std::string(object_mark.path), inventory_name, sidecar_name};
        for (std::uint32_t number = 1; number <= inventory.head(); ++number) {
            const std::filesystem::path version = version_name(number);
            for (const char* name : {inventory_name, sidecar_name}) known.insert((version / name).string());
        }
        for (const auto& [path, digest] : inventory.manifest) known.insert(path);
        const std::string unlisted = version_name(inventory.head() + 1);
        if (is_there(folder_ / unlisted)) throw Damage("store-version-unfinished", folder_ / unlisted);
        walk({}, known);
    }

    /// An empty folder is as foreign as a file that no inventory knows.
    void walk(const std::filesystem::path& below, const std::set<std::string>& known) {
        const std::vector<std::string> names = names_in(folder_ / below);
        if (names.empty()) found_.push_back(Damage("store-file-foreign", folder_ / below).diagnostic());
        for (const std::string& name : names) {
            const std::filesystem::path path = below.empty() ? std::filesystem::path(name) : below / name;
            if (std::filesystem::is_directory(std::filesystem::symlink_status(folder_ / path)))
                walk(path, known);
            else if (!known.contains(path.string()))
                found_.push_back(Damage("store-file-foreign", folder_ / path).diagnostic());
        }
    }

    const std::filesystem::path& folder_;
    const std::function<void(std::uint64_t)>& visit_;
    Diagnostics found_;
};

} // namespace

Diagnostics check_object(const std::filesystem::path& folder, const std::function<void(std::uint64_t)>& visit) {
    return ObjectCheck(folder, visit).run();
}

} // namespace vanthu::archive
