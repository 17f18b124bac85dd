#include "gather/table_groups.h"

#include "gather/table_grid.h"

#include <algorithm>
#include <cmath>

namespace vanthu::gather {
namespace {

/// Texts farther apart than this, in sizes of the type, are two.
constexpr double two_texts = 0.6;
/// How far a title may stand from the middle of its columns, in sizes of the type.
constexpr double off_middle = 1.5;

double middle_x(const pages::Box& box) { return (box.x1 + box.x2) / 2; }
double middle_y(const pages::Box& box) { return (box.y1 + box.y2) / 2; }

bool is_underline(const pages::SeenPage& page, const Rule& rule, const std::vector<WordLine>& lines) {
    return std::any_of(lines.begin(), lines.end(), [&](const WordLine& line) {
        if (rule.at < line.baseline - 1 || rule.at > line.baseline + 0.35 * line.size) return false;
        bool begins = false, ends = false;
        for (const std::uint32_t word : line.words) {
            begins = begins || std::abs(page.words[word].box.x1 - rule.from) < 0.2 * line.size;
            ends = ends || std::abs(page.words[word].box.x2 - rule.to) < 0.2 * line.size;
        }
        return begins && ends;
    });
}

bool meet(const Blob& a, const Blob& b) { return a.from < b.to && b.from < a.to; }

/// The texts below a title that belong to it: those under it, and more on a side while it comes to stand in the
/// middle. A title in the middle of a single one is the upper line of that. `reach` is how far off the middle may be.
Rule under(const Blob& title, const std::vector<Blob>& beside, const std::vector<Blob>& below, double reach) {
    std::size_t first = below.size(), last = 0;
    for (std::size_t i = 0; i < below.size(); ++i)
        if (meet(title, below[i])) {
            first = std::min(first, i);
            last = i;
        }
    if (first > last) return {};
    const auto off = [&](std::size_t a, std::size_t b) {
        return std::abs((below[a].from + below[b].to) / 2 - title.middle());
    };
    const auto open = [&](std::size_t i) {
        return std::none_of(beside.begin(), beside.end(), [&](const Blob& blob) { return meet(blob, below[i]); });
    };
    if (first == last && off(first, last) <= reach) return {};
    const bool single = first == last;
    while (first > 0 && open(first - 1) && off(first - 1, last) < off(first, last)) --first;
    while (last + 1 < below.size() && open(last + 1) && off(first, last + 1) < off(first, last)) ++last;
    if (first == last || (single && off(first, last) > reach)) return {};
    return {0, below[first].from, below[last].to};
}

/// Columns and rows with what parts them; `across` = a rule stands below the field, `open` = nothing to its right.
class Fields {
  public:
    Fields(const pages::SeenPage& page, const std::vector<Corridor>& corridors, const pages::Box& box,
           const std::vector<double>& edges, const PartRules& parts)
        : page_(page), corridors_(corridors), full_(edges), ys_(edges) {
        xs_.push_back(box.x1);
        for (const Corridor& corridor : corridors) xs_.push_back(corridor.middle());
        xs_.push_back(box.x2);
        for (const Rule& part : parts) ys_.push_back(part.at);
        ys_ = cluster(std::move(ys_), 1);
        for (const Rule& part : parts)
            snapped_.push_back({ys_[nearest(ys_, part.at)], xs_[nearest(xs_, part.from)], xs_[nearest(xs_, part.to)]});
        words_.resize(ys_.size() - 1);
        open_.assign(ys_.size() - 1, std::vector<bool>(corridors.size(), false));
    }

    /// A word belongs to the topmost row of those that no rule parts.
    void add(const std::vector<WordLine>& lines) {
        for (const WordLine& line : lines)
            for (const std::uint32_t word : line.words) {
                const double x = middle_x(page_.words[word].box);
                std::size_t row = field_of(ys_, middle_y(line.box));
                while (row > 0 && !parted(row, column_middle(field_of(xs_, x)))) --row;
                words_[row].push_back(word);
            }
        for (std::size_t row = 0; row < words_.size(); ++row) open_texts(row);
        for (const Rule& part : snapped_)
            if (part.at < full_[1]) open_groups(part);
    }

    PageTable table() const {
        Rules rules;
        for (const double y : full_) rules.horizontal.push_back({ys_[nearest(ys_, y)], xs_.front(), xs_.back()});
        rules.horizontal.insert(rules.horizontal.end(), snapped_.begin(), snapped_.end());
        for (std::size_t i = 0; i < xs_.size(); ++i)
            for (std::size_t row = 0; row + 1 < ys_.size(); ++row)
                if (i == 0 || i + 1 == xs_.size() || !is_open(row, i - 1)) add_wall(rules.vertical, i, row);
        std::vector<PageTable> tables = find_grids(rules, 0.5);
        if (tables.size() != 1) return {};
        fill(tables.front());
        return std::move(tables.front());
    }

  private:
    const pages::SeenPage& page_;
    const std::vector<Corridor>& corridors_;
    std::vector<double> full_, xs_, ys_;
    PartRules snapped_;
    std::vector<std::vector<std::uint32_t>> words_; ///< by row
    std::vector<std::vector<bool>> open_;           ///< by row and corridor

    double column_middle(std::size_t column) const { return (xs_[column] + xs_[column + 1]) / 2; }

    /// A rule stands over the row at x.
    bool parted(std::size_t row, double x) const {
        const double y = ys_[row];
        return std::any_of(full_.begin(), full_.end(), [&](double at) { return std::abs(at - y) <= 1; }) ||
               std::any_of(snapped_.begin(), snapped_.end(),
                           [&](const Rule& part) { return part.at == y && part.from < x && x < part.to; });
    }

    /// Below a field that is open to the right the ones of the same cell are too.
    bool is_open(std::size_t row, std::size_t corridor) const {
        while (row > 0 && !parted(row, column_middle(corridor)) && !parted(row, column_middle(corridor + 1))) --row;
        return open_[row][corridor];
    }

    void open_texts(std::size_t row) {
        std::vector<bool>& open = open_[row];
        std::vector<bool> filled(xs_.size() - 1, false);
        for (const WordLine& line : lines_of(page_, words_[row])) {
            const std::vector<bool> hit = crossed(page_, line, corridors_);
            for (std::size_t i = 0; i < hit.size(); ++i) open[i] = open[i] || hit[i];
            for (const std::uint32_t word : line.words) filled[field_of(xs_, middle_x(page_.words[word].box))] = true;
        }
        // A title over several columns takes the empty ones behind it too, but in rows that are no part of others.
        const auto whole = [&](std::size_t at) {
            return std::none_of(snapped_.begin(), snapped_.end(), [&](const Rule& part) { return part.at == ys_[at]; });
        };
        for (std::size_t i = 1; whole(row) && whole(row + 1) && i < open.size(); ++i)
            open[i] = open[i] || (open[i - 1] && !filled[i + 1]);
    }

    /// Titles over a rule share out the columns that it reaches over.
    void open_groups(const Rule& part) {
        const std::size_t row = nearest(ys_, part.at) - 1;
        const std::size_t from = nearest(xs_, part.from), to = nearest(xs_, part.to);
        std::vector<std::uint32_t> words;
        for (const std::uint32_t word : words_[row])
            if (part.from < middle_x(page_.words[word].box) && middle_x(page_.words[word].box) < part.to)
                words.push_back(word);
        std::vector<Blob> titles;
        double size = 0;
        for (const WordLine& line : lines_of(page_, words)) {
            size = std::max(size, line.size);
            for (const Blob& blob : blobs_of(page_, line)) {
                const auto same =
                    std::find_if(titles.begin(), titles.end(), [&](const Blob& title) { return meet(title, blob); });
                if (same == titles.end())
                    titles.push_back(blob);
                else
                    *same = {std::min(same->from, blob.from), std::max(same->to, blob.to)};
            }
        }
        for (const Blob& title : titles) open_group(row, from, to, title, titles, off_middle * size);
    }

    void open_group(std::size_t row, std::size_t from, std::size_t to, const Blob& title,
                    const std::vector<Blob>& titles, double reach) {
        const auto own = [&](std::size_t column) {
            const double x = column_middle(column);
            return std::all_of(titles.begin(), titles.end(), [&](const Blob& other) {
                return std::abs(title.middle() - x) <= std::abs(other.middle() - x);
            });
        };
        while (from < to && !own(from)) ++from;
        std::size_t end = from;
        while (end < to && own(end)) ++end;
        if (end < from + 2 || std::abs((xs_[from] + xs_[end]) / 2 - title.middle()) > reach) return;
        for (std::size_t i = from; i + 1 < end; ++i) open_[row][i] = true;
        // It is bounded by the ends of the rule, whatever runs over them.
        if (from > 0) open_[row][from - 1] = false;
        if (end <= corridors_.size()) open_[row][end - 1] = false;
    }

    void add_wall(std::vector<Rule>& walls, std::size_t edge, std::size_t row) const {
        if (!walls.empty() && walls.back().at == xs_[edge] && walls.back().to == ys_[row])
            walls.back().to = ys_[row + 1];
        else
            walls.push_back({xs_[edge], ys_[row], ys_[row + 1]});
    }

    void fill(PageTable& table) const {
        for (std::size_t row = 0; row < words_.size(); ++row)
            for (const std::uint32_t word : words_[row]) {
                const std::size_t column = field_of(xs_, middle_x(page_.words[word].box));
                for (PageCell& cell : table.cells)
                    if (cell.row <= row && row < std::size_t{cell.row} + cell.row_span && cell.column <= column &&
                        column < std::size_t{cell.column} + cell.column_span)
                        cell.words.push_back(word);
            }
        for (PageCell& cell : table.cells) {
            std::vector<std::uint32_t> ordered;
            for (const WordLine& line : lines_of(page_, std::move(cell.words)))
                ordered.insert(ordered.end(), line.words.begin(), line.words.end());
            cell.words = std::move(ordered);
        }
    }
};

} // namespace

std::vector<Blob> blobs_of(const pages::SeenPage& page, const WordLine& line) {
    std::vector<Blob> result;
    for (const std::uint32_t index : line.words) {
        const pages::Box& box = page.words[index].box;
        if (result.empty() || box.x1 - result.back().to > two_texts * line.size)
            result.push_back({box.x1, box.x2});
        else
            result.back().to = std::max(result.back().to, box.x2);
    }
    return result;
}

PartRules part_rules(const pages::SeenPage& page, const std::vector<Rule>& rules, const std::vector<double>& edges,
                     const pages::Box& box, const std::vector<WordLine>& lines) {
    const double tolerance = rule_tolerance(page);
    PartRules result;
    for (const Rule& rule : rules) {
        const bool within = box.x1 - 2 * tolerance <= rule.from && rule.to <= box.x2 + 2 * tolerance &&
                            edges.front() < rule.at && rule.at < edges.back();
        if (within && std::abs(edges[nearest(edges, rule.at)] - rule.at) > tolerance &&
            rule.length() > 0.03 * (box.x2 - box.x1) && !is_underline(page, rule, lines))
            result.push_back(rule);
    }
    return result;
}

PartRules unseen_rules(const pages::SeenPage& page, const std::vector<WordLine>& header) {
    PartRules result;
    for (std::size_t i = 0; i + 1 < header.size(); ++i) {
        const std::vector<Blob> titles = blobs_of(page, header[i]);
        for (std::size_t t = 0; t < titles.size(); ++t) {
            const auto meets = [&](const Blob& blob) { return meet(titles[t], blob); };
            std::vector<Blob> beside = titles, below;
            beside.erase(beside.begin() + static_cast<std::ptrdiff_t>(t));
            // Lines between may belong to cells beside, whose texts stand in the middle.
            std::size_t next = i + 1;
            for (; next < header.size(); ++next) {
                below = blobs_of(page, header[next]);
                if (std::any_of(below.begin(), below.end(), meets)) break;
                beside.insert(beside.end(), below.begin(), below.end());
            }
            if (next == header.size()) continue;
            Rule rule = under(titles[t], beside, below, off_middle * header[i].size);
            rule.at = (header[i].baseline + header[next].baseline - 0.5 * header[next].size) / 2;
            if (rule.length() > 0) result.push_back(rule);
        }
    }
    return result;
}

PartRules over_corridors(PartRules rules, const std::vector<Corridor>& corridors) {
    std::erase_if(rules, [&](const Rule& rule) {
        return std::none_of(corridors.begin(), corridors.end(), [&](const Corridor& corridor) {
            return rule.from < corridor.middle() && corridor.middle() < rule.to;
        });
    });
    return rules;
}

std::vector<WordLine> without_groups(const pages::SeenPage& page, const std::vector<WordLine>& lines,
                                     const PartRules& parts, double header_end) {
    std::vector<WordLine> result = lines;
    for (WordLine& line : result)
        for (const Rule& part : parts)
            if (part.at < header_end && middle_y(line.box) < part.at)
                std::erase_if(line.words, [&](std::uint32_t word) {
                    const double x = middle_x(page.words[word].box);
                    return part.from < x && x < part.to;
                });
    return result;
}

PageTable grouped_table(const pages::SeenPage& page, const std::vector<WordLine>& lines,
                        const std::vector<Corridor>& corridors, const pages::Box& box, const std::vector<double>& edges,
                        const PartRules& parts) {
    Fields fields(page, corridors, box, edges, parts);
    fields.add(lines);
    return fields.table();
}

} // namespace vanthu::gather
