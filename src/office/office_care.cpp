// Looking after what the service keeps: verifying, copying.
#include "archive/digest.h"
#include "archive/disk.h"
#include "office/database.h"

#include <cerrno>

namespace vanthu::office {
namespace {

namespace fs = std::filesystem;

/// The desk's files by the digest that is their name; those on their way in are none yet.
std::vector<fs::path> desk_files(const fs::path& store) {
    std::vector<fs::path> files;
    if (!archive::is_there(store / desk_name)) return files;
    for (const std::string& shelf : archive::names_in(store / desk_name))
        for (const std::string& name : archive::names_in(store / desk_name / shelf))
            if (!name.ends_with(".tmp")) files.push_back(fs::path(desk_name) / shelf / name);
    return files;
}

/// Those that are not there yet. A file that nobody needs any more may go meanwhile.
void copy_missing(const fs::path& store, const fs::path& folder) {
    for (const fs::path& file : desk_files(store)) {
        if (archive::is_there(folder / file)) continue;
        archive::FileBatch batch;
        try {
            batch.copy(store / file, folder / file);
        } catch (const archive::DiskFault& fault) {
            if (fault.error() != ENOENT) throw;
            continue;
        }
        batch.sync(folder);
    }
}

/// What `work` says, or why the disk does not let it.
template <class Work> Diagnostics on_disk(Work work) {
    return archive::guarded(failed, [&]() -> Diagnostics {
        try {
            return work();
        } catch (const archive::DiskFault& fault) {
            return {fault.diagnostic()};
        }
    });
}

Diagnostic about(const char* code, const fs::path& path) {
    return {code, Severity::error, {{"path", path.string()}}, {}};
}

} // namespace

Diagnostics Office::verify(const fs::path& store) {
    return on_disk([&] {
        Diagnostics found;
        for (const fs::path& file : desk_files(store))
            if (archive::digest_of(store / file) != file.filename()) found.push_back(about("store-file-damaged", store / file));
        if (!archive::is_there(store / database_name)) return found;
        archive::Database database(store / database_name);
        for (const std::string& fault : database.faults())
            found.push_back({"desk-damaged", Severity::error, {{"reason", fault}}, {}});
        archive::Statement named = database.statement("SELECT DISTINCT file FROM items WHERE file <> ''");
        while (named.step()) {
            const fs::path file = desk_place(store / desk_name, std::string(named.text(0)));
            if (!archive::is_there(file)) found.push_back(about("store-file-missing", file));
        }
        return found;
    });
}

Diagnostics Office::copy(const fs::path& store, const fs::path& folder) {
    if (!archive::is_there(store / database_name)) return {};
    return on_disk([&] {
        // What comes while the first round is made is named in the database and taken by the second; what goes is not.
        copy_missing(store, folder);
        archive::Database(store / database_name).copy_to(folder / database_name);
        copy_missing(store, folder);
        return verify(folder);
    });
}

} // namespace vanthu::office
