#include "jobs/files.h"
#include "support/files.h"
#include "support/temporary_folder.h"

#include <catch2/catch.hpp>

using namespace vanthu;
using jobs::StagedFile;

namespace fs = std::filesystem;

namespace {

std::size_t entries(const fs::path& folder) {
    return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder), fs::directory_iterator()));
}

std::string error_of(const fs::path& target) {
    const Result<StagedFile> staged = StagedFile::write(target, "x");
    return staged ? "" : staged.diagnostics.at(0).code;
}

} // namespace

TEST_CASE("a staged file appears at once, in folders made for it", "[files]") {
    const test::TemporaryFolder folder;
    const fs::path target = folder.path() / "a" / "b" / "x.pdf";
    {
        Result<StagedFile> staged = StagedFile::write(target, "content");
        REQUIRE(staged);
        CHECK_FALSE(fs::exists(target));
        CHECK(staged->commit().empty());
        CHECK(test::file_content(target) == "content");
    }
    CHECK(entries(target.parent_path()) == 1);
}

TEST_CASE("a staged file that is not committed leaves nothing and changes nothing", "[files]") {
    const test::TemporaryFolder folder;
    const fs::path target = folder.add("x.pdf", "before");
    { REQUIRE(StagedFile::write(target, "after")); }
    CHECK(entries(folder.path()) == 1);
    CHECK(test::file_content(target) == "before");
}

TEST_CASE("an output that cannot be is told before anything is written", "[files]") {
    const test::TemporaryFolder folder;
    folder.add("file", "");
    fs::create_directory(folder.path() / "x.pdf");
    CHECK(error_of(folder.path() / "file" / "x.pdf") == "output-folder-is-file");
    CHECK(error_of(folder.path() / "x.pdf") == "output-is-folder");
    CHECK(error_of("/proc/none/x.pdf") == "output-failed");
    CHECK(entries(folder.path()) == 2);
}

TEST_CASE("files are read whole, whatever their size", "[files]") {
    const test::TemporaryFolder folder;
    const std::size_t size = GENERATE(0, 1, 65535, 65536, 65537, 1000000);
    const std::string content(size, 'x');
    CHECK(*jobs::read_file(folder.add("x", content)) == content);
}

TEST_CASE("what cannot be read has its reason", "[files]") {
    const test::TemporaryFolder folder;
    const Result<Bytes> missing = jobs::read_file(folder.path() / "none");
    REQUIRE_FALSE(missing);
    CHECK(missing.diagnostics.at(0).code == "file-missing");
    CHECK(missing.diagnostics.at(0).place.file == (folder.path() / "none").string());
    CHECK(jobs::read_file(folder.path()).diagnostics.at(0).code == "file-is-folder");
}
