#include "jobs/convert_plan.h"

#include <catch2/catch.hpp>

using namespace vanthu;
using jobs::FoundFile;
using jobs::PlannedAction;
using write::FileEntry;
using write::FileState;

namespace {

FoundFile found(const std::string& file, const std::string& sha512, std::uint64_t size = 10) {
    return {"/in/" + file, file, size, 1, sha512};
}

FileEntry entry(const FoundFile& file, const std::string& name, FileState state = FileState::good) {
    FileEntry result;
    result.file = file.file;
    result.size = file.size;
    result.modified = file.modified;
    result.sha512 = file.sha512;
    result.name = name;
    result.state = state;
    return result;
}

std::vector<jobs::PlannedFile> plan(std::vector<FoundFile> files, const std::vector<FileEntry>& done = {},
                                    bool is_complete = true) {
    jobs::Entries entries;
    for (const FileEntry& one : done) entries[one.file] = one;
    return jobs::plan_files(std::move(files), entries, [&](const FileEntry&) { return is_complete; });
}

} // namespace

TEST_CASE("A file gives its stem to its outputs, two with one stem their whole names", "[convert]") {
    const auto files = plan({found("a.pdf", "1"), found("b/c.doc", "2"), found("b/c.pdf", "3")});
    CHECK(files[0].name == "a");
    CHECK(files[1].name == "b/c.doc");
    CHECK(files[2].name == "b/c.pdf");
}

TEST_CASE("What is no document by its name takes nobody's stem", "[convert]") {
    const auto files = plan({found("a.pdf", "1"), found("a.xlsx", "2")});
    CHECK(files[0].name == "a");
    CHECK(files[1].name == "a.xlsx");
}

TEST_CASE("Names of outputs never meet each other or the report", "[convert]") {
    const auto files = plan({found("a.doc.pdf", "1"), found("a.doc", "2"), found("a.pdf", "3"), found("report.pdf", "4")});
    CHECK(files[0].name == "a.doc");
    CHECK(files[1].name == "a.doc-2");
    CHECK(files[2].name == "a.pdf");
    CHECK(files[3].name == "report.pdf");
}

TEST_CASE("A file keeps its name when others come", "[convert]") {
    const FoundFile first = found("a.pdf", "1");
    const auto files = plan({found("a.doc", "2"), first}, {entry(first, "a")});
    CHECK(files[0].name == "a.doc");
    CHECK(files[1].name == "a");
    CHECK(files[1].action == PlannedAction::keep);
}

TEST_CASE("Of the same bytes the first is converted", "[convert]") {
    const auto files = plan({found("a.pdf", "1"), found("b.pdf", "1")});
    CHECK(files[0].action == PlannedAction::convert);
    CHECK(files[1].action == PlannedAction::duplicate);
    CHECK(files[1].same_as == "a.pdf");
}

TEST_CASE("Empty and unreadable files are no copies", "[convert]") {
    for (const auto& file : plan({found("a", "1", 0), found("b", "1", 0), found("c", ""), found("d", "")}))
        CHECK(file.action == PlannedAction::convert);
}

TEST_CASE("A copy of what was done before is a copy, though it comes first", "[convert]") {
    const FoundFile old = found("z.pdf", "1");
    const auto files = plan({found("a.pdf", "1"), old}, {entry(old, "z")});
    CHECK(files[0].action == PlannedAction::duplicate);
    CHECK(files[0].same_as == "z.pdf");
}

TEST_CASE("A file that was taken away has been converted all the same", "[convert]") {
    const auto files = plan({found("a.pdf", "1")}, {entry(found("gone.pdf", "1"), "gone")});
    CHECK(files[0].same_as == "gone.pdf");
}

TEST_CASE("Changed, failed and lost ones are done again", "[convert]") {
    const FoundFile file = found("a.pdf", "1");
    CHECK(plan({file}, {entry(file, "a")})[0].action == PlannedAction::keep);
    CHECK(plan({found("a.pdf", "2")}, {entry(file, "a")})[0].action == PlannedAction::convert);
    CHECK(plan({found("a.pdf", "1", 11)}, {entry(file, "a")})[0].action == PlannedAction::convert);
    CHECK(plan({file}, {entry(file, "a", FileState::failed)})[0].action == PlannedAction::convert);
    CHECK(plan({file}, {entry(file, "a")}, false)[0].action == PlannedAction::convert);
    CHECK(plan({found("a.pdf", "2")}, {entry(file, "other")})[0].name == "other");
}

TEST_CASE("A copy whose first file changed is converted", "[convert]") {
    FileEntry copy = entry(found("b.pdf", "1"), "", FileState::duplicate);
    copy.same_as = "a.pdf";
    const auto files = plan({found("a.pdf", "2"), found("b.pdf", "1")}, {entry(found("a.pdf", "1"), "a"), copy});
    CHECK(files[0].action == PlannedAction::convert);
    CHECK(files[1].action == PlannedAction::convert);
    CHECK(files[1].name == "b");
}

TEST_CASE("A copy that was told of is not told again", "[convert]") {
    const FoundFile first = found("a.pdf", "1"), second = found("b.pdf", "1");
    FileEntry copy = entry(second, "", FileState::duplicate);
    copy.same_as = "a.pdf";
    CHECK(plan({first, second}, {entry(first, "a"), copy})[1].action == PlannedAction::keep);
}
