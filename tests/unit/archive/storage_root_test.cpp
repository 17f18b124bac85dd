#include "archive/digest.h"
#include "archive/inventory.h"
#include "archive/layout.h"
#include "archive/storage_root.h"
#include "support/codes.h"
#include "support/files.h"
#include "support/temporary_folder.h"

#include <catch2/catch.hpp>
#include <fcntl.h>
#include <fstream>
#include <sys/file.h>
#include <unistd.h>

using namespace vanthu;
using namespace vanthu::archive;
using test::Codes;
using test::codes_of;
namespace fs = std::filesystem;

namespace {

Draft draft_of(const std::string& id, std::vector<NewFile> files) {
    return {id, std::move(files), "added", "clerk", "2026-11-23T08:15:00Z"};
}

fs::path object_of(const StorageRoot& root, const std::string& id) {
    return root.folder() / "storage" / object_path(ocfl_id_of(id));
}

void put(const fs::path& path, const std::string& bytes) {
    fs::remove(path);
    std::ofstream(path, std::ios::binary) << bytes;
}

/// A root with one document of two versions.
struct Filled {
    test::TemporaryFolder folder;
    StorageRoot root = *StorageRoot::init(folder.path() / "store");
    fs::path object = object_of(root, "vt-1");

    Filled() {
        REQUIRE(root.add(draft_of("vt-1", {{"original/Quyết định.pdf", "%PDF one"}, {"text.txt", "một"}})));
        REQUIRE(root.add(draft_of("vt-1", {{"original/Quyết định.pdf", "%PDF one"}, {"text.txt", "hai"}})));
        root.settle("vt-1");
        REQUIRE(root.verify().empty());
    }
    StorageRoot opened() { return *StorageRoot::open(root.folder()); }
};

} // namespace

TEST_CASE("A version comes back as it was added", "[archive][ocfl]") {
    Filled filled;
    const auto versions = filled.root.versions("vt-1");
    REQUIRE(versions);
    REQUIRE(versions->size() == 2);
    CHECK((*versions)[1].files.size() == 2);
    CHECK((*versions)[1].files[0] == StoredFile{"original/Quyết định.pdf", sha512("%PDF one"), 8});
    CHECK(*filled.root.file("vt-1", 1, "text.txt") == "một");
    CHECK(*filled.root.file("vt-1", 0, "text.txt") == "hai");
    CHECK(filled.root.file("vt-1", 3, "text.txt").diagnostics[0].code == "store-unknown-file");
    CHECK(filled.root.file("vt-1", 1, "other").diagnostics[0].code == "store-unknown-file");
    CHECK(filled.root.file("vt-2", 1, "text.txt").diagnostics[0].code == "store-unknown-id");
}

TEST_CASE("What a version before has is not stored again", "[archive][ocfl]") {
    const Filled filled;
    CHECK(fs::exists(filled.object / "v1/content/original/Quyết định.pdf"));
    CHECK(fs::exists(filled.object / "v2/content/text.txt"));
    CHECK(!fs::exists(filled.object / "v2/content/original"));
}

TEST_CASE("What is stored may not be written", "[archive][ocfl]") {
    const Filled filled;
    CHECK((fs::status(filled.object / "v2/content/text.txt").permissions() & fs::perms(0222)) == fs::perms::none);
}

TEST_CASE("A store is not made over what is there, nor opened where none is", "[archive][ocfl]") {
    const Filled filled;
    CHECK(StorageRoot::init(filled.root.folder()).diagnostics[0].code == "store-exists");
    CHECK(StorageRoot::open(filled.folder.path()).diagnostics[0].code == "store-missing");
    put(filled.root.folder() / "vanthu-store.json", "{\"format\": 2}");
    CHECK(StorageRoot::open(filled.root.folder()).diagnostics[0].code == "store-unknown-version");
}

TEST_CASE("Paths that lead elsewhere are refused", "[archive][ocfl]") {
    const test::TemporaryFolder folder;
    auto root = *StorageRoot::init(folder.path() / "store");
    for (const char* path : {"../a", "a/../b", "/a", "a//b", "", ".", "a/"})
        CHECK(root.add(draft_of("vt-1", {{path, "x"}})).diagnostics[0].code == "store-failed");
    CHECK(!root.has("vt-1"));
    CHECK(root.verify().empty());
}

TEST_CASE("Every kind of damage is found and named", "[archive][ocfl]") {
    Filled filled;
    const auto damage = [&](const char* code, const fs::path& path) {
        const Diagnostics found = filled.root.verify();
        REQUIRE(!found.empty());
        CHECK(codes_of(found) == Codes{code});
        CHECK(found[0].arguments[0].value == path.string());
    };
    const fs::path text = filled.object / "v1/content/text.txt";
    SECTION("content changed") {
        put(text, "mốt");
        damage("store-file-damaged", text);
        CHECK(filled.root.file("vt-1", 1, "text.txt").diagnostics[0].code == "store-file-damaged");
        CHECK(filled.root.file("vt-1", 2, "text.txt"));
    }
    SECTION("content gone") {
        fs::remove(text);
        damage("store-file-missing", text);
    }
    SECTION("content behind a link") {
        fs::rename(text, filled.folder.path() / "elsewhere");
        fs::create_symlink(filled.folder.path() / "elsewhere", text);
        damage("store-file-damaged", text);
    }
    SECTION("foreign file") {
        put(filled.object / "v1/content/more", "x");
        damage("store-file-foreign", filled.object / "v1/content/more");
    }
    SECTION("empty folder") {
        fs::create_directory(filled.object / "v1/content/none");
        damage("store-file-foreign", filled.object / "v1/content/none");
    }
    SECTION("foreign file above the objects") {
        put(filled.object.parent_path() / "more", "x");
        damage("store-file-foreign", filled.object.parent_path() / "more");
    }
    SECTION("inventory and sidecar of the object") {
        put(filled.object / "inventory.json", test::file_content(filled.object / "inventory.json") + " ");
        damage("store-inventory-broken", filled.object / "inventory.json");
        CHECK(!filled.root.versions("vt-1"));
    }
    SECTION("sidecar gone") {
        fs::remove(filled.object / "inventory.json.sha512");
        damage("store-file-missing", filled.object / "inventory.json.sha512");
    }
    SECTION("inventory of an old version") {
        put(filled.object / "v1/inventory.json", test::file_content(filled.object / "v1/inventory.json") + " ");
        damage("store-inventory-broken", filled.object / "v1/inventory.json");
    }
    SECTION("marks") {
        put(filled.object / "0=ocfl_object_1.1", "ocfl_object_1.0\n");
        damage("store-file-damaged", filled.object / "0=ocfl_object_1.1");
    }
    SECTION("root files") {
        put(filled.root.folder() / "storage/ocfl_layout.json", "{}");
        damage("store-file-damaged", filled.root.folder() / "storage/ocfl_layout.json");
    }
    SECTION("an object in the place of another") {
        const fs::path other = object_of(filled.root, "vt-2");
        fs::create_directories(other.parent_path());
        fs::copy(filled.object, other, fs::copy_options::recursive);
        damage("store-inventory-broken", other / "inventory.json");
    }
}

TEST_CASE("A reason to read damage is no reason to lose the others", "[archive][ocfl]") {
    Filled filled;
    REQUIRE(filled.root.add(draft_of("vt-2", {{"text.txt", "ba"}})));
    fs::remove(filled.object / "inventory.json");
    std::vector<std::string> ids;
    CHECK(codes_of(filled.root.each([&](const std::string& id) { ids.push_back(id); })) == Codes{"store-file-missing"});
    CHECK(ids == std::vector<std::string>{"vt-2"});
    CHECK(*filled.root.file("vt-2", 0, "text.txt") == "ba");
}

TEST_CASE("A version that a crash cut off is read as before and finished by the sweep", "[archive][ocfl]") {
    Filled filled;
    const std::string first_inventory = test::file_content(filled.object / "v1/inventory.json");
    const std::string first_sidecar = test::file_content(filled.object / "v1/inventory.json.sha512");
    const bool inventory_is_in = GENERATE(false, true);
    put(filled.object / "inventory.json.sha512", first_sidecar);
    if (!inventory_is_in) put(filled.object / "inventory.json", first_inventory);
    // What the process left: its folder with the mark, and a lock that nobody holds.
    const fs::path own = filled.root.folder() / "staging/1-dead";
    fs::create_directories(own / "vt-1");
    put(own / "lock", "");

    CHECK(filled.root.versions("vt-1")->size() == (inventory_is_in ? 2 : 1));
    CHECK(!filled.root.verify().empty());
    std::vector<std::string> adopted;
    auto root = filled.opened();
    CHECK(root.sweep([&](const std::string& id) {
                  adopted.push_back(id);
                  return Diagnostics{};
              })
              .empty());
    CHECK(adopted == std::vector<std::string>{"vt-1"});
    CHECK(root.versions("vt-1")->size() == 2);
    CHECK(root.verify().empty());
    CHECK(!fs::exists(own));
}

TEST_CASE("A flipped byte is no crash: the sweep leaves it for verify to tell", "[archive][ocfl]") {
    Filled filled;
    const fs::path sidecar = filled.object / "inventory.json.sha512";
    std::string bytes = test::file_content(sidecar);
    bytes[5] = bytes[5] == 'a' ? 'b' : 'a';
    put(sidecar, bytes);
    const fs::path own = filled.root.folder() / "staging/1-dead";
    fs::create_directories(own / "vt-1");
    put(own / "lock", "");
    auto root = filled.opened();
    root.sweep();
    CHECK(test::file_content(sidecar) == bytes);
    CHECK(codes_of(root.verify()) == Codes{"store-inventory-broken"});
}

TEST_CASE("The sweep leaves what living processes do", "[archive][ocfl]") {
    Filled filled;
    const fs::path own = filled.root.folder() / "staging/1-living";
    fs::create_directories(own / "vt-9");
    put(own / "lock", "");
    const int lock = ::open((own / "lock").c_str(), O_RDWR | O_CLOEXEC);
    REQUIRE(::flock(lock, LOCK_EX) == 0);
    filled.opened().sweep();
    CHECK(fs::exists(own / "vt-9"));
    ::close(lock);
    filled.opened().sweep();
    CHECK(!fs::exists(own));
}

TEST_CASE("What is not settled is asked for until it is", "[archive][ocfl]") {
    Filled filled;
    {
        auto root = filled.opened();
        REQUIRE(root.add(draft_of("vt-3", {{"text.txt", "ba"}})));
    }
    unsigned asked = 0;
    const auto refuse = [&](const std::string&) {
        ++asked;
        return Diagnostics{{"index-failed", Severity::error, {}, {}}};
    };
    CHECK(!filled.opened().sweep(refuse).empty());
    CHECK(!filled.opened().sweep(refuse).empty());
    CHECK(asked == 2);
    CHECK(filled.opened().sweep([](const std::string&) { return Diagnostics{}; }).empty());
    CHECK(filled.opened().sweep(refuse).empty());
    CHECK(filled.root.has("vt-3"));
}
