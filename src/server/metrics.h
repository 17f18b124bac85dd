// What the service counts, for Prometheus. For several threads at once. Private to server.
#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <utility>

namespace vanthu::server {

class Metrics {
  public:
    void count(const std::string& route, int status, std::chrono::steady_clock::duration spent);
    /// Text format 0.0.4. `gauges`: values of this moment by name.
    std::string text(const std::map<std::string, double>& gauges) const;

  private:
    static constexpr std::array<double, 10> bounds = {0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5, 20};
    struct Latency {
        std::array<std::uint64_t, bounds.size()> buckets{};
        std::uint64_t count = 0;
        double sum = 0;
    };
    mutable std::mutex mutex_;
    std::map<std::pair<std::string, int>, std::uint64_t> requests_;
    std::map<std::string, Latency> latencies_;
};

} // namespace vanthu::server
