#include "gather/columns.h"

#include <algorithm>
#include <cmath>

namespace vanthu::gather {
namespace {

struct Halves {
    std::optional<TextLine> left, right;
};

/// The line cut where most is left of the white space [from, to] between the columns.
Halves cut(const pages::SeenPage& page, const TextLine& line, double from, double to) {
    std::vector<double> begins(line.words.size() + 1, 1e9); // of the words from here on
    for (std::size_t i = line.words.size(); i-- > 0;)
        begins[i] = std::min(begins[i + 1], page.words[line.words[i]].box.x1);
    std::size_t best = 0;
    double widest = -1e9, reached = -1e9;
    for (std::size_t i = 0; i <= line.words.size(); ++i) {
        double width = std::min(to, begins[i]) - std::max(from, reached);
        // Of several places in the corridor the one between the columns is the widest as a whole.
        if (width >= 1 && i > 0 && i < line.words.size()) width = begins[i] - reached;
        if (width > widest) widest = width, best = i;
        if (i < line.words.size()) reached = std::max(reached, page.words[line.words[i]].box.x2);
    }
    const auto middle = line.words.begin() + static_cast<std::ptrdiff_t>(best);
    Halves halves;
    if (best > 0) halves.left = line_of(page, line.page, {line.words.begin(), middle});
    if (best < line.words.size()) halves.right = line_of(page, line.page, {middle, line.words.end()});
    return halves;
}

/// The middle of the widest space between two words, where it is clearly wider than those between words.
std::optional<double> widest_gap(const pages::SeenPage& page, const TextLine& line) {
    double best = 0, second = 0, x = 0;
    double reached = page.words[line.words.front()].box.x2;
    for (const std::uint32_t index : line.words) {
        const pages::Box& box = page.words[index].box;
        const double gap = box.x1 - reached;
        if (gap > best) {
            second = best;
            best = gap;
            x = (box.x1 + reached) / 2;
        } else {
            second = std::max(second, gap);
        }
        reached = std::max(reached, box.x2);
    }
    if (best < 0.45 * line.size || best < 1.3 * second) return std::nullopt;
    return x;
}

class Finder {
  public:
    Finder(const pages::SeenPage& page, const std::vector<TextLine>& lines, const Frame& frame)
        : page_(page), lines_(lines), frame_(frame) {}

    std::optional<SideBySide> at(std::size_t first) {
        const TextLine& line = lines_[first];
        result_.first = first;
        if (const auto gap = widest_gap(page_, line)) {
            const Halves halves = cut(page_, line, *gap - 1, *gap + 1);
            if (starts_letterhead(halves) || starts_signature(halves)) return follow(first, halves);
        }
        if (signer_alone(first)) {
            result_.kind = flow::TableKind::signature;
            Halves halves;
            halves.right = line;
            return follow(first, halves);
        }
        if (const auto begin = recipients_first(first)) return follow(first, *begin);
        if (const auto begin = signer_far_below(first)) return follow(first, *begin);
        return std::nullopt;
    }

  private:
    double middle() const { return frame_.middle(); }

    bool sides(const Halves& halves) const {
        return halves.left && halves.right && halves.left->centre() < middle() - 20 &&
               halves.right->centre() > middle() + 20 && halves.left->box.x2 < frame_.left + 0.56 * frame_.width();
    }

    /// Names in capitals on both sides.
    bool starts_letterhead(const Halves& halves) {
        result_.kind = flow::TableKind::letterhead;
        return sides(halves) && halves.left->upper && halves.right->upper && halves.right->words.size() >= 3;
    }

    /// Recipients from the margin, the office of the signer in capitals.
    bool starts_signature(const Halves& halves) {
        result_.kind = flow::TableKind::signature;
        return sides(halves) && halves.right->upper && halves.right->bold && !halves.left->upper &&
               std::abs(halves.left->box.x1 - frame_.left) < 12 && halves.left->width() < 0.5 * frame_.width();
    }

    bool on_the_right(const TextLine& line) const {
        return line.box.x1 > frame_.left + 0.3 * frame_.width() && line.centre() > middle() + 0.1 * frame_.width();
    }

    /// Nothing on the left: an office in capitals and below it lines around the same axis.
    bool signer_alone(std::size_t first) const {
        const TextLine& line = lines_[first];
        if (!line.upper || !line.bold || !on_the_right(line) || first + 1 >= lines_.size()) return false;
        if (line.centre() > frame_.right - line.width() / 2 + 25) return false;
        for (std::size_t i = first + 1; i < lines_.size() && i < first + 4; ++i) {
            const Halves halves = cut(page_, lines_[i], frame_.left, line.box.x1 - 30);
            if (halves.right && halves.right->bold && std::abs(halves.right->centre() - line.centre()) < 12)
                return true;
        }
        return false;
    }

    /// "Nơi nhận:" stands a little higher than the office beside it.
    std::optional<Halves> recipients_first(std::size_t first) {
        if (first + 1 >= lines_.size()) return std::nullopt;
        const TextLine& line = lines_[first];
        const TextLine& next = lines_[first + 1];
        const bool short_left = std::abs(line.box.x1 - frame_.left) < 12 && line.width() < 0.4 * frame_.width();
        const bool beside = next.baseline - line.baseline < 0.75 * std::max(line.size, next.size);
        if (!short_left || !beside || !on_the_right(next) || !next.bold || !next.upper) {
            // or a little lower
            const bool lower = std::abs(next.box.x1 - frame_.left) < 12 && next.width() < 0.4 * frame_.width();
            if (!(lower && beside && on_the_right(line) && line.bold && line.upper)) return std::nullopt;
            result_.kind = flow::TableKind::signature;
            Halves halves;
            halves.right = line;
            return halves;
        }
        result_.kind = flow::TableKind::signature;
        Halves halves;
        halves.left = line;
        return halves;
    }

    bool is_list_line(const TextLine& line) const {
        return line.box.x1 > frame_.left - 12 && line.box.x1 < frame_.left + 20 && line.width() < 0.7 * frame_.width();
    }

    /// Recipients beside which nothing but the signer's name was recognised: the seal covers the office.
    std::optional<Halves> signer_far_below(std::size_t first) {
        constexpr std::size_t most_lines = 40, longest_name = 6;
        const auto is_recognised = [&](std::uint32_t word) { return page_.words[word].trust < 1; };
        if (!is_list_line(lines_[first]) || std::ranges::none_of(lines_[first].words, is_recognised))
            return std::nullopt;
        for (std::size_t i = first + 1; i < lines_.size() && i < first + most_lines; ++i) {
            const auto gap = widest_gap(page_, lines_[i]);
            const Halves halves = gap ? cut(page_, lines_[i], *gap - 1, *gap + 1) : Halves();
            const bool is_parted =
                halves.left && halves.right && halves.right->box.x1 - halves.left->box.x2 > 0.15 * frame_.width();
            if (!is_list_line(is_parted ? *halves.left : lines_[i])) return std::nullopt;
            if (!is_parted) continue;
            if (!on_the_right(*halves.right) || halves.right->words.size() > longest_name) return std::nullopt;
            result_.kind = flow::TableKind::signature;
            right_axis_ = halves.right->centre();
            Halves begin;
            begin.left = lines_[first];
            return begin;
        }
        return std::nullopt;
    }

    /// Whether the half goes on with its column: nearer to its axis than to the middle of the page.
    bool fits(const std::optional<TextLine>& half, const std::optional<double>& axis) const {
        if (!half) return true;
        const double off = std::abs(half->centre() - middle());
        if (result_.kind == flow::TableKind::letterhead) return axis && std::abs(half->centre() - *axis) < off;
        return true;
    }

    bool signature_goes_on(const Halves& halves) const {
        if (halves.right && std::abs(halves.right->centre() - *right_axis_) > 0.2 * frame_.width()) return false;
        return !halves.left || halves.left->box.x2 < *right_axis_ + 0.1 * frame_.width();
    }

    /// Lines on the right are centred: they reach over their axis, as far to its left as to its right.
    Halves halves_of(const TextLine& line, double from, double to) const {
        if (!right_axis_) return cut(page_, line, from, to);
        Halves halves;
        if (line.box.x1 >= *right_axis_ || line.box.x2 <= *right_axis_) {
            (line.box.x2 <= *right_axis_ ? halves.left : halves.right) = line;
            return halves;
        }
        std::size_t best = 0;
        double least = 1e9, reached = -1e9;
        for (std::size_t i = 0; i < line.words.size(); ++i) {
            const pages::Box& box = page_.words[line.words[i]].box;
            const double gap = i > 0 ? box.x1 - reached : 0; // blanks to fill in push a line off its axis
            const double off = std::abs((box.x1 + line.box.x2) / 2 - *right_axis_) - 0.5 * gap;
            if (off < least && std::min(to, box.x1) - std::max(from, reached) > -1) least = off, best = i;
            reached = std::max(reached, box.x2);
        }
        if (least > 1e8) return cut(page_, line, from, to);
        const auto middle = line.words.begin() + static_cast<std::ptrdiff_t>(best);
        if (best > 0) halves.left = line_of(page_, line.page, {line.words.begin(), middle});
        halves.right = line_of(page_, line.page, {middle, line.words.end()});
        return halves;
    }

    std::optional<SideBySide> follow(std::size_t first, const Halves& begin) {
        std::size_t i = first;
        double from = frame_.left - 1, to = frame_.right + 1;
        for (; i < lines_.size(); ++i) {
            Halves halves = i == first ? begin : halves_of(lines_[i], from, to);
            const bool both = halves.left && halves.right;
            if (i > first && result_.kind == flow::TableKind::letterhead &&
                lines_[i].baseline - lines_[i - 1].baseline > (both ? 80 : 48))
                break;
            const double new_from = halves.left ? std::max(from, halves.left->box.x2) : from;
            const double new_to = halves.right ? std::min(to, halves.right->box.x1) : to;
            if (new_to - new_from < 1 && !overhangs(halves, new_to - new_from)) break;
            if (i > first && (!belongs(halves) || !parted(lines_[i], halves))) break;
            if (halves.left && !left_axis_) left_axis_ = halves.left->centre();
            if (halves.right && !right_axis_) right_axis_ = halves.right->centre();
            if (new_to - new_from >= 1) {
                from = new_from;
                to = new_to;
            }
            take(halves);
        }
        return finish(i, (from + to) / 2);
    }

    /// A line of text that fills the page has no wider space between the columns than elsewhere.
    bool parted(const TextLine& line, const Halves& halves) const {
        if (!halves.left || !halves.right) return true;
        std::vector<double> gaps;
        for (std::size_t i = 1; i < line.words.size(); ++i)
            gaps.push_back(page_.words[line.words[i]].box.x1 - page_.words[line.words[i - 1]].box.x2);
        std::nth_element(gaps.begin(), gaps.begin() + static_cast<std::ptrdiff_t>(gaps.size() / 2), gaps.end());
        const double usual = gaps[gaps.size() / 2];
        const double gap = halves.right->box.x1 - halves.left->box.x2;
        return line.words.size() < 4 || gap > 2 * line.size || gap > 1.25 * usual;
    }

    /// The names above may be a little wider than their columns.
    bool overhangs(const Halves& halves, double corridor) const {
        return result_.kind == flow::TableKind::letterhead && halves.left && halves.right && corridor > -40 &&
               halves.right->box.x1 - halves.left->box.x2 > halves.left->size;
    }

    bool belongs(const Halves& halves) const {
        if (result_.kind == flow::TableKind::letterhead)
            return fits(halves.left, left_axis_) && fits(halves.right, right_axis_);
        return !right_axis_ || signature_goes_on(halves);
    }

    void take(const Halves& halves) {
        if (halves.left) left_.insert(left_.end(), halves.left->words.begin(), halves.left->words.end());
        if (halves.right) right_.insert(right_.end(), halves.right->words.begin(), halves.right->words.end());
    }

    std::optional<SideBySide> finish(std::size_t last, double corridor) {
        if (right_.empty() || last == result_.first) return std::nullopt;
        result_.last = last;
        result_.corridor = corridor;
        const std::uint32_t page_index = lines_[result_.first].page;
        if (!left_.empty()) result_.left = lines_of(page_, page_index, left_);
        result_.right = lines_of(page_, page_index, right_);
        // The name of the state and its motto.
        if (result_.kind == flow::TableKind::letterhead && result_.right.size() < 2) return std::nullopt;
        return std::move(result_);
    }

    const pages::SeenPage& page_;
    const std::vector<TextLine>& lines_;
    const Frame& frame_;
    SideBySide result_;
    std::optional<double> left_axis_, right_axis_;
    std::vector<std::uint32_t> left_, right_;
};

} // namespace

std::optional<SideBySide> columns_at(const pages::SeenPage& page, const std::vector<TextLine>& lines, std::size_t at,
                                     const Frame& frame) {
    return Finder(page, lines, frame).at(at);
}

} // namespace vanthu::gather
