#include "compose/column_widths.h"

#include <algorithm>
#include <cmath>

namespace vanthu::compose {
namespace {

/// Every line of a cell counts a little, also where another cell of the row is taller: space goes where text is.
constexpr double weight_of_any_line = 0.1;

/// Line counts of all cells at the present widths; only the two columns of a trial are counted again.
class Trial {
  public:
    Trial(const std::vector<std::vector<CellText>>& rows, const std::vector<double>& widths)
        : rows_(rows), lines_(rows.size(), std::vector<int>(widths.size())) {
        for (std::size_t c = 0; c < widths.size(); ++c) count(c, widths[c]);
    }

    void count(std::size_t column, double width) {
        for (std::size_t r = 0; r < rows_.size(); ++r) lines_[r][column] = line_count(rows_[r][column], width);
    }

    double height() const {
        double sum = 0;
        for (const std::vector<int>& row : lines_) {
            sum += *std::max_element(row.begin(), row.end());
            for (const int lines : row) sum += weight_of_any_line * lines;
        }
        return sum;
    }

  private:
    const std::vector<std::vector<CellText>>& rows_;
    std::vector<std::vector<int>> lines_;
};

std::vector<double> start(const std::vector<ColumnNeed>& needs, double total) {
    std::vector<double> widths;
    widths.reserve(needs.size());
    double fixed = 0;
    double flexible = 0;
    for (const ColumnNeed& need : needs)
        (need.fixed ? fixed : flexible) += need.fixed ? need.wanted : std::max(need.least, need.wanted);
    const double scale = flexible > 0 ? std::max(0.0, total - fixed) / flexible : 0;
    for (const ColumnNeed& need : needs)
        widths.push_back(need.fixed ? need.wanted : std::max(need.least, need.wanted) * scale);
    return widths;
}

/// Where not all words can stay whole, the columns with the widest ones (a web address, say) give way to the others.
std::vector<ColumnNeed> attainable(std::vector<ColumnNeed> needs, double total) {
    double sum = 0;
    for (const ColumnNeed& need : needs) sum += need.fixed ? need.wanted : need.least;
    const auto excess = [](const ColumnNeed& need) { return need.fixed ? 0 : need.least - need.wanted; };
    while (sum > total) {
        const auto widest = std::max_element(needs.begin(), needs.end(),
                                             [&](const auto& a, const auto& b) { return excess(a) < excess(b); });
        if (widest == needs.end() || excess(*widest) <= 0) break;
        sum -= excess(*widest);
        widest->least = widest->wanted;
    }
    return needs;
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

bool improve(const std::vector<ColumnNeed>& needs, double step, std::vector<double>& widths, Trial& trial,
             double& best) {
    bool better = false;
    for (std::size_t from = 0; from < widths.size(); ++from)
        for (std::size_t to = 0; to < widths.size(); ++to) {
            if (from == to || needs[from].fixed || needs[to].fixed || widths[from] - step < needs[from].least) continue;
            const auto move = [&](double by) {
                trial.count(from, widths[from] -= by);
                trial.count(to, widths[to] += by);
            };
            move(step);
            const double now = trial.height();
            if (now < best - 1e-9)
                best = now, better = true;
            else
                move(-step);
        }
    return better;
}

} // namespace

int line_count(const CellText& cell, double width) {
    int lines = 1;
    double filled = 0;
    for (const double word : cell.words) {
        if (filled > 0 && filled + cell.space + word > width)
            ++lines, filled = word;
        else
            filled += (filled > 0 ? cell.space : 0) + word;
        if (filled <= width || width <= 0) continue;
        // A word wider than the column is broken.
        const double full = std::ceil(filled / width) - 1;
        lines += static_cast<int>(full);
        filled -= full * width;
    }
    return lines;
}

std::vector<double> share_width(const std::vector<ColumnNeed>& wishes, const std::vector<std::vector<CellText>>& rows,
                                double total) {
    const std::vector<ColumnNeed> needs = attainable(wishes, total);
    std::vector<double> widths = start(needs, total);
    lift_to_least(needs, widths);
    Trial trial(rows, widths);
    double best = trial.height();
    constexpr double steps[] = {36, 18, 9, 4.5};
    constexpr int most_rounds = 12;
    for (const double step : steps)
        for (int round = 0; round < most_rounds && improve(needs, step, widths, trial, best); ++round) {
        }
    return widths;
}

} // namespace vanthu::compose
