// From the words of a command to the list of what is to be made.
#pragma once

#include "base/diagnostic.h"

#include <array>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace vanthu::jobs {

struct Input {
    std::filesystem::path path;   ///< as it is opened and named; "-" is standard input
    std::filesystem::path folder; ///< where it lies below the folder that was asked for; empty for a plain file

    bool operator==(const Input&) const = default;
};

/// In small letters: Windows also writes .PDF.
std::string suffix_of(const std::filesystem::path& path);

/// What generating takes from folders, and what reading takes.
inline constexpr std::array<std::string_view, 1> data_suffixes = {".json"};
inline constexpr std::array<std::string_view, 11> document_suffixes = {".pdf", ".docx", ".doc",  ".rtf", ".txt", ".md",
                                                                       ".png", ".jpg",  ".jpeg", ".tif", ".tiff"};

/// Plain files as they are, in order; of a folder every file with one of the suffixes at any depth, sorted by path.
/// Whether a file can be read shows when its turn comes. Errors: folder-unreadable, folder-empty (suffixes).
Result<std::vector<Input>> find_inputs(std::span<const std::string> words,
                                       std::span<const std::string_view> suffixes = data_suffixes);

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

/// Where the result of each input goes below `folder`: its stem with the suffix; where a.pdf and a.docx lie beside each
/// other a.pdf.json and a.docx.json; "-2" and so on behind names that still meet.
std::vector<std::filesystem::path> plan_targets(const std::vector<Input>& inputs, const std::filesystem::path& folder,
                                                std::string_view suffix);

} // namespace vanthu::jobs
