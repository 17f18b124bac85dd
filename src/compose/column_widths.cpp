#include "compose/column_widths.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace vanthu::compose {
namespace {

/// Lines do not fill their column to the end; this much of it is lost on average.
constexpr double ragged_loss = 1.08;

double lines(double text, double width) { return std::max(1.0, std::ceil(text * ragged_loss / width)); }

double height(const std::vector<std::vector<double>>& rows, const std::vector<double>& widths) {
    double sum = 0;
    for (const std::vector<double>& row : rows) {
        double tallest = 1;
        double all = 0; // a little weight on every cell, so that space goes where text is even off the tallest cell
        for (std::size_t c = 0; c < row.size(); ++c) {
            const double n = lines(row[c], widths[c]);
            tallest = std::max(tallest, n);
            all += n;
        }
        sum += tallest + 0.05 * all;
    }
    return sum;
}

std::vector<double> start(const std::vector<ColumnNeed>& needs, double total) {
    std::vector<double> widths;
    double fixed = 0;
    double flexible = 0;
    for (const ColumnNeed& need : needs) (need.fixed ? fixed : flexible) += need.fixed ? need.wanted : std::max(need.least, need.wanted);
    const double scale = flexible > 0 ? std::max(0.0, total - fixed) / flexible : 0;
    for (const ColumnNeed& need : needs) widths.push_back(need.fixed ? need.wanted : std::max(need.least, need.wanted) * scale);
    return widths;
}

/// Columns under their least width take from those that have more than theirs.
void lift_to_least(const std::vector<ColumnNeed>& needs, std::vector<double>& widths) {
    for (std::size_t c = 0; c < widths.size(); ++c) {
        while (!needs[c].fixed && widths[c] < needs[c].least - 1e-6) {
            std::size_t donor = c;
            double most = 0;
            for (std::size_t d = 0; d < widths.size(); ++d) {
                const double spare = needs[d].fixed ? 0 : widths[d] - needs[d].least;
                if (d != c && spare > most) most = spare, donor = d;
            }
            if (donor == c) return; // the sheet is too narrow: words will be broken
            const double moved = std::min(most, needs[c].least - widths[c]);
            widths[donor] -= moved;
            widths[c] += moved;
        }
    }
}

bool improve(const std::vector<ColumnNeed>& needs, const std::vector<std::vector<double>>& rows, double step,
             std::vector<double>& widths, double& best) {
    bool better = false;
    for (std::size_t from = 0; from < widths.size(); ++from)
        for (std::size_t to = 0; to < widths.size(); ++to) {
            if (from == to || needs[from].fixed || needs[to].fixed || widths[from] - step < needs[from].least) continue;
            widths[from] -= step;
            widths[to] += step;
            const double now = height(rows, widths);
            if (now < best - 1e-9) best = now, better = true;
            else widths[from] += step, widths[to] -= step;
        }
    return better;
}

} // namespace

std::vector<double> share_width(const std::vector<ColumnNeed>& needs, const std::vector<std::vector<double>>& rows, double total) {
    std::vector<double> widths = start(needs, total);
    lift_to_least(needs, widths);
    double best = height(rows, widths);
    constexpr double steps[] = {24, 12, 6};
    constexpr int most_rounds = 20;
    for (const double step : steps)
        for (int round = 0; round < most_rounds && improve(needs, rows, step, widths, best); ++round) {}
    return widths;
}

} // namespace vanthu::compose
