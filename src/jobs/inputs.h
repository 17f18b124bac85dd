// From the words of a command to the list of what is to be made.
#pragma once

#include "base/diagnostic.h"

#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace vanthu::jobs {

struct Input {
    std::filesystem::path path;   ///< as it is opened and named; "-" is standard input
    std::filesystem::path folder; ///< where it lies below the folder that was asked for; empty for a plain file

    bool operator==(const Input&) const = default;
};

/// Plain files as they are, in order; of a folder every *.json at any depth, sorted by path. Whether a file can be read
/// shows when its turn comes. Errors: folder-unreadable, folder-empty.
Result<std::vector<Input>> find_inputs(std::span<const std::string> words);

/// Where one input's documents go; an empty path is not wanted, "-" is standard output.
struct Task {
    Input input;
    std::filesystem::path pdf;
    std::filesystem::path docx;

    bool operator==(const Task&) const = default;
};

struct Target {
    std::filesystem::path folder;
    bool pdf = true;
    bool docx = true;
};

/// Every input gets its stem in the target folder, inputs found in folders keep their place below them.
/// Errors: output-clash, for every two inputs that would write one file.
Result<std::vector<Task>> plan_tasks(std::vector<Input> inputs, const Target& target);

} // namespace vanthu::jobs
