#include "text/line_breaker.h"

#include <algorithm>
#include <limits>

namespace vanthu::text {
namespace {

/// Spaces of a justified line stretch by this part of their width at a cost of 1.
constexpr double easy_stretch = 0.6;
/// One more line costs as much as this many perfectly bad ones: the fewest lines win where spaces do not stretch.
constexpr double line_cost_ragged = 10;
constexpr double line_cost_justified = 0.05;
/// A last line of a single short word looks lost.
constexpr double short_last_line = 0.12;
constexpr double tolerance = 1e-6;

struct Line {
    double natural;
    double spaces; ///< total width of its spaces
    double width;
    bool last;
};

double justified_cost(const Line& line) {
    const double slack = line.width - line.natural;
    double cost = line_cost_justified;
    if (line.last && line.natural < short_last_line * line.width) cost += 0.5;
    if (line.last && slack >= 0) return cost;
    const double easy = line.spaces > 0 ? line.spaces * (slack >= 0 ? easy_stretch : most_shrink) : line.width * 0.05;
    const double ratio = slack / easy;
    return cost + ratio * ratio * (slack >= 0 ? ratio : -ratio);
}

double ragged_cost(const Line& line, Setting setting) {
    const double slack = (line.width - line.natural) / line.width;
    if (line.last && setting == Setting::ragged) return line_cost_ragged;
    return line_cost_ragged + slack * slack;
}

/// Dynamic programming over the ends of lines; lines too wide for their place are not considered.
class Breaker {
  public:
    Breaker(const std::vector<Box>& boxes, double first, double rest, Setting setting)
        : boxes_(boxes), first_(first), rest_(rest), setting_(setting), natural_(boxes.size() + 1),
          spaces_(boxes.size() + 1), best_(boxes.size() + 1, std::numeric_limits<double>::infinity()),
          from_(boxes.size() + 1) {
        for (std::size_t i = 0; i < boxes.size(); ++i) {
            natural_[i + 1] = natural_[i] + boxes[i].width + boxes[i].space;
            spaces_[i + 1] = spaces_[i] + boxes[i].space * (1 + boxes[i].spaces);
        }
    }

    std::vector<std::size_t> run() {
        best_[0] = 0;
        for (std::size_t end = 1; end <= boxes_.size(); ++end) find_best_line_to(end);
        std::vector<std::size_t> ends;
        for (std::size_t end = boxes_.size(); end > 0; end = from_[end]) ends.push_back(end);
        std::reverse(ends.begin(), ends.end());
        return ends;
    }

  private:
    Line line(std::size_t begin, std::size_t end) const {
        const double trailing = boxes_[end - 1].space;
        return {natural_[end] - natural_[begin] - trailing, spaces_[end] - spaces_[begin] - trailing,
                begin == 0 ? first_ : rest_, end == boxes_.size()};
    }

    bool fits(const Line& line) const {
        const double shrink = setting_ == Setting::justified && !line.last ? line.spaces * most_shrink : 0;
        return line.natural - shrink <= line.width + tolerance;
    }

    void find_best_line_to(std::size_t end) {
        const double widest = std::max(first_, rest_);
        for (std::size_t begin = end; begin-- > 0;) {
            const Line candidate = line(begin, end);
            const bool alone = begin + 1 == end;
            if (!alone && candidate.natural - candidate.spaces * most_shrink > widest + tolerance) break;
            if (!alone && !fits(candidate)) continue;
            const double cost = best_[begin] + (setting_ == Setting::justified ? justified_cost(candidate)
                                                                               : ragged_cost(candidate, setting_));
            if (cost < best_[end]) best_[end] = cost, from_[end] = begin;
        }
    }

    const std::vector<Box>& boxes_;
    double first_, rest_;
    Setting setting_;
    std::vector<double> natural_, spaces_, best_;
    std::vector<std::size_t> from_;
};

} // namespace

std::vector<std::size_t> break_lines(const std::vector<Box>& boxes, double first, double rest, Setting setting) {
    if (boxes.empty()) return {};
    return Breaker(boxes, first, rest, setting).run();
}

} // namespace vanthu::text
