#include "archive/catalogue.h"

#include "archive/disk.h"
#include "archive/guarded.h"
#include "archive/sqlite_index.h"
#include "archive/sqlite_register.h"

#include <iterator>

namespace vanthu::archive {
namespace {

constexpr const char* index_name = "index.sqlite";
constexpr const char* register_name = "register.sqlite";

template <class Store> Result<Catalogue> failed(Result<Store> why) {
    return Result<Catalogue>::failed(std::move(why.diagnostics));
}

} // namespace

Result<Catalogue> open_catalogue(const std::string& store, Missing missing) {
    return guarded<Catalogue>([&] {
        const std::filesystem::path folder = store;
        Catalogue catalogue;
        catalogue.originals = folder;
        catalogue.is_new = !is_there(folder / index_name);
        if (missing != Missing::make && !is_there(folder / register_name))
            return Result<Catalogue>::failed(
                {"store-register-missing", Severity::error, {{"path", (folder / register_name).string()}}, {}});
        auto index = SqliteIndex::open(folder / index_name);
        if (!index) return failed(std::move(index));
        auto numbers = SqliteRegister::open(folder / register_name);
        if (!numbers) return failed(std::move(numbers));
        catalogue.copy_to = [one = index->get(), other = numbers->get()](const std::filesystem::path& to) {
            Diagnostics found = one->backup_to(to / index_name);
            Diagnostics more = other->backup_to(to / register_name);
            std::move(more.begin(), more.end(), std::back_inserter(found));
            return found;
        };
        catalogue.index = std::move(*index);
        catalogue.numbers = std::move(*numbers);
        return Result<Catalogue>::of(std::move(catalogue));
    });
}

void discard_index(const std::string& store) {
    for (const char* suffix : {"", "-wal", "-shm"})
        remove_quietly(std::filesystem::path(store) / (std::string(index_name) + suffix));
}

} // namespace vanthu::archive
