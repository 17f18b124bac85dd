// One file in, its outputs and what there is to tell of it out; in memory. Private to jobs.
#pragma once

#include "jobs/reader.h"
#include "jobs/workshop.h"
#include "write/report/file_entry.h"

#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vanthu::jobs {

/// In the order in which reports name them.
inline constexpr std::array<std::string_view, 4> convert_formats = {"json", "docx", "pdf", "xlsx"};

/// Below that share of the source's words a regenerated document is doubtful.
inline constexpr double least_words_kept = 0.995;
/// Below that trust a value's place is shown in a picture, and a scan is doubtful.
inline constexpr double least_trust = 0.8;
inline constexpr std::size_t most_pictures = 3;
inline constexpr std::size_t most_findings = 100;

struct Conversion {
    std::vector<std::pair<std::string, Bytes>> outputs; ///< by format
    std::vector<std::pair<unsigned, Bytes>> pictures;   ///< PNG by page
};

struct ConvertKit {
    const ReadingKit& reading;
    const Workshop& workshop;
    std::vector<std::string> formats; ///< wanted, of convert_formats
};

/// Fills in state, recognised, findings, made, not_made and checks. What a file gives is the same each time.
Conversion convert_file(const ConvertKit& kit, Reader& reader, const Bytes& file, write::FileEntry& entry);

} // namespace vanthu::jobs
