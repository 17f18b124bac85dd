#include "read/scan/raster_grid.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

namespace vanthu::read::scan {
namespace {

constexpr double meet = 0.08;      ///< inch that the end of a rule may miss the other by
constexpr double one_edge = 0.05;  ///< inch between rules that are one edge of the grid
constexpr double least_side = 0.5; ///< inch; what is smaller is a drawing
constexpr std::size_t most_edges = 400;

class Sets {
  public:
    explicit Sets(std::size_t count) : parents_(count) { std::iota(parents_.begin(), parents_.end(), 0); }

    std::size_t of(std::size_t member) {
        while (parents_[member] != member) member = parents_[member] = parents_[parents_[member]];
        return member;
    }
    void join(std::size_t a, std::size_t b) { parents_[std::max(of(a), of(b))] = std::min(of(a), of(b)); }

  private:
    std::vector<std::size_t> parents_;
};

bool covers(const RasterRule& rule, double value, double reach) {
    return rule.from - reach <= value && value <= rule.to + reach;
}

struct Net {
    std::vector<RasterRule> horizontal, vertical;
};

/// A short piece that no rule bounds is a stroke of a letter near a rule.
bool may_bound(const RasterRule& rule, const std::vector<RasterRule>& across, double least, double reach) {
    if (rule.length() >= least) return true;
    const auto met = [&](double end) {
        return std::any_of(across.begin(), across.end(), [&](const RasterRule& other) {
            return std::abs(other.at - end) <= reach && covers(other, rule.at, reach);
        });
    };
    return met(rule.from) && met(rule.to);
}

/// Rules that hang together.
std::vector<Net> nets_of(const Ruling& ruling, double least, double reach) {
    const std::size_t lying = ruling.horizontal.size();
    Sets sets(lying + ruling.vertical.size());
    const auto bounds = [&](const RasterRule& rule, const std::vector<RasterRule>& across) {
        return may_bound(rule, across, least, reach);
    };
    for (std::size_t h = 0; h < lying; ++h)
        for (std::size_t v = 0; v < ruling.vertical.size(); ++v)
            if (bounds(ruling.horizontal[h], ruling.vertical) && bounds(ruling.vertical[v], ruling.horizontal) &&
                covers(ruling.horizontal[h], ruling.vertical[v].at, reach) &&
                covers(ruling.vertical[v], ruling.horizontal[h].at, reach))
                sets.join(h, lying + v);
    std::map<std::size_t, Net> nets;
    for (std::size_t h = 0; h < lying; ++h) nets[sets.of(h)].horizontal.push_back(ruling.horizontal[h]);
    for (std::size_t v = 0; v < ruling.vertical.size(); ++v)
        nets[sets.of(lying + v)].vertical.push_back(ruling.vertical[v]);
    std::vector<Net> result;
    for (auto& [key, net] : nets) result.push_back(std::move(net));
    return result;
}

std::vector<double> edges_of(const std::vector<RasterRule>& rules, double reach) {
    std::vector<double> edges;
    for (std::size_t i = 0; i < rules.size();) {
        double sum = 0, weight = 0;
        std::size_t end = i;
        for (; end < rules.size() && rules[end].at - rules[i].at <= reach; ++end) {
            sum += rules[end].at * rules[end].length();
            weight += rules[end].length();
        }
        edges.push_back(sum / weight);
        i = end;
    }
    return edges;
}

double nearest(const std::vector<double>& edges, double value) {
    return *std::min_element(edges.begin(), edges.end(),
                             [&](double a, double b) { return std::abs(a - value) < std::abs(b - value); });
}

/// At their edges, their ends at the edges across where they nearly reach them.
std::vector<RasterRule> straightened(std::vector<RasterRule> rules, const std::vector<double>& edges,
                                     const std::vector<double>& across, double reach) {
    for (RasterRule& rule : rules) {
        rule.at = nearest(edges, rule.at);
        for (double* end : {&rule.from, &rule.to})
            if (const double edge = nearest(across, *end); std::abs(edge - *end) <= reach) *end = edge;
    }
    return rules;
}

/// Fields between which no rule stands, as cells.
class FieldFinder {
  public:
    explicit FieldFinder(const RasterGrid& grid)
        : grid_(grid), columns_(grid.columns.size() - 1), rows_(grid.rows.size() - 1), sets_(columns_ * rows_) {
        for (std::size_t row = 0; row < rows_; ++row)
            for (std::size_t column = 0; column < columns_; ++column) join_neighbours(row, column);
    }

    std::vector<GridField> fields() {
        std::map<std::size_t, GridField> found;
        for (std::size_t row = 0; row < rows_; ++row)
            for (std::size_t column = 0; column < columns_; ++column) {
                GridField& field =
                    found.try_emplace(sets_.of(row * columns_ + column), GridField{row, column, 1, 1, 0, 0, 0, 0})
                        .first->second;
                const std::size_t right = std::max(field.column + field.column_span, column + 1);
                field.column = std::min(field.column, column);
                field.column_span = right - field.column;
                field.row_span = row + 1 - field.row;
            }
        std::vector<GridField> result;
        for (auto& [key, field] : found) result.push_back(placed(field));
        return result;
    }

  private:
    const RasterGrid& grid_;
    std::size_t columns_, rows_;
    Sets sets_;

    static bool stands(const std::vector<RasterRule>& rules, double at, double there) {
        return std::any_of(rules.begin(), rules.end(),
                           [&](const RasterRule& rule) { return rule.at == at && covers(rule, there, 0); });
    }

    void join_neighbours(std::size_t row, std::size_t column) {
        const double x = (grid_.columns[column] + grid_.columns[column + 1]) / 2;
        const double y = (grid_.rows[row] + grid_.rows[row + 1]) / 2;
        const std::size_t at = row * columns_ + column;
        if (column + 1 < columns_ && !stands(grid_.vertical, grid_.columns[column + 1], y)) sets_.join(at, at + 1);
        if (row + 1 < rows_ && !stands(grid_.horizontal, grid_.rows[row + 1], x)) sets_.join(at, at + columns_);
    }

    GridField placed(GridField field) const {
        field.x1 = grid_.columns[field.column];
        field.x2 = grid_.columns[field.column + field.column_span];
        field.y1 = grid_.rows[field.row];
        field.y2 = grid_.rows[field.row + field.row_span];
        return field;
    }
};

bool is_grid(const Net& net, double dpi) {
    if (net.horizontal.size() < 2 || net.vertical.size() < 2) return false;
    const auto longest = [](const std::vector<RasterRule>& rules) {
        return std::max_element(rules.begin(), rules.end(),
                                [](const RasterRule& a, const RasterRule& b) { return a.length() < b.length(); })
            ->length();
    };
    return longest(net.horizontal) >= 2 * least_side * dpi && longest(net.vertical) >= least_side * dpi / 2;
}

RasterGrid grid_of(const Net& net, double dpi) {
    RasterGrid grid;
    grid.columns = edges_of(net.vertical, one_edge * dpi);
    grid.rows = edges_of(net.horizontal, one_edge * dpi);
    if (grid.columns.size() > most_edges || grid.rows.size() > most_edges) return grid;
    grid.horizontal = straightened(net.horizontal, grid.rows, grid.columns, meet * dpi);
    grid.vertical = straightened(net.vertical, grid.columns, grid.rows, meet * dpi);
    if (grid.columns.size() > 1 && grid.rows.size() > 1) grid.fields = FieldFinder(grid).fields();
    return grid;
}

// Decree 30, appendix IV: about 50 x 35 mm; offices have larger ones. Inches.
constexpr double stamp_width = 2.6, stamp_height = 1.7;

} // namespace

bool is_stamp(const RasterGrid& grid, double dots_per_inch) {
    constexpr std::size_t most_fields = 6;
    return grid.right() - grid.left() <= stamp_width * dots_per_inch &&
           grid.bottom() - grid.top() <= stamp_height * dots_per_inch && grid.fields.size() <= most_fields;
}

std::vector<pages::Box> take_stamps(Ruling& ruling, double dots_per_inch) {
    constexpr double alike = 0.1; // inch between the ends of two rules
    constexpr std::size_t fewest = 3;
    std::vector<pages::Box> stamps;
    const double points = 72 / dots_per_inch;
    for (std::size_t i = 0; i < ruling.horizontal.size(); ++i) {
        const RasterRule top = ruling.horizontal[i];
        if (top.length() > stamp_width * dots_per_inch) continue;
        double bottom = top.at, left = top.from, right = top.to;
        const auto belongs = [&](const RasterRule& rule) {
            return rule.at >= top.at && rule.at <= top.at + stamp_height * dots_per_inch &&
                   rule.length() <= stamp_width * dots_per_inch &&
                   (std::abs(rule.from - top.from) < alike * dots_per_inch ||
                    std::abs(rule.to - top.to) < alike * dots_per_inch);
        };
        if (static_cast<std::size_t>(std::ranges::count_if(ruling.horizontal, belongs)) < fewest) continue;
        for (const RasterRule& rule : ruling.horizontal)
            if (belongs(rule)) {
                bottom = std::max(bottom, rule.at);
                left = std::min(left, rule.from), right = std::max(right, rule.to);
            }
        stamps.push_back({left * points, top.at * points, right * points, bottom * points});
        std::erase_if(ruling.horizontal, belongs);
        --i;
    }
    return stamps;
}

std::vector<RasterGrid> take_grids(Ruling& ruling, double dots_per_inch) {
    std::vector<RasterGrid> grids;
    std::vector<Net> nets = nets_of(ruling, 2 * least_side * dots_per_inch, meet * dots_per_inch);
    ruling.horizontal.clear();
    ruling.vertical.clear();
    for (Net& net : nets) {
        RasterGrid grid;
        if (is_grid(net, dots_per_inch)) grid = grid_of(net, dots_per_inch);
        if (grid.fields.size() > 1) {
            grids.push_back(std::move(grid));
            continue;
        }
        std::move(net.horizontal.begin(), net.horizontal.end(), std::back_inserter(ruling.horizontal));
        std::move(net.vertical.begin(), net.vertical.end(), std::back_inserter(ruling.vertical));
    }
    std::sort(grids.begin(), grids.end(), [](const RasterGrid& a, const RasterGrid& b) { return a.top() < b.top(); });
    return grids;
}

} // namespace vanthu::read::scan
