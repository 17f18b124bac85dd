// The line that moves while a batch runs, and the figures at its end. Private to cli.
#pragma once

#include "cli/report.h"

#include <chrono>
#include <cstddef>
#include <string>

namespace vanthu::cli {

/// Shows "[12/200]", and once the rate is known it and the time left, on standard error where that is a terminal, and
/// nothing elsewhere.
class ProgressLine {
  public:
    ProgressLine(std::size_t total, bool is_wanted, const Voice& voice);

    void show(std::size_t finished) const;
    void clear() const; ///< before other lines are printed

  private:
    std::string pace(std::size_t finished) const;

    std::size_t total_;
    bool is_shown_;
    const Voice& voice_;
    std::chrono::steady_clock::time_point begin_ = std::chrono::steady_clock::now();
};

/// Time of a batch without its first ten documents, which warm it up.
class WarmClock {
  public:
    void count();             ///< one more document is finished
    std::string line() const; ///< "BATCH docs=N wall_s=S cpu_s=S" with its line break; empty for ten documents or fewer

  private:
    std::size_t finished_ = 0;
    std::chrono::steady_clock::time_point wall_;
    double cpu_ = 0;
};

} // namespace vanthu::cli
