#include "archive/archive.h"

#include "archive/digest.h"
#include "archive/guarded.h"
#include "archive/record_json.h"
#include "archive/seal.h"
#include "archive/server.h"
#include "archive/staging.h"

#include <algorithm>
#include <fcntl.h>
#include <iterator>
#include <set>

namespace vanthu::archive {
namespace {

void append(Diagnostics& all, Diagnostics more) { std::move(more.begin(), more.end(), std::back_inserter(all)); }

bool is_original(const std::string& path) { return path.starts_with(originals_folder); }

/// "vt-" and 24 digits: 96 bits, so that one of 20 million meets another once in 10^14 archives.
std::string id_of_content(const std::string& digest) { return "vt-" + digest.substr(0, 24); }

std::vector<StoredFile> stored_files(const std::vector<NewFile>& files) {
    std::vector<StoredFile> stored;
    for (const NewFile& file : files) stored.push_back({file.path, sha512(file.bytes), file.bytes.size()});
    std::sort(stored.begin(), stored.end(), [](const auto& a, const auto& b) { return a.path < b.path; });
    return stored;
}

/// What two processes must not admit at once: a content, or a number of a year.
std::set<std::string> lock_names(const Record& record) {
    std::set<std::string> names;
    const auto add = [&](const std::string& key) { names.insert(StoreLock::name_of("admission", key)); };
    for (const StoredFile& file : record.files)
        if (is_original(file.path)) add(file.sha512);
    if (!record.number.empty()) add(record.number + "/" + record.year());
    return names;
}

Diagnostic twin(std::string code, const Record& first) {
    return {std::move(code),
            Severity::error,
            {{"id", first.id}, {"number", first.number + "/" + first.symbol}, {"date", first.date}},
            {}};
}

Diagnostic broken_record(const std::string& id) { return {"archive-record-broken", Severity::error, {{"id", id}}, {}}; }

const NewFile* first_original(const std::vector<NewFile>& files) {
    const auto found = std::find_if(files.begin(), files.end(), [](const auto& one) { return is_original(one.path); });
    return found == files.end() ? nullptr : &*found;
}

/// Not told back as the name of a folder: it may hold a password.
bool is_mistyped_server(const std::string& store) {
    return !is_server(store) && store.find("://") != std::string::npos;
}

} // namespace

Result<Archive> Archive::init(const std::string& store, const std::filesystem::path& originals) {
    const bool on_server = is_server(store);
    if (is_mistyped_server(store)) return Result<Archive>::failed({"server-address", Severity::error, {}, {}});
    if (on_server && originals.empty())
        return Result<Archive>::failed({"server-no-originals", Severity::error, {}, {}});
    // Other hosts and other working folders look for it by the same path.
    const std::filesystem::path folder =
        on_server ? std::filesystem::absolute(originals).lexically_normal() : std::filesystem::path(store);
    auto storage = StorageRoot::init(folder);
    if (!storage) return Result<Archive>::failed(std::move(storage.diagnostics));
    auto catalogue = on_server ? make_server_catalogue(store, folder) : open_catalogue(store, Missing::make);
    if (!catalogue) {
        remove_quietly(storage->folder());
        return Result<Archive>::failed(std::move(catalogue.diagnostics));
    }
    return Result<Archive>::of(Archive(std::move(*storage), std::move(*catalogue)));
}

Result<Catalogue> Archive::open_in_folder(const std::string& store, Use use) {
    if (is_mistyped_server(store)) return Result<Catalogue>::failed({"server-address", Severity::error, {}, {}});
    if (auto there = StorageRoot::open(store); !there) return Result<Catalogue>::failed(std::move(there.diagnostics));
    if (use != Use::verify)
        break_seal(store);
    else if (Diagnostics broken = check_seal(store); !broken.empty())
        return Result<Catalogue>::failed(std::move(broken)); // before SQLite looks at what may be no database
    auto catalogue = open_catalogue(store, Missing::make_index);
    if (!catalogue && use == Use::rebuild) {
        discard_index(store);
        catalogue = open_catalogue(store, Missing::make_index);
    }
    return catalogue;
}

Result<Archive> Archive::open(const std::string& store, Use use) {
    return guarded<Archive>([&] {
        auto catalogue = is_server(store) ? open_server_catalogue(store) : open_in_folder(store, use);
        if (!catalogue) return Result<Archive>::failed(std::move(catalogue.diagnostics));
        auto storage = StorageRoot::open(catalogue->originals);
        if (!storage) return Result<Archive>::failed(std::move(storage.diagnostics));
        const bool is_new = catalogue->is_new;
        Archive archive(std::move(*storage), std::move(*catalogue));
        Diagnostics found = archive.storage_.sweep([&](const std::string& id) { return archive.adopt(id); });
        // Whoever only looks fills no index, so the next who works must.
        if (is_new && use == Use::verify) archive.mark_rebuilding();
        const bool is_unfinished = is_new || is_there(archive.rebuild_mark());
        if (is_unfinished && use == Use::work) append(found, archive.rescan());
        return Result<Archive>::of(std::move(archive), std::move(found));
    });
}

std::filesystem::path Archive::rebuild_mark() const { return storage_.folder() / "staging/locks/rebuilding"; }

Result<Record> Archive::stored(const std::string& id) const {
    auto versions = storage_.versions(id);
    if (!versions) return Result<Record>::failed(std::move(versions.diagnostics));
    const Version& head = versions->back();
    auto json = storage_.file(id, head.number, record_name);
    if (!json) return Result<Record>::failed(std::move(json.diagnostics));
    std::optional<Record> record = read_record(*json);
    if (!record || record->id != id) return Result<Record>::failed(broken_record(id));
    record->version = head.number;
    record->added = head.created;
    record->files = head.files;
    const auto is_text = [](const StoredFile& file) { return file.path == text_name; };
    if (std::any_of(head.files.begin(), head.files.end(), is_text)) {
        auto text = storage_.file(id, head.number, text_name);
        if (!text) return Result<Record>::failed(std::move(text.diagnostics));
        record->text = std::move(*text);
    }
    return Result<Record>::of(std::move(*record));
}

Diagnostics Archive::adopt(const std::string& id) {
    const auto record = stored(id);
    return record ? catalogue_.index->put(*record) : record.diagnostics;
}

std::optional<Diagnostic> Archive::refusal(const Submission& submission) {
    const Record& record = submission.record;
    if (submission.replaces.empty() && storage_.has(record.id)) {
        const auto first = stored(record.id);
        return first ? twin("archive-twin", *first) : first.diagnostics.front();
    }
    if (!submission.replaces.empty() && !storage_.has(record.id))
        return Diagnostic{"store-unknown-id", Severity::error, {{"id", record.id}}, {}};
    const auto found = catalogue_.index->twin(record);
    if (!found) return found.diagnostics.front();
    if (!found->has_value() || (!(*found)->by_content && submission.allow_same_number)) return std::nullopt;
    const auto first = catalogue_.index->find((*found)->id);
    if (!first || !first->has_value()) {
        Record unknown;
        unknown.id = (*found)->id;
        return twin("archive-twin", unknown);
    }
    return twin((*found)->by_content ? "archive-twin" : "archive-twin-number", **first);
}

std::optional<Diagnostic> Archive::twin_of(std::string_view original) {
    Submission submission;
    const std::string digest = sha512(original);
    submission.record.id = id_of_content(digest);
    submission.record.files = {{originals_folder, digest, original.size()}};
    return refusal(submission);
}

Result<Record> Archive::store(Submission submission) {
    Record& record = submission.record;
    submission.files.push_back({record_name, write_record(record)});
    record.files = stored_files(submission.files);
    const Draft draft{record.id, std::move(submission.files), submission.replaces.empty() ? "added" : "replaced",
                      submission.user, submission.now};
    auto version = storage_.add(draft);
    if (!version) return Result<Record>::failed(std::move(version.diagnostics));
    record.version = version->number;
    record.added = version->created;
    Diagnostics problems = catalogue_.index->put(record);
    if (has_errors(problems)) return Result<Record>::failed(std::move(problems));
    storage_.settle(record.id);
    return Result<Record>::of(std::move(record), std::move(problems));
}

Result<Record> Archive::add(Submission submission) {
    return guarded<Record>([&] {
        const NewFile* first = first_original(submission.files);
        if (!first) return Result<Record>::failed({"archive-no-original", Severity::error, {}, {}});
        Record& record = submission.record;
        record.id = submission.replaces.empty() ? id_of_content(sha512(first->bytes)) : submission.replaces;
        record.files = stored_files(submission.files);
        std::vector<StoreLock> locks;
        for (const std::string& name : lock_names(record)) locks.emplace_back(storage_.folder() / "staging", name);
        if (auto why = refusal(submission)) return Result<Record>::failed(std::move(*why));
        return store(std::move(submission));
    });
}

} // namespace vanthu::archive
