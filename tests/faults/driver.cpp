// An archive at work, small enough to be killed a thousand times: adds made-up documents without reading any.
//   driver init STORE          driver add STORE SEED COUNT      driver verify STORE        driver check STORE
//   driver serve STORE         driver backup STORE TO
// `add` tells "ok ID" as each document is durable; `verify` opens as for work and tells every id; `check` opens as
// `vanthu archive verify` does; `serve` reads every file of every document it can.
#include "archive/archive.h"

#include <fmt/format.h>

#include <dlfcn.h>
#include <functional>
#include <new>
#include <random>
#include <string_view>
#include <unistd.h>

using namespace vanthu;
using namespace vanthu::archive;

namespace {

void tell(const std::string& line) {
    const std::string whole = line + "\n";
    if (::write(STDOUT_FILENO, whole.data(), whole.size()) < 0) ::_exit(5);
}

int tell(const Diagnostics& found) {
    for (const Diagnostic& one : found) {
        std::string line = "error " + one.code;
        for (const Argument& argument : one.arguments) line += " " + argument.name + "=" + argument.value;
        tell(line);
    }
    return has_errors(found) ? 3 : 0;
}

/// Sizes from a few bytes to some blocks; every run of the same seed makes the same.
Submission document_of(std::uint64_t seed, unsigned number) {
    std::mt19937_64 random(seed * 1000003 + number);
    const std::string name = fmt::format("{}-{}", seed, number);
    std::string bytes = "%PDF " + name + "\n";
    bytes.resize(bytes.size() + random() % 30000, 'x');
    Submission submission;
    submission.files = {{"original/Công văn " + name + ".pdf", bytes},
                        {"text.txt", "Văn bản số " + name},
                        {"document.json", "{\"number\": \"" + name + "\"}"}};
    submission.record.number = name;
    submission.record.symbol = "QĐ-UBND";
    submission.record.date = "2026-11-23";
    submission.record.text = "Văn bản số " + name;
    submission.record.tasks.resize(2);
    for (model::Task& task : submission.record.tasks) {
        task.task = "Rà soát " + name;
        task.lead = {"Sở Tài chính"};
    }
    submission.user = "clerk";
    submission.now = "2026-11-23T08:15:00Z";
    return submission;
}

int add(const std::string& store, std::uint64_t seed, unsigned count) {
    auto archive = Archive::open(store);
    if (!archive) return tell(archive.diagnostics);
    std::string last;
    for (unsigned i = 0; i < count; ++i) {
        Submission submission = document_of(seed, i);
        if (i % 3 == 2) submission.replaces = last;
        const auto record = archive->add(std::move(submission));
        if (!record) return tell(record.diagnostics);
        last = record->id;
        tell(fmt::format("ok {} v{}", record->id, record->version));
    }
    return 0;
}

int verify(const std::string& store, Use use) {
    auto archive = Archive::open(store, use);
    if (!archive) return tell(archive.diagnostics);
    Diagnostics found = archive.diagnostics;
    const Diagnostics more = archive->verify();
    found.insert(found.end(), more.begin(), more.end());
    archive->storage().each(
        [&](const std::string& id) { tell(fmt::format("has {} v{}", id, archive->storage().versions(id)->size())); });
    return tell(found);
}

int serve(const std::string& store) {
    const auto root = StorageRoot::open(store);
    if (!root) return tell(root.diagnostics);
    root->each([&](const std::string& id) {
        const auto versions = root->versions(id);
        bool is_whole = bool(versions);
        for (std::size_t i = 0; is_whole && i < versions->size(); ++i)
            for (const StoredFile& file : (*versions)[i].files)
                is_whole = is_whole && bool(root->file(id, (*versions)[i].number, file.path));
        if (is_whole) tell("serves " + id);
    });
    return 0;
}

int run(std::string_view command, const std::string& store, int count, char** words) {
    if (command == "init") {
        const auto made = Archive::init(store);
        return made ? 0 : tell(made.diagnostics);
    }
    if (command == "add" && count == 5)
        return add(store, std::stoull(words[3]), static_cast<unsigned>(std::stoul(words[4])));
    if (command == "verify") return verify(store, Use::work);
    if (command == "check") return verify(store, Use::verify);
    if (command == "serve") return serve(store);
    if (command == "backup" && count == 4) {
        auto archive = Archive::open(store);
        return tell(archive ? archive->backup(words[3]) : archive.diagnostics);
    }
    return 2;
}

} // namespace

int main(int count, char** words) {
    if (count < 3) return 2;
    // The shim counts from here on: what the C++ library does before main() is not ours.
    if (auto* begin = reinterpret_cast<void (*)()>(::dlsym(RTLD_DEFAULT, "vanthu_faults_begin"))) begin();
    try {
        return run(words[1], words[2], count, words);
    } catch (const std::bad_alloc&) {
        return 4;
    }
}
