#include "archive/archive.h"
#include "support/codes.h"
#include "support/temporary_folder.h"

#include <catch2/catch.hpp>
#include <fstream>

using namespace vanthu;
using namespace vanthu::archive;
using test::Codes;
using test::codes_of;
namespace fs = std::filesystem;

namespace {

Submission decision(const std::string& number, const std::string& bytes) {
    Submission submission;
    submission.files = {{"original/quyết định.pdf", bytes}, {"text.txt", "Quyết định " + number}};
    Record& record = submission.record;
    record.source = "quyết định.pdf";
    record.type = "Quyết định";
    record.number = number;
    record.symbol = "QĐ-UBND";
    record.issuer = "ỦY BAN NHÂN DÂN TỈNH KHÁNH HÒA";
    record.date = "2021-01-25";
    record.recipients = {"Như Điều 3", "Lưu: VT"};
    record.pages = 3;
    record.trust = 0.1 + 0.2; // no decimal has it
    record.text = "Quyết định " + number;
    model::Task task;
    task.task = "Rà soát";
    task.lead = {"Sở Tài chính"};
    task.time = {"2021-2022", "2021", "2022", "yearly", "khi có Nghị định"};
    task.place = {2, 1.5, 2.25, 3.1, 4};
    task.row = 4;
    record.tasks = {task};
    submission.user = "clerk";
    submission.now = "2026-11-23T08:15:00Z";
    return submission;
}

struct Store {
    test::TemporaryFolder folder;
    std::string path = (folder.path() / "store").string();
    Archive archive = *Archive::init(path).value;

    std::string add(const std::string& number, const std::string& bytes) {
        auto added = archive.add(decision(number, bytes));
        REQUIRE(added);
        return added->id;
    }
    std::string refusal(Submission submission) {
        const auto added = archive.add(std::move(submission));
        REQUIRE(!added);
        return added.diagnostics.front().code;
    }
};

} // namespace

TEST_CASE("A document comes back with all that is known of it", "[archive]") {
    Store store;
    const std::string id = store.add("52", "%PDF 52");
    const auto stored = store.archive.stored(id);
    REQUIRE(stored);
    Record expected = decision("52", "").record;
    expected.id = id;
    expected.added = "2026-11-23T08:15:00Z";
    expected.files = stored->files;
    CHECK(*stored == expected);
    CHECK(stored->files.size() == 3);
    CHECK(store.archive.verify().empty());
}

TEST_CASE("Twins are refused with a pointer to the first", "[archive]") {
    Store store;
    const std::string id = store.add("52", "%PDF 52");
    const auto same = store.archive.add(decision("53", "%PDF 52"));
    REQUIRE(!same);
    CHECK(same.diagnostics.front().code == "archive-twin");
    CHECK(same.diagnostics.front().arguments[0].value == id);
    CHECK(store.refusal(decision("52", "%PDF another scan")) == "archive-twin-number");
    auto allowed = decision("52", "%PDF another scan");
    allowed.allow_same_number = true;
    CHECK(store.archive.add(std::move(allowed)));
    CHECK(store.archive.verify().empty());
}

TEST_CASE("A twin is known before it is read", "[archive]") {
    Store store;
    store.add("52", "%PDF 52");
    CHECK(store.archive.twin_of("%PDF 52")->code == "archive-twin");
    CHECK(!store.archive.twin_of("%PDF 53"));
}

TEST_CASE("A better copy becomes the next version; the first stays", "[archive]") {
    Store store;
    const std::string id = store.add("52", "%PDF 52");
    auto better = decision("52", "%PDF better");
    better.replaces = id;
    const auto added = store.archive.add(std::move(better));
    REQUIRE(added);
    CHECK(added->id == id);
    CHECK(added->version == 2);
    CHECK(*store.archive.storage().file(id, 1, "original/quyết định.pdf") == "%PDF 52");
    CHECK(store.archive.index().find(id).value.value()->version == 2);
    CHECK(store.archive.verify().empty());
    auto lost = decision("54", "%PDF 54");
    lost.replaces = "vt-nobody";
    CHECK(store.refusal(std::move(lost)) == "store-unknown-id");
}

TEST_CASE("What index and storage root do not agree on is found, and mended by a rescan", "[archive]") {
    Store store;
    const std::string id = store.add("52", "%PDF 52");
    SECTION("not indexed") {
        store.archive.index().remove(id);
        CHECK(codes_of(store.archive.verify()) == Codes{"archive-not-indexed"});
    }
    SECTION("indexed otherwise") {
        Record record = *store.archive.stored(id);
        record.signer = "Ai đó";
        store.archive.index().put(record);
        CHECK(codes_of(store.archive.verify()) == Codes{"archive-index-differs"});
    }
    SECTION("indexed, not stored") {
        Record record = *store.archive.stored(id);
        record.id = "vt-nobody";
        store.archive.index().put(record);
        CHECK(codes_of(store.archive.verify()) == Codes{"archive-object-missing"});
    }
    CHECK(store.archive.rescan().empty());
    CHECK(store.archive.verify().empty());
}

TEST_CASE("A lost index is built anew, a lost register is told", "[archive]") {
    Store store;
    const std::string id = store.add("52", "%PDF 52");
    const std::string path = store.path;
    const auto lose = [&](const char* name) {
        for (const char* suffix : {"", "-wal", "-shm"}) fs::remove(fs::path(path) / (name + std::string(suffix)));
    };
    SECTION("index gone") {
        lose("index.sqlite");
        auto archive = Archive::open(path);
        REQUIRE(archive);
        CHECK(archive->index().find(id).value.value()->id == id);
        CHECK(archive->verify().empty());
    }
    SECTION("index gone, and somebody looks before anybody works") {
        lose("index.sqlite");
        CHECK(codes_of(Archive::open(path, Use::verify)->verify()) == Codes{"archive-not-indexed"});
        auto archive = Archive::open(path);
        REQUIRE(archive);
        CHECK(archive->verify().empty());
    }
    SECTION("index no database") {
        lose("index.sqlite");
        std::ofstream(fs::path(path) / "index.sqlite") << std::string(5000, 'x');
        CHECK(!Archive::open(path));
        auto archive = Archive::open(path, Use::rebuild);
        REQUIRE(archive);
        CHECK(archive->rescan().empty());
        CHECK(archive->verify().empty());
    }
    SECTION("register gone") {
        lose("register.sqlite");
        CHECK(Archive::open(path).diagnostics.front().code == "store-register-missing");
    }
}

TEST_CASE("A backup is a store with the same documents, numbers and findings", "[archive]") {
    Store store;
    const std::string id = store.add("52", "%PDF 52");
    Entry entry;
    entry.year = 2026;
    entry.date = "2026-11-23";
    REQUIRE(store.archive.numbers().take(entry));
    const std::string copy = (store.folder.path() / "copy").string();
    REQUIRE(store.archive.backup(copy).empty());
    CHECK(codes_of(store.archive.backup(copy)) == Codes{"store-exists"});
    fs::remove_all(store.path);

    SECTION("restored and put to use") {
        auto restored = Archive::open(copy);
        REQUIRE(restored);
        CHECK(restored->verify().empty());
        CHECK(restored->stored(id)->text == "Quyết định 52");
        CHECK(restored->index().search({"quyet dinh 52", {}, 20, 0})->total == 1);
        const auto next = restored->numbers().take(entry);
        REQUIRE(next);
        CHECK(next->number == 2);
    }
    SECTION("a database of it is changed") {
        std::fstream database(fs::path(copy) / "register.sqlite", std::ios::in | std::ios::out | std::ios::binary);
        database.seekp(100);
        database.put('?');
        database.close();
        const auto opened = Archive::open(copy, Use::verify);
        REQUIRE(!opened);
        CHECK(codes_of(opened.diagnostics) == Codes{"store-file-damaged"});
    }
}

TEST_CASE("What lies beside the archive goes into a backup and under its seal", "[archive]") {
    Store store;
    const fs::path copy = store.folder.path() / "copy";
    REQUIRE(store.archive
                .backup(copy,
                        [](const fs::path& folder) {
                            fs::create_directories(folder / "desk/ab");
                            std::ofstream(folder / "desk/ab/file of the desk") << "content";
                            return Diagnostics{};
                        })
                .empty());
    CHECK(Archive::open(copy, Use::verify)->verify().empty());
    SECTION("changed") {
        std::ofstream(copy / "desk/ab/file of the desk") << "Content";
        CHECK(codes_of(Archive::open(copy, Use::verify).diagnostics) == Codes{"store-file-damaged"});
    }
    SECTION("gone") {
        fs::remove_all(copy / "desk");
        CHECK(codes_of(Archive::open(copy, Use::verify).diagnostics) == Codes{"store-file-missing"});
    }
}

TEST_CASE("A backup that fails leaves nothing", "[archive]") {
    Store store;
    const std::string id = store.add("52", "%PDF 52");
    for (const auto& file : fs::recursive_directory_iterator(fs::path(store.path) / "storage"))
        if (file.path().filename() == "text.txt") fs::remove(file.path());
    CHECK(!store.archive.backup((store.folder.path() / "copy").string()).empty());
    CHECK(std::distance(fs::directory_iterator(store.folder.path()), fs::directory_iterator()) == 1);
}
