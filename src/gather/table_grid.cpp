#include "gather/table_grid.h"

#include <algorithm>
#include <map>
#include <numeric>

namespace vanthu::gather {
namespace {

constexpr std::size_t most_columns = 100;
constexpr std::size_t most_rows = 1000;

class Groups {
  public:
    explicit Groups(std::size_t count) : parents_(count) { std::iota(parents_.begin(), parents_.end(), 0); }

    std::size_t of(std::size_t member) {
        while (parents_[member] != member) member = parents_[member] = parents_[parents_[member]];
        return member;
    }
    void join(std::size_t a, std::size_t b) { parents_[std::max(of(a), of(b))] = std::min(of(a), of(b)); }

  private:
    std::vector<std::size_t> parents_;
};

bool covers(const Rule& rule, double value, double tolerance) {
    return rule.from - tolerance <= value && value <= rule.to + tolerance;
}

/// Rules that hang together; a rule that crosses none is left out.
std::vector<Rules> take_components(Rules& rules, double tolerance) {
    const std::size_t across = rules.horizontal.size();
    Groups groups(across + rules.vertical.size());
    for (std::size_t h = 0; h < across; ++h) {
        const Rule& lying = rules.horizontal[h];
        auto v = std::lower_bound(rules.vertical.begin(), rules.vertical.end(), lying.from - tolerance,
                                  [](const Rule& rule, double x) { return rule.at < x; });
        for (; v != rules.vertical.end() && v->at <= lying.to + tolerance; ++v)
            if (covers(*v, lying.at, tolerance))
                groups.join(h, across + static_cast<std::size_t>(v - rules.vertical.begin()));
    }
    std::map<std::size_t, Rules> components;
    for (std::size_t h = 0; h < across; ++h) components[groups.of(h)].horizontal.push_back(rules.horizontal[h]);
    for (std::size_t v = 0; v < rules.vertical.size(); ++v)
        components[groups.of(across + v)].vertical.push_back(rules.vertical[v]);
    std::vector<Rules> result;
    rules = {};
    for (auto& [key, component] : components) {
        if (!component.horizontal.empty() && !component.vertical.empty()) {
            result.push_back(std::move(component));
        } else {
            rules.horizontal.insert(rules.horizontal.end(), component.horizontal.begin(), component.horizontal.end());
            rules.vertical.insert(rules.vertical.end(), component.vertical.begin(), component.vertical.end());
        }
    }
    return result;
}

/// Positions of the rules; where the rules across them reach further, their ends are edges too: a side without border.
std::vector<double> edges_of(const std::vector<Rule>& rules, const std::vector<Rule>& across, double tolerance) {
    std::vector<double> values;
    for (const Rule& rule : rules) values.push_back(rule.at);
    std::vector<double> edges = cluster(std::move(values), tolerance);
    double least = edges.front(), most = edges.back();
    for (const Rule& rule : across) {
        least = std::min(least, rule.from);
        most = std::max(most, rule.to);
    }
    if (least < edges.front() - 3 * tolerance) edges.insert(edges.begin(), least);
    if (most > edges.back() + 3 * tolerance) edges.push_back(most);
    return edges;
}

class Grid {
  public:
    Grid(const Rules& rules, double tolerance)
        : xs_(edges_of(rules.vertical, rules.horizontal, tolerance)),
          ys_(edges_of(rules.horizontal, rules.vertical, tolerance)) {
        if (!fits()) return;
        right_.assign(columns() * rows(), false);
        below_.assign(columns() * rows(), false);
        for (const Rule& rule : rules.vertical) mark_vertical(rule);
        for (const Rule& rule : rules.horizontal) mark_horizontal(rule);
        open_above_ = !std::any_of(rules.horizontal.begin(), rules.horizontal.end(),
                                   [&](const Rule& rule) { return rule.at <= ys_.front() + tolerance; });
        open_below_ = !std::any_of(rules.horizontal.begin(), rules.horizontal.end(),
                                   [&](const Rule& rule) { return rule.at >= ys_.back() - tolerance; });
    }

    PageTable table() const {
        PageTable table;
        if (!fits()) return table;
        table.column_edges = xs_;
        table.row_edges = ys_;
        table.box = {xs_.front(), ys_.front(), xs_.back(), ys_.back()};
        table.cells = cells();
        table.open_above = open_above_;
        table.open_below = open_below_;
        return table;
    }

  private:
    std::vector<double> xs_, ys_;
    std::vector<bool> right_, below_; ///< whether a field has a border there
    bool open_above_ = false, open_below_ = false;

    std::size_t columns() const { return xs_.size() - 1; }
    std::size_t rows() const { return ys_.size() - 1; }
    std::size_t field(std::size_t row, std::size_t column) const { return row * columns() + column; }
    bool fits() const { return xs_.size() >= 2 && ys_.size() >= 2 && columns() <= most_columns && rows() <= most_rows; }

    void mark_vertical(const Rule& rule) {
        const std::size_t edge = nearest(xs_, rule.at);
        if (edge == 0) return;
        for (std::size_t row = 0; row < rows(); ++row)
            if (covers(rule, (ys_[row] + ys_[row + 1]) / 2, 0)) right_[field(row, edge - 1)] = true;
    }

    void mark_horizontal(const Rule& rule) {
        const std::size_t edge = nearest(ys_, rule.at);
        if (edge == 0) return;
        for (std::size_t column = 0; column < columns(); ++column)
            if (covers(rule, (xs_[column] + xs_[column + 1]) / 2, 0)) below_[field(edge - 1, column)] = true;
    }

    /// Fields between which no border stands; `whole` = across rows too.
    Groups flood(bool whole, const std::vector<bool>* only) const {
        Groups groups(columns() * rows());
        for (std::size_t row = 0; row < rows(); ++row)
            for (std::size_t column = 0; column < columns(); ++column) {
                const std::size_t at = field(row, column);
                if (only && !(*only)[at]) continue;
                if (column + 1 < columns() && !right_[at]) groups.join(at, at + 1);
                if (whole && row + 1 < rows() && !below_[at]) groups.join(at, at + columns());
            }
        return groups;
    }

    struct Region {
        std::size_t top, left, bottom, right, fields;
    };

    std::map<std::size_t, Region> regions(Groups& groups) const {
        std::map<std::size_t, Region> result;
        for (std::size_t row = 0; row < rows(); ++row)
            for (std::size_t column = 0; column < columns(); ++column) {
                const auto [at, fresh] =
                    result.try_emplace(groups.of(field(row, column)), Region{row, column, row, column, 0});
                Region& region = at->second;
                region = {region.top, std::min(region.left, column), row, std::max(region.right, column),
                          region.fields + 1};
            }
        return result;
    }

    static bool is_rectangle(const Region& r) { return (r.bottom - r.top + 1) * (r.right - r.left + 1) == r.fields; }

    PageCell cell(const Region& r) const {
        PageCell cell;
        cell.row = static_cast<std::uint16_t>(r.top);
        cell.column = static_cast<std::uint16_t>(r.left);
        cell.row_span = static_cast<std::uint16_t>(r.bottom - r.top + 1);
        cell.column_span = static_cast<std::uint16_t>(r.right - r.left + 1);
        cell.box = {xs_[r.left], ys_[r.top], xs_[r.right + 1], ys_[r.bottom + 1]};
        return cell;
    }

    /// A region of another shape has lost a border: its rows are cells of their own.
    std::vector<PageCell> cells() const {
        Groups groups = flood(true, nullptr);
        std::vector<PageCell> result;
        std::vector<bool> crooked(columns() * rows(), false);
        const auto found = regions(groups);
        for (const auto& [key, region] : found)
            if (is_rectangle(region)) result.push_back(cell(region));
        for (std::size_t i = 0; i < crooked.size(); ++i) crooked[i] = !is_rectangle(found.at(groups.of(i)));
        Groups split = flood(false, &crooked);
        for (const auto& [key, region] : regions(split))
            if (crooked[key]) result.push_back(cell(region));
        std::sort(result.begin(), result.end(), [](const PageCell& a, const PageCell& b) {
            return a.row != b.row ? a.row < b.row : a.column < b.column;
        });
        return result;
    }
};

} // namespace

std::vector<PageTable> find_grids(Rules& rules, double tolerance) {
    std::vector<PageTable> result;
    for (const Rules& component : take_components(rules, tolerance)) {
        PageTable table = Grid(component, tolerance).table();
        if (table.cells.size() > 1) result.push_back(std::move(table));
    }
    return result;
}

} // namespace vanthu::gather
