#include "read/pdf/ruling_lines.h"

#include <algorithm>
#include <tuple>

namespace vanthu::read::pdf {
namespace {

constexpr double same_place = 0.6; ///< across: lines this near are one
constexpr double touching = 1.0;   ///< along: gaps this wide are none
constexpr double shortest = 2.0;

/// Pieces of one line being joined.
struct Run {
    double from = 0, to = 0;
    double across_sum = 0, weight = 0;
    double thickness = 0;
    bool red = false;

    explicit Run(const Segment& first) : from(first.from), to(first.to), red(first.red) { add(first); }

    void add(const Segment& segment) {
        to = std::max(to, segment.to);
        if (segment.filler) return;
        const double length = segment.to - segment.from;
        across_sum += segment.across * length;
        weight += length;
        thickness = std::max(thickness, segment.thickness);
        red = segment.red;
    }

    bool is_line() const { return weight >= shortest; }
};

pages::Line line_of(const Run& run, bool is_vertical) {
    const double across = run.across_sum / run.weight;
    if (is_vertical) return {across, run.from, across, run.to, run.thickness, run.red};
    return {run.from, across, run.to, across, run.thickness, run.red};
}

/// `first` to `last` lie at much the same place across.
void join_place(std::vector<Segment>::iterator first, std::vector<Segment>::iterator last,
                std::vector<pages::Line>& lines) {
    std::sort(first, last, [](const Segment& a, const Segment& b) {
        return std::tie(a.from, a.to, a.across) < std::tie(b.from, b.to, b.across);
    });
    Run run(*first);
    const auto finish = [&] {
        if (run.is_line()) lines.push_back(line_of(run, first->is_vertical));
    };
    for (auto next = first + 1; next != last; ++next) {
        if (next->from <= run.to + touching) {
            run.add(*next);
            continue;
        }
        finish();
        run = Run(*next);
    }
    finish();
}

} // namespace

std::vector<pages::Line> ruling_lines(std::vector<Segment> segments) {
    std::vector<pages::Line> lines;
    std::ranges::sort(segments, [](const Segment& a, const Segment& b) {
        return std::tie(a.is_vertical, a.across, a.from) < std::tie(b.is_vertical, b.across, b.from);
    });
    for (auto first = segments.begin(); first != segments.end();) {
        auto last = first;
        while (last != segments.end() && last->is_vertical == first->is_vertical &&
               last->across <= first->across + same_place)
            ++last;
        join_place(first, last, lines);
        first = last;
    }
    return lines;
}

} // namespace vanthu::read::pdf
