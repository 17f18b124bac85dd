#include "postgres/fresh_database.h"

#include <catch2/catch.hpp>
#include <chrono>
#include <csignal>
#include <fstream>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

using namespace vanthu;
using namespace vanthu::archive;
using tests::FreshDatabase;

namespace {

constexpr std::uint32_t lease = 60, attempts = 3;

Job job_of(const std::string& key) { return {0, key, "convert", "/in/" + key, "/out/" + key, "json"}; }

} // namespace

TEST_CASE("A key is queued once") {
    const FreshDatabase database;
    const auto queue = database.init()->queue();
    CHECK(*queue->submit(job_of("a")));
    CHECK_FALSE(*queue->submit(job_of("a")));
    CHECK(queue->totals()->waiting == 1);
    auto job = queue->take("one", lease, attempts);
    REQUIRE(*job);
    CHECK((*job)->input == "/in/a");
    CHECK((*job)->options == "json");
    CHECK((*job)->attempts == 1);
    CHECK_FALSE(queue->take("two", lease, attempts)->has_value());
    CHECK(*queue->finish(**job));
    CHECK_FALSE(*queue->finish(**job));
    CHECK_FALSE(*queue->submit(job_of("a")));
    CHECK(queue->totals()->done == 1);
}

TEST_CASE("A failed job says why and may be submitted anew") {
    const FreshDatabase database;
    const auto queue = database.init()->queue();
    REQUIRE(queue->submit(job_of("a")));
    Job job = **queue->take("one", lease, attempts);
    job.error = "pdf-broken";
    job.detail = "x";
    CHECK(*queue->finish(job));
    const auto failed = queue->jobs(JobState::failed, 10);
    REQUIRE(failed->size() == 1);
    CHECK(failed->front().error == "pdf-broken");
    CHECK(failed->front().state == JobState::failed);
    CHECK(*queue->submit(job_of("a")));
    CHECK((**queue->take("one", lease, attempts)).attempts == 1);
}

TEST_CASE("Who lets the lease run out has lost the job") {
    const FreshDatabase database;
    const auto queue = database.init()->queue();
    REQUIRE(queue->submit(job_of("a")));
    const Job slow = **queue->take("slow", lease, attempts);
    CHECK(*queue->extend(slow, lease));
    database.run("UPDATE vanthu.jobs SET leased_until = now() - interval '1 second'");
    const Job taken = **queue->take("quick", lease, attempts);
    CHECK(taken.attempts == 2);
    CHECK_FALSE(*queue->extend(slow, lease));
    CHECK_FALSE(*queue->finish(slow));
    CHECK_FALSE(*queue->give_back(slow));
    CHECK(*queue->give_back(taken));
    CHECK((**queue->take("third", lease, attempts)).attempts == 2);
}

TEST_CASE("A job that ends its workers fails in the end") {
    const FreshDatabase database;
    const auto queue = database.init()->queue();
    REQUIRE(queue->submit(job_of("a")));
    for (std::uint32_t i = 0; i < attempts; ++i) {
        CHECK(queue->take("one", lease, attempts)->has_value());
        database.run("UPDATE vanthu.jobs SET leased_until = now() - interval '1 second'");
    }
    CHECK_FALSE(queue->take("one", lease, attempts)->has_value());
    const auto failed = queue->jobs(JobState::failed, 10);
    REQUIRE(failed->size() == 1);
    CHECK(failed->front().error == "worker-lost");
}

TEST_CASE("Several workers take each job once") {
    const FreshDatabase database;
    const auto queue = database.init()->queue();
    for (int i = 0; i < 300; ++i) REQUIRE(queue->submit(job_of(std::to_string(i))));
    CHECK(tests::in_processes(4, [&](unsigned number) {
        const auto mine = database.open()->queue();
        while (true) {
            const auto job = mine->take(std::to_string(number), lease, attempts);
            if (!job) return false;
            if (!*job) return true;
            if ((**job).attempts != 1 || !*mine->finish(**job)) return false;
        }
    }));
    CHECK(queue->totals()->done == 300);
}
