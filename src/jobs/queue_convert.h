// A folder's files as jobs of a queue, for workers on other hosts, and what a worker does with one of them.
#pragma once

#include "archive/queue.h"
#include "base/diagnostic.h"
#include "jobs/file_converter.h"

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace vanthu::jobs {

inline constexpr const char* convert_kind = "convert";

struct QueuedFolder {
    std::string store;                   ///< address of the server
    std::filesystem::path input, output; ///< folders that all hosts see under the same names
    std::vector<std::string> formats;    ///< json, docx, pdf, xlsx
};

struct QueuedCounts {
    std::size_t files = 0, queued = 0;
    std::size_t known = 0; ///< waiting, under way or done already, or the same bytes as another
};

/// One job a file. The same bytes for the same folder and formats are queued once, however often it is called; what
/// failed is queued anew. Errors: those of find_files(), open_server() and Queue.
Result<QueuedCounts> queue_folder(const QueuedFolder& folder, const std::function<bool()>& is_stopped);

/// How a job went.
struct JobOutcome {
    Diagnostics reasons; ///< errors: why it failed
    std::string state;   ///< "good", "doubtful", "skipped"
};

/// Asked before outputs are written: false, where the job is somebody else's by now.
using MayWrite = std::function<bool()>;

/// All outputs of the file, durable, or none. Doing it twice gives the same files.
JobOutcome perform_convert(const archive::Job& job, const ReadingKit& reading, const Workshop& workshop, Reader& reader,
                           const MayWrite& may_write);

/// Errors of the host, not of the file: another host, or this one later, may do it.
bool is_of_the_host(const Diagnostics& reasons);

} // namespace vanthu::jobs
