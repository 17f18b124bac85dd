// Many scans made searchable over all cores, outcomes in the order of the inputs.
#pragma once

#include "jobs/inputs.h"
#include "jobs/ordered_pool.h"
#include "jobs/reading_kit.h"

#include <array>
#include <filesystem>
#include <functional>
#include <string_view>
#include <vector>

namespace vanthu::jobs {

/// What is taken from folders.
inline constexpr std::array<std::string_view, 6> scan_suffixes = {".pdf", ".png", ".jpg", ".jpeg", ".tif", ".tiff"};

struct LayerTask {
    Input input;
    std::filesystem::path output;
};

struct LayerBatchOptions {
    unsigned jobs = 0; ///< sheets recognised at once; 0: one for each core
    std::function<bool()> is_stopped;
};

/// Calls `report` in the caller's thread, in the order of the tasks; a file that fails leaves no output. No file is
/// written over its own input: ocr-over-input. False where it was stopped before the last.
bool run_layer_batch(const ReadingKit& kit, const std::vector<LayerTask>& tasks, const LayerBatchOptions& options,
                     const std::function<void(const Outcome&)>& report);

} // namespace vanthu::jobs
