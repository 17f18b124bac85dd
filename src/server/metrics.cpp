#include "server/metrics.h"

#include <fmt/format.h>

namespace vanthu::server {

void Metrics::count(const std::string& route, int status, std::chrono::steady_clock::duration spent) {
    const double seconds = std::chrono::duration<double>(spent).count();
    const std::lock_guard lock(mutex_);
    ++requests_[{route, status}];
    Latency& latency = latencies_[route];
    ++latency.count;
    latency.sum += seconds;
    for (std::size_t i = 0; i < bounds.size(); ++i)
        if (seconds <= bounds[i]) ++latency.buckets[i];
}

std::string Metrics::text(const std::map<std::string, double>& gauges) const {
    const std::lock_guard lock(mutex_);
    std::string text =
        "# HELP vanthu_requests_total Requests by route and status.\n# TYPE vanthu_requests_total counter\n";
    for (const auto& [what, count] : requests_)
        text += fmt::format("vanthu_requests_total{{route=\"{}\",status=\"{}\"}} {}\n", what.first, what.second, count);
    text += "# HELP vanthu_request_seconds Time from the whole request to its answer.\n"
            "# TYPE vanthu_request_seconds histogram\n";
    for (const auto& [route, latency] : latencies_) {
        for (std::size_t i = 0; i < bounds.size(); ++i)
            text += fmt::format("vanthu_request_seconds_bucket{{route=\"{}\",le=\"{}\"}} {}\n", route, bounds[i],
                                latency.buckets[i]);
        text += fmt::format("vanthu_request_seconds_bucket{{route=\"{0}\",le=\"+Inf\"}} {1}\n"
                            "vanthu_request_seconds_sum{{route=\"{0}\"}} {2:.6f}\n"
                            "vanthu_request_seconds_count{{route=\"{0}\"}} {1}\n",
                            route, latency.count, latency.sum);
    }
    for (const auto& [name, value] : gauges) text += fmt::format("# TYPE {0} gauge\n{0} {1}\n", name, value);
    return text;
}

} // namespace vanthu::server
