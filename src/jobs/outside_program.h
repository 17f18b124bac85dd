// Runs a program of others under limits. Nothing of it outlives the call: it and all it started are killed.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace vanthu::jobs {

struct ProgramLimits {
    std::chrono::seconds wall{60};
    std::uint64_t cpu_seconds = 120;
    std::uint64_t memory = std::uint64_t{4} << 30;    ///< address space of each process
    std::uint64_t file_size = std::uint64_t{1} << 29; ///< of each file it writes
};

struct Program {
    std::filesystem::path path;
    std::vector<std::string> arguments;   ///< without the program's own name
    std::vector<std::string> environment; ///< all it gets, "NAME=value"
    ProgramLimits limits;
    std::function<bool()> is_stopped; ///< asked ten times a second; may be empty
};

enum class ProgramEnd : std::uint8_t { done, failed, timed_out, stopped, not_started };

/// Without network where the machine allows that, without standard input and output. `failed`: a signal or an exit
/// code that is not 0.
ProgramEnd run_program(const Program& program);

} // namespace vanthu::jobs
