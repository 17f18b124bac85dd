#include "sandbox/sandbox.h"

#include <atomic>
#include <catch2/catch.hpp>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <poll.h>
#include <string>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>
#include <vector>

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define WITHOUT_MEMORY_LIMIT 1
#endif

namespace vanthu::sandbox {
namespace {

Limits quick_limits() {
    Limits limits;
    limits.memory = std::size_t{512} << 20;
    limits.cpu_seconds = 1;
    limits.wall_seconds = 2;
    limits.answer_bytes = std::size_t{1} << 20;
    return limits;
}

volatile int sink = 0;

Bytes outcome(int result) { return result >= 0 ? "done" : "errno " + std::to_string(errno); }

/// The requests are what a hostile file could make a reader do.
Bytes misbehave(std::string_view request) {
    if (request == "crash") *const_cast<volatile int*>(static_cast<const int*>(nullptr)) = 1;
    if (request == "abort") std::abort();
    if (request == "exit") ::_exit(3);
    if (request == "throw") throw 7;
    while (request == "loop") sink = sink + 1;
    while (request == "sleep") ::poll(nullptr, 0, 1000);
    if (request == "bomb") return Bytes(std::size_t{700} << 20, 'x');
    if (request == "huge") return Bytes(std::size_t{2} << 20, 'x');
    if (request == "open") return outcome(::open("/etc/passwd", O_RDONLY));
    if (request == "create") return outcome(::open("/tmp/vanthu-sandbox-test", O_WRONLY | O_CREAT, 0600));
    if (request == "socket") return outcome(::socket(AF_INET, SOCK_STREAM, 0));
    if (request == "fork") return outcome(::fork());
    if (request == "exec") return outcome(::execl("/bin/true", "true", nullptr));
    if (request == "kill") return outcome(::kill(::getppid(), SIGKILL));
    if (request == "code")
        return ::mmap(nullptr, 4096, PROT_READ | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) == MAP_FAILED
                   ? "refused"
                   : "mapped";
    if (request == "process") return std::to_string(::getpid());
    return Bytes(request.rbegin(), request.rend());
}

} // namespace

TEST_CASE("A child answers many inputs", "[sandbox]") {
    Sandbox sandbox(misbehave, quick_limits());
    for (int i = 0; i < 400; ++i) {
        const Answer answer = sandbox.run("abc" + std::to_string(i));
        REQUIRE(answer.end == End::answered);
        CHECK(answer.bytes.substr(answer.bytes.size() - 3) == "cba");
    }
    CHECK(sandbox.run("").bytes.empty());
    CHECK(sandbox.run(Bytes(900'000, 'y')).bytes == Bytes(900'000, 'y'));
}

TEST_CASE("A child is kept, and made anew when it has done enough", "[sandbox]") {
    Limits limits = quick_limits();
    limits.inputs_per_child = 3;
    limits.grown_bytes = std::size_t{1} << 40; // under sanitizers a child grows much by itself
    Sandbox sandbox(misbehave, limits);
    std::vector<Bytes> processes;
    for (int i = 0; i < 6; ++i) processes.push_back(sandbox.run("process").bytes);
    CHECK(processes[0] == processes[2]);
    CHECK(processes[2] != processes[3]);
    CHECK(processes[3] == processes[5]);
    limits.inputs_per_child = 100;
    limits.grown_bytes = 1;
    Sandbox grown(misbehave, limits);
    CHECK(grown.run("process").bytes != grown.run("process").bytes);
}

TEST_CASE("Whatever ends a child is an answer about that input alone", "[sandbox]") {
    Sandbox sandbox(misbehave, quick_limits());
    const auto [request, end] = GENERATE(table<std::string, End>({{"abort", End::crashed},
                                                                  {"exit", End::crashed},
                                                                  {"throw", End::crashed},
                                                                  {"loop", End::timed_out},
                                                                  {"sleep", End::timed_out},
                                                                  {"huge", End::too_large},
                                                                  {"socket", End::crashed},
                                                                  {"exec", End::crashed}}));
    CAPTURE(request);
    CHECK(sandbox.run("one").bytes == "eno");
    CHECK(sandbox.run(request).end == end);
    CHECK(sandbox.run("two").bytes == "owt");
}

TEST_CASE("A child cannot reach anything", "[sandbox]") {
    Sandbox sandbox(misbehave, quick_limits());
    const std::string refused = "errno " + std::to_string(EPERM);
    for (const char* request : {"open", "create", "fork", "kill"}) {
        CAPTURE(request);
        CHECK(sandbox.run(request).bytes == refused);
    }
    CHECK(sandbox.run("code").bytes == "refused");
    CHECK(sandbox.run("socket").signal == SIGSYS);
}

#ifndef WITHOUT_MEMORY_LIMIT
TEST_CASE("A child crashes alone, and its memory has an end", "[sandbox]") {
    Sandbox sandbox(misbehave, quick_limits());
    const Answer crash = sandbox.run("crash");
    CHECK(crash.end == End::crashed);
    CHECK(crash.signal == SIGSEGV);
    CHECK(sandbox.run("bomb").end == End::too_large);
    CHECK(sandbox.run("one").bytes == "eno");
}
#endif

TEST_CASE("A sandbox that is stopped lets nobody wait, and does no more", "[sandbox]") {
    Limits limits = quick_limits();
    limits.wall_seconds = 60;
    Sandbox sandbox(misbehave, limits);
    REQUIRE(sandbox.run("one").bytes == "eno");
    const auto begun = std::chrono::steady_clock::now();
    std::thread stopper([&] {
        std::this_thread::sleep_for(std::chrono::milliseconds(100));
        sandbox.stop();
    });
    CHECK(sandbox.run("sleep").end == End::refused);
    stopper.join();
    CHECK(sandbox.run("one").end == End::refused);
    CHECK(std::chrono::steady_clock::now() - begun < std::chrono::seconds(10));
}

TEST_CASE("Sandboxes work beside each other and leave no process", "[sandbox]") {
    {
        std::vector<std::unique_ptr<Sandbox>> sandboxes;
        for (int i = 0; i < 3; ++i) sandboxes.push_back(std::make_unique<Sandbox>(misbehave, quick_limits()));
        std::atomic<int> right{0};
        std::vector<std::thread> threads;
        for (const auto& sandbox : sandboxes)
            threads.emplace_back([&right, &sandbox] {
                for (int k = 0; k < 60; ++k)
                    right +=
                        k % 20 == 19 ? sandbox->run("exit").end == End::crashed : sandbox->run("one").bytes == "eno";
            });
        for (std::thread& thread : threads) thread.join();
        CHECK(right == 180);
    }
    CHECK(::waitpid(-1, nullptr, WNOHANG) == -1);
}

} // namespace vanthu::sandbox
