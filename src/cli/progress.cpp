#include "cli/progress.h"

#include "cli/console.h"

#include <fmt/format.h>

#include <sys/resource.h>

namespace vanthu::cli {
namespace {

constexpr std::size_t warm_up = 10;
constexpr std::string_view erase_line = "\r\x1B[K";

double cpu_seconds() {
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    const auto seconds = [](const timeval& time) {
        return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
    };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

} // namespace

ProgressLine::ProgressLine(std::size_t total, bool is_wanted, const Voice& voice)
    : total_(total), is_shown_(is_wanted && total > 1 && is_error_terminal()), voice_(voice) {}

void ProgressLine::show(std::size_t finished) const {
    if (is_shown_) print_error(fmt::format("{}[{}/{}]{}", erase_line, finished, total_, pace(finished)));
}

/// " 3.2 files/s, 1:05 left"; empty in the first moments, when it would only jump.
std::string ProgressLine::pace(std::size_t finished) const {
    const std::chrono::duration<double> passed = std::chrono::steady_clock::now() - begin_;
    if (finished == 0 || finished >= total_ || passed.count() < 1) return {};
    const double rate = static_cast<double>(finished) / passed.count();
    const auto left = static_cast<long>(static_cast<double>(total_ - finished) / rate + 0.5);
    const std::string clock = left < 3600 ? fmt::format("{}:{:02}", left / 60, left % 60)
                                          : fmt::format("{}:{:02}:{:02}", left / 3600, left / 60 % 60, left % 60);
    return " " + voice_.say("progress-pace", {{"rate", fmt::format("{:.1f}", rate)}, {"left", clock}});
}

void ProgressLine::clear() const {
    if (is_shown_) print_error(erase_line);
}

void WarmClock::count() {
    if (++finished_ != warm_up) return;
    wall_ = std::chrono::steady_clock::now();
    cpu_ = cpu_seconds();
}

std::string WarmClock::line() const {
    if (finished_ <= warm_up) return {};
    const std::chrono::duration<double> wall = std::chrono::steady_clock::now() - wall_;
    return fmt::format("BATCH docs={} wall_s={:.3f} cpu_s={:.3f}\n", finished_ - warm_up, wall.count(),
                       cpu_seconds() - cpu_);
}

} // namespace vanthu::cli
