// The program itself as workers of one queue, one of them killed in the middle.
#include "postgres/fresh_database.h"

#include <fmt/format.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

using namespace vanthu;
using namespace vanthu::archive;
using namespace std::chrono_literals;
using tests::FreshDatabase;
namespace fs = std::filesystem;

namespace {

constexpr int files = 60;

/// Two folders that all workers see.
struct Folders {
    fs::path top = fs::temp_directory_path() / fmt::format("vanthu-workers-{}-{}", getpid(), counter());
    fs::path in = top / "in", out = top / "out";

    Folders() {
        fs::create_directories(in);
        for (int i = 0; i < files; ++i)
            std::ofstream(in / fmt::format("{:03}.txt", i))
                << "ỦY BAN NHÂN DÂN\nTỈNH KHÁNH HÒA\n\nSố: " << i + 1 << "/QĐ-UBND\n\nQUYẾT ĐỊNH\nVề việc thử số " << i
                << "\n\nĐiều 1. Thử.\n";
    }
    ~Folders() { fs::remove_all(top); }
    Folders(const Folders&) = delete;
    Folders& operator=(const Folders&) = delete;

    static int counter() {
        static int number = 0;
        return ++number;
    }

    std::vector<std::string> results() const {
        std::vector<std::string> names;
        for (const auto& one : fs::recursive_directory_iterator(out)) names.push_back(one.path().filename().string());
        std::sort(names.begin(), names.end());
        return names;
    }
};

pid_t start(std::vector<std::string> words) {
    words.insert(words.begin(), std::getenv("VANTHU_PROGRAM"));
    const pid_t child = fork();
    if (child != 0) return child;
    std::vector<char*> pointers;
    for (std::string& word : words) pointers.push_back(word.data());
    pointers.push_back(nullptr);
    const int nowhere = open("/dev/null", O_WRONLY);
    dup2(nowhere, STDOUT_FILENO);
    execv(pointers.front(), pointers.data());
    _exit(127);
}

int end_of(pid_t child) {
    int status = 0;
    for (int i = 0; waitpid(child, &status, WNOHANG) == 0; ++i) {
        if (i == 1200) kill(child, SIGKILL); // a minute: it hangs
        std::this_thread::sleep_for(50ms);
    }
    return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

std::string ask(const FreshDatabase& database, const std::string& sql) {
    pqxx::connection connection(database.address());
    return pqxx::nontransaction(connection).exec1(sql)[0].as<std::string>();
}

std::string held_by(pid_t worker) {
    return fmt::format("SELECT count(*) FROM vanthu.jobs WHERE state = 'taken' AND worker LIKE '%:{}:%'", worker);
}

/// Stops the worker at a moment when it holds a job.
bool catch_in_the_middle(const FreshDatabase& database, pid_t worker) {
    for (int i = 0; i < 2000; ++i) {
        kill(worker, SIGSTOP);
        if (ask(database, held_by(worker)) != "0") return true;
        kill(worker, SIGCONT);
        std::this_thread::sleep_for(2ms);
    }
    return false;
}

/// Notes each time that a job becomes done or failed.
constexpr const char* take_notes = R"(
CREATE TABLE public.notes(job bigint, state text);
CREATE FUNCTION public.note() RETURNS trigger AS 'BEGIN INSERT INTO public.notes VALUES(new.id, new.state); RETURN new; END'
    LANGUAGE plpgsql;
CREATE TRIGGER notes AFTER UPDATE ON vanthu.jobs FOR EACH ROW WHEN (new.state IN ('done', 'failed'))
    EXECUTE FUNCTION public.note();)";

} // namespace

TEST_CASE("Two workers, one killed in the middle: every job is done exactly once") {
    const FreshDatabase database;
    const Folders folders;
    const auto queue = database.init()->queue();
    database.run(take_notes);
    const std::vector<std::string> submit = {"convert", folders.in, folders.out,       "--to",
                                             "json",    "--queue",  database.address()};
    REQUIRE(end_of(start(submit)) == 0);
    REQUIRE(end_of(start(submit)) == 0);
    REQUIRE(queue->totals()->waiting == files);

    const std::vector<std::string> work = {"worker",  "--store", database.address(), "--once",
                                           "--lease", "5",       "--jobs",           "1"};
    const pid_t first = start(work), second = start(work);
    const bool is_caught = catch_in_the_middle(database, first);
    kill(first, SIGKILL);
    CHECK(end_of(first) == -SIGKILL);
    REQUIRE(is_caught);
    CHECK(queue->totals()->done < files);
    CHECK(end_of(second) == 0);

    CHECK(queue->totals()->done == files);
    CHECK(ask(database, "SELECT count(*) FROM public.notes") == std::to_string(files));
    CHECK(ask(database, "SELECT count(DISTINCT job) FROM public.notes WHERE state = 'done'") == std::to_string(files));
    CHECK(ask(database, "SELECT count(*) FROM vanthu.jobs WHERE attempts > 1") == "1");
    std::vector<std::string> expected;
    for (int i = 0; i < files; ++i) expected.push_back(fmt::format("{:03}.json", i));
    CHECK(folders.results() == expected);
}

TEST_CASE("A worker that is told to stop gives its job back within five seconds") {
    const FreshDatabase database;
    const Folders folders;
    const auto queue = database.init()->queue();
    REQUIRE(end_of(start({"convert", folders.in, folders.out, "--to", "json", "--queue", database.address()})) == 0);
    const pid_t worker = start({"worker", "--store", database.address(), "--jobs", "2"});
    REQUIRE(catch_in_the_middle(database, worker));
    kill(worker, SIGTERM);
    const auto begin = std::chrono::steady_clock::now();
    kill(worker, SIGCONT);
    CHECK(end_of(worker) == 130);
    CHECK(std::chrono::steady_clock::now() - begin < 5s);
    const auto totals = queue->totals();
    CHECK(totals->taken == 0);
    CHECK(totals->failed == 0);
    CHECK(totals->done + totals->waiting == files);
}

TEST_CASE("A worker outlives a restart of the server; a file that says nothing fails with its reason") {
    const FreshDatabase database;
    const Folders folders;
    std::ofstream(folders.in / "broken.pdf") << "%PDF-1.4 nothing";
    const auto server = database.init();
    REQUIRE(end_of(start({"convert", folders.in, folders.out, "--to", "json", "--queue", database.address()})) == 0);
    const pid_t worker =
        start({"worker", "--store", database.address(), "--once", "--lease", "5", "--jobs", "1", "--quiet"});
    REQUIRE(catch_in_the_middle(database, worker));
    REQUIRE(std::system(std::getenv("VANTHU_TEST_RESTART")) == 0);
    kill(worker, SIGCONT);
    CHECK(end_of(worker) == 1);
    const auto queue = database.open()->queue();
    CHECK(queue->totals()->done == files);
    const auto failed = queue->jobs(JobState::failed, 10);
    REQUIRE(failed->size() == 1);
    CHECK(failed->front().input.ends_with("broken.pdf"));
    CHECK(failed->front().error == "pdf-broken");
}
