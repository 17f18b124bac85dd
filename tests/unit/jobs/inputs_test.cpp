#include "jobs/inputs.h"
#include "support/temporary_folder.h"

#include <catch2/catch.hpp>
#include <sys/stat.h>

using namespace vanthu;
using jobs::Input;
using jobs::Task;

namespace {

Result<std::vector<Input>> find(const std::vector<std::string>& words) { return jobs::find_inputs(words); }

} // namespace

TEST_CASE("folders give their JSON files sorted, at any depth", "[inputs]") {
    const test::TemporaryFolder folder;
    for (const char* name : {"b.json", "a/z.json", "a/b/c.json", "notes.txt", "c.json/inner.json"})
        folder.add(name, "");
    const std::string top = folder.path().string();
    const auto inputs = find({top});
    REQUIRE(inputs);
    CHECK(*inputs == std::vector<Input>{{top + "/a/b/c.json", "a/b"},
                                        {top + "/a/z.json", "a"},
                                        {top + "/b.json", ""},
                                        {top + "/c.json/inner.json", "c.json"}});
}

TEST_CASE("a folder's pipes and hidden files are left alone, capitals of the suffix do not matter", "[inputs]") {
    const test::TemporaryFolder folder;
    for (const char* name : {"X.JSON", "._x.json", ".git/y.json"}) folder.add(name, "");
    const std::string top = folder.path().string();
    REQUIRE(mkfifo((top + "/pipe.json").c_str(), 0600) == 0);
    const auto inputs = find({top});
    REQUIRE(inputs);
    CHECK(*inputs == std::vector<Input>{{top + "/X.JSON", ""}});
}

TEST_CASE("plain files and standard input keep their order and need not exist yet", "[inputs]") {
    const auto inputs = find({"z.json", "-", "a.json"});
    REQUIRE(inputs);
    CHECK(*inputs == std::vector<Input>{{"z.json", ""}, {"-", ""}, {"a.json", ""}});
}

TEST_CASE("an empty folder is an error", "[inputs]") {
    const test::TemporaryFolder folder;
    const auto inputs = find({folder.path().string()});
    REQUIRE_FALSE(inputs);
    CHECK(inputs.diagnostics.at(0).code == "folder-empty");
}

TEST_CASE("outputs mirror the inputs", "[inputs]") {
    const auto tasks = jobs::plan_tasks({{"in/a/x.v2.json", "a"}, {"y.json", ""}, {"-", ""}}, {"out", true, false});
    REQUIRE(tasks);
    CHECK(tasks->at(0).pdf == "out/a/x.v2.pdf");
    CHECK(tasks->at(1).pdf == "out/y.pdf");
    CHECK(tasks->at(2).pdf == "out/document.pdf");
    CHECK(tasks->at(0).docx.empty());
    CHECK(tasks->at(0).input == Input{"in/a/x.v2.json", "a"});
}

TEST_CASE("every clash is told, with both inputs", "[inputs]") {
    const auto tasks = jobs::plan_tasks({{"a/x.json", ""}, {"b/x.json", ""}, {"c/x.json", ""}}, {"out/", false, true});
    REQUIRE_FALSE(tasks);
    REQUIRE(tasks.diagnostics.size() == 2);
    CHECK(tasks.diagnostics[1].place.file == "c/x.json");
    CHECK(tasks.diagnostics[1].arguments == std::vector<Argument>{{"first", "a/x.json"}, {"output", "out/x.docx"}});
}
