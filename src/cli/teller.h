// Tells of a batch while it runs, and what it comes to. Private to cli.
#pragma once

#include "cli/exit_code.h"
#include "cli/progress.h"
#include "cli/report.h"

#include <cstddef>
#include <string_view>

namespace vanthu::cli {

/// Codes of the words for a kind of work.
struct TellerWords {
    std::string_view failed, all_done, some_failed, stopped;
};

inline constexpr TellerWords words_of_generating = {"status-failed", "summary-done", "summary-failed",
                                                    "summary-stopped"};
inline constexpr TellerWords words_of_reading = {"status-unread", "summary-read-done", "summary-read-failed",
                                                 "summary-read-stopped"};

inline constexpr TellerWords words_of_layering = {"status-unread", "summary-ocr-done", "summary-ocr-failed",
                                                  "summary-ocr-stopped"};

struct TellerOptions {
    bool json = false;          ///< outcomes as NDJSON instead of lines for people
    bool json_to_error = false; ///< standard output is for results
    bool silent = false;        ///< tells only what was found
    bool quiet = false;         ///< shows no progress
    bool strict = false;
    bool stats = false;
    TellerWords words = words_of_generating;
};

class Teller {
  public:
    Teller(const TellerOptions& options, const Voice& voice, std::size_t total);

    /// Tells one outcome as it comes.
    void tell(const jobs::Outcome& outcome);

    /// The exit code, once all are told. `is_complete`: the batch was not stopped.
    ExitCode finish(bool is_complete);

    /// Inputs that gave something.
    std::size_t successes() const { return total_ - failed_; }

  private:
    void count(const jobs::Outcome& outcome);
    void take(bool is_printed) { is_stream_broken_ = is_stream_broken_ || !is_printed; }
    std::string summary(bool is_complete) const;
    ExitCode exit_code() const;

    TellerOptions options_;
    const Voice& voice_;
    ProgressLine progress_;
    WarmClock clock_;
    std::size_t planned_;
    std::size_t total_ = 0;
    std::size_t failed_ = 0;
    bool has_findings_ = false;
    bool is_stream_broken_ = false;
    ExitCode worst_ = done;
};

/// What goes wrong before any document: told in the way that was asked for.
ExitCode fail_early(const Diagnostics& reasons, bool json, const Voice& voice);

} // namespace vanthu::cli
