#include "archive/catalogue.h"

#include "archive/disk.h"
#include "archive/guarded.h"
#include "archive/sqlite_index.h"

#include <iterator>

namespace vanthu::archive {
namespace {

constexpr const char* index_name = "index.sqlite";

template <class Store> Result<Catalogue> failed(Result<Store> why) {
    return Result<Catalogue>::failed(std::move(why.diagnostics));
}

} // namespace

Result<Catalogue> open_catalogue(const std::string& store, Missing /*missing*/) {
    return guarded<Catalogue>([&] {
        const std::filesystem::path folder = store;
        Catalogue catalogue;
        catalogue.originals = folder;
        catalogue.is_new = !is_there(folder / index_name);
        auto index = SqliteIndex::open(folder / index_name);
        if (!index) return failed(std::move(index));
        catalogue.copy_to = [one = index->get()](const std::filesystem::path& to) {
            return one->backup_to(to / index_name);
        };
        catalogue.index = std::move(*index);
        return Result<Catalogue>::of(std::move(catalogue));
    });
}

void discard_index(const std::string& store) {
    for (const char* suffix : {"", "-wal", "-shm"})
        remove_quietly(std::filesystem::path(store) / (std::string(index_name) + suffix));
}

} // namespace vanthu::archive
