// The line that moves while a batch runs, and the figures at its end. Private to cli.
#pragma once

#include <chrono>
#include <cstddef>
#include <string>

namespace vanthu::cli {

/// Shows "[12/200]" on standard error where that is a terminal, and nothing elsewhere.
class ProgressLine {
  public:
    ProgressLine(std::size_t total, bool is_wanted);

    void show(std::size_t finished) const;
    void clear() const; ///< before other lines are printed

  private:
    std::size_t total_;
    bool is_shown_;
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
