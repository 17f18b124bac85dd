// Looking after a store: verifying, building the index anew, backing up.
#include "archive/archive.h"
#include "archive/disk.h"
#include "archive/guarded.h"
#include "archive/seal.h"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <iterator>
#include <unistd.h>

namespace vanthu::archive {
namespace {

void append(Diagnostics& all, Diagnostics more) { std::move(more.begin(), more.end(), std::back_inserter(all)); }

Diagnostic about(const char* code, const std::string& id) { return {code, Severity::error, {{"id", id}}, {}}; }

/// What the index gives back of a record.
Record as_indexed(Record record) {
    record.text.clear();
    return record;
}

/// Diagnostics of work that may throw.
template <class Work> Diagnostics collected(Work work) {
    return guarded<bool>([&] { return Result<bool>::failed(work()); }).diagnostics;
}

} // namespace

Diagnostics Archive::compare(const std::string& id) {
    const auto kept = stored(id);
    if (!kept) return kept.diagnostics;
    const auto indexed = catalogue_.index->find(id);
    if (!indexed) return indexed.diagnostics;
    if (!indexed->has_value()) return {about("archive-not-indexed", id)};
    if (as_indexed(**indexed) != as_indexed(*kept)) return {about("archive-index-differs", id)};
    return {};
}

Diagnostics Archive::compare_all() {
    auto rows = catalogue_.index->ids();
    if (!rows) return rows.diagnostics;
    Diagnostics found;
    std::vector<std::string> objects;
    storage_.each([&](const std::string& id) { objects.push_back(id); }); // damage is told by verify() of the storage
    for (const std::string& id : objects) append(found, compare(id));
    std::sort(objects.begin(), objects.end());
    for (const std::string& id : *rows)
        if (!std::binary_search(objects.begin(), objects.end(), id) && !storage_.has(id))
            found.push_back(about("archive-object-missing", id));
    return found;
}

Diagnostics Archive::verify(const std::function<void(std::uint64_t)>& visit) {
    Diagnostics found = storage_.verify(visit);
    append(found, catalogue_.index->check());
    append(found, catalogue_.numbers->check());
    append(found, collected([&] { return compare_all(); }));
    return found;
}

Diagnostics Archive::verify(std::span<const std::string> ids) {
    Diagnostics found;
    for (const std::string& id : ids) {
        append(found, storage_.verify(id));
        if (found.empty()) append(found, collected([&] { return compare(id); }));
    }
    return found;
}

void Archive::mark_rebuilding() const {
    const std::filesystem::path mark = rebuild_mark();
    Descriptor(mark, O_RDWR | O_CREAT, 0666).sync();
    sync_folder(mark.parent_path());
}

Diagnostics Archive::rescan(const std::function<void(std::size_t)>& visit) {
    return collected([&] {
        mark_rebuilding();
        std::vector<std::string> ids;
        Diagnostics found = storage_.each([&](const std::string& id) { ids.push_back(id); });
        append(found, catalogue_.index->clear());
        std::size_t done = 0;
        append(found, catalogue_.index->fill([&]() -> std::optional<Record> {
            while (done < ids.size()) {
                auto record = stored(ids[done++]);
                if (visit) visit(done);
                if (record) return std::move(*record);
                append(found, std::move(record.diagnostics));
            }
            return std::nullopt;
        }));
        remove_quietly(rebuild_mark());
        return found;
    });
}

Diagnostics Archive::fill_backup(const std::filesystem::path& folder, const Beside& beside) {
    auto storage = StorageRoot::init(folder);
    if (!storage) return storage.diagnostics;
    // What others keep may name numbers and documents, so it is not later than these. Databases before the storage
    // root: what is added meanwhile is then there and put right below.
    Diagnostics found = beside ? beside(folder) : Diagnostics{};
    if (has_errors(found)) return found;
    append(found, catalogue_.copy_to(folder));
    if (has_errors(found)) return found;
    append(found, storage_.copy_to(*storage));
    if (has_errors(found)) return found;
    {
        auto copy = open(folder.string());
        if (!copy) return copy.diagnostics;
        storage->each([&](const std::string& id) {
            if (!copy->compare(id).empty()) append(found, copy->adopt(id));
        });
        append(found, copy->verify());
    }
    if (!has_errors(found)) seal(folder);
    return found;
}

Diagnostics Archive::backup(const std::filesystem::path& folder, const Beside& beside) {
    return collected([&]() -> Diagnostics {
        const std::filesystem::path whole = std::filesystem::absolute(folder).lexically_normal();
        const std::filesystem::path target = whole.has_filename() ? whole : whole.parent_path();
        if (is_there(target) && !names_in(target).empty())
            return {{"store-exists", Severity::error, {{"path", target.string()}}, {}}};
        // Only a whole one gets the name.
        const std::filesystem::path partial =
            target.parent_path() / fmt::format(".{}-{}.part", target.filename().string(), ::getpid());
        remove_quietly(partial);
        try {
            Diagnostics found = fill_backup(partial, beside);
            if (!has_errors(found)) rename_durably(partial, target);
            if (has_errors(found)) remove_quietly(partial);
            return found;
        } catch (const std::exception&) {
            remove_quietly(partial);
            throw;
        }
    });
}

} // namespace vanthu::archive
