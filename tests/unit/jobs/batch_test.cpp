#include "jobs/batch.h"
#include "support/files.h"
#include "support/temporary_folder.h"

#include <fmt/format.h>

#include <atomic>
#include <catch2/catch.hpp>

using namespace vanthu;

namespace fs = std::filesystem;

namespace {

const jobs::Workshop& workshop() {
    static const Result<jobs::Workshop> opened = jobs::Workshop::open({});
    return *opened;
}

/// Good documents, every seventh a bad one.
std::vector<jobs::Task> tasks_in(const test::TemporaryFolder& folder, int count) {
    const std::string good = test::file_content(test::source_folder() / "samples" / "one-page.json");
    std::vector<jobs::Task> tasks;
    for (int i = 0; i < count; ++i) {
        const std::string name = fmt::format("{:03}", i);
        const fs::path input = folder.add("in/" + name + ".json", i % 7 == 3 ? "{}" : good);
        tasks.push_back(
            {{input, ""}, folder.path() / "out" / (name + ".pdf"), folder.path() / "out" / (name + ".docx")});
    }
    return tasks;
}

const auto never = [] { return false; };

} // namespace

TEST_CASE("outcomes come in the order of the tasks, the bad between the good", "[batch]") {
    const test::TemporaryFolder folder;
    const std::vector<jobs::Task> tasks = tasks_in(folder, 30);
    const unsigned jobs_count = GENERATE(1U, 4U, 64U);
    std::size_t next = 0;
    const bool complete =
        jobs::run_batch(workshop(), tasks, {{}, jobs_count, never}, [&](const jobs::Outcome& outcome) {
            CHECK(outcome.file == tasks[next].input.path.string());
            CHECK(outcome.outputs.size() == (next % 7 == 3 ? 0U : 2U));
            CHECK(has_errors(outcome.diagnostics) == (next % 7 == 3));
            CHECK(fs::exists(tasks[next].pdf) == (next % 7 != 3));
            ++next;
        });
    CHECK(complete);
    CHECK(next == tasks.size());
}

TEST_CASE("of a document whose second file cannot be written the first is not there either", "[batch]") {
    const test::TemporaryFolder folder;
    std::vector<jobs::Task> tasks = tasks_in(folder, 1);
    fs::create_directories(tasks[0].docx);
    jobs::run_batch(workshop(), tasks, {{}, 1, never}, [&](const jobs::Outcome& outcome) {
        CHECK(outcome.outputs.empty());
        CHECK(outcome.diagnostics.back().code == "output-is-folder");
    });
    CHECK_FALSE(fs::exists(tasks[0].pdf));
}

TEST_CASE("a stopped batch ends after the documents in hand", "[batch]") {
    const test::TemporaryFolder folder;
    const std::vector<jobs::Task> tasks = tasks_in(folder, 30);
    const unsigned jobs_count = GENERATE(1U, 4U);
    std::atomic<bool> stop = false;
    std::size_t told = 0;
    const bool complete =
        jobs::run_batch(workshop(), tasks, {{}, jobs_count, [&] { return stop.load(); }}, [&](const jobs::Outcome&) {
            ++told;
            stop = true;
        });
    CHECK_FALSE(complete);
    CHECK(told >= 1);
    CHECK(told < tasks.size());
    const auto is_whole = [](const fs::path& file) { return file.extension() != ".tmp"; };
    for (const fs::directory_entry& entry : fs::directory_iterator(folder.path() / "out"))
        CHECK(is_whole(entry.path()));
}
