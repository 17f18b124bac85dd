#include "gather/furniture.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <string>

namespace vanthu::gather {
namespace {

constexpr std::size_t long_document = 8; ///< pages, of which two may hold the same line by chance
constexpr std::size_t zone_lines = 4;    ///< from the top and from the bottom, where furniture may stand

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// The number of a line that holds nothing else but dashes: "3", "- 3 -".
std::optional<int> page_number(const std::string& text) {
    std::string digits;
    std::size_t others = 0;
    constexpr std::string_view beside = " -.|^~_*";
    for (const char c : text) {
        if (is_digit(c))
            digits += c;
        else if (beside.find(c) == std::string_view::npos)
            ++others;
    }
    if (others > 0 || digits.empty() || digits.size() > 4) return std::nullopt;
    return std::stoi(digits);
}

/// What two running heads share: numbers as one sign, numbers of pages left out; but "CC-01" is not "CC-02".
std::string pattern(const std::string& text) {
    std::string result, token, shape;
    const auto end_token = [&] {
        const bool code = shape.find_first_not_of("#.,/|+-():") != std::string::npos;
        if (!shape.empty() && shape != "#") result += (code ? token : shape) + ' ';
        token.clear();
        shape.clear();
    };
    for (const char c : text) {
        if (c == ' ') {
            end_token();
            continue;
        }
        token += c;
        if (!is_digit(c))
            shape += c;
        else if (shape.empty() || shape.back() != '#')
            shape += '#';
    }
    end_token();
    return result;
}

enum class Zone : std::uint8_t { none, top, bottom };

struct Candidate {
    std::size_t page, line;
    bool top;
    double y;
};

class Taker {
  public:
    Taker(const pages::Sight& sight, PageLines& lines) : sight_(sight), lines_(lines), found_(lines.size()) {
        for (const std::vector<TextLine>& page : lines) taken_.emplace_back(page.size(), false);
    }

    std::vector<Furniture> run() {
        body_size_ = find_habits(lines_, std::vector<Frame>(lines_.size())).size;
        take_banners();
        take_repeated();
        take_numbers();
        for (std::size_t p = 0; p < lines_.size(); ++p) {
            std::vector<TextLine> rest;
            for (std::size_t i = 0; i < lines_[p].size(); ++i)
                (taken_[p][i] ? found_[p].lines : rest).push_back(std::move(lines_[p][i]));
            lines_[p] = std::move(rest);
        }
        return std::move(found_);
    }

  private:
    std::string text(std::size_t page, std::size_t line) const {
        return text_of(sight_.pages[page], lines_[page][line]);
    }

    template <class Visit> void for_each_zone_line(Visit visit) const {
        for (std::size_t p = 0; p < lines_.size(); ++p) {
            std::vector<std::size_t> open;
            for (std::size_t i = 0; i < lines_[p].size(); ++i)
                if (!taken_[p][i]) open.push_back(i);
            const double height = sight_.pages[p].height;
            for (std::size_t i = 0; i < open.size(); ++i) {
                const double y = lines_[p][open[i]].baseline;
                if (i < zone_lines && y < 0.25 * height)
                    visit(Candidate{p, open[i], true, y});
                else if (i + zone_lines >= open.size() && y > 0.8 * height)
                    visit(Candidate{p, open[i], false, y});
            }
        }
    }

    /// Small print above the first line of the text: who signed, and when.
    void take_banners() {
        for (std::size_t p = 0; p < lines_.size(); ++p) {
            std::size_t small = 0;
            while (small < lines_[p].size() && lines_[p][small].size <= std::min(10.6, 0.82 * body_size_)) ++small;
            if (small == lines_[p].size()) continue;
            for (std::size_t i = 0; i < small; ++i)
                if (lines_[p][i].baseline < 0.2 * sight_.pages[p].height) taken_[p][i] = true;
        }
    }

    /// The same text at the same height on sheets that follow each other.
    void take_repeated() {
        std::map<std::pair<std::string, bool>, std::vector<Candidate>> groups;
        for_each_zone_line([&](const Candidate& candidate) {
            const std::string key = pattern(text(candidate.page, candidate.line));
            if (key.size() >= 4) groups[{key, candidate.top}].push_back(candidate);
        });
        std::vector<std::vector<Zone>> repeated;
        for (const std::vector<TextLine>& page : lines_) repeated.emplace_back(page.size(), Zone::none);
        for (const auto& [key, candidates] : groups)
            for (const Candidate& a : candidates) {
                std::size_t alike = 0;
                for (const Candidate& b : candidates) alike += repeats(a, b) ? 1 : 0;
                const TextLine& line = lines_[a.page][a.line];
                // Titles of attached texts stand at the same place too.
                const bool heading = line.bold || line.upper || line.size > body_size_ + 1;
                // At least on every other page around.
                const std::size_t around = std::min<std::size_t>(lines_.size() - 1, 6);
                const std::size_t few = heading ? 3 : lines_.size() > long_document ? 2 : 1;
                const std::size_t least = std::max<std::size_t>(few, (around + 1) / 2);
                if (alike >= least && !beside(a) && !bracketed(a))
                    repeated[a.page][a.line] = a.top ? Zone::top : Zone::bottom;
            }
        for (std::size_t p = 0; p < lines_.size(); ++p) take_outermost(p, repeated[p]);
        take_single_heads();
    }

    /// Furniture stands outside the text: nothing else is above a head or below a foot, but page numbers; its lines
    /// stand close together, and a rule ends a head.
    void take_outermost(std::size_t page, const std::vector<Zone>& repeated) {
        const std::size_t count = repeated.size();
        for (const bool top : {true, false}) {
            const TextLine* before = nullptr;
            for (std::size_t i = 0; i < count; ++i) {
                const std::size_t at = top ? i : count - 1 - i;
                const TextLine& line = lines_[page][at];
                const bool apart = before && std::abs(line.baseline - before->baseline) > 2 * line.size;
                if (repeated[at] != (top ? Zone::top : Zone::bottom) || apart) {
                    if (taken_[page][at] || page_number(text(page, at))) continue;
                    break;
                }
                taken_[page][at] = true;
                before = &line;
                if (top && rule_below(page, line)) break;
            }
        }
    }

    bool repeats(const Candidate& a, const Candidate& b) const {
        const std::size_t apart = a.page > b.page ? a.page - b.page : b.page - a.page;
        const double height = sight_.pages[a.page].height;
        // The first page's head may give way to a banner.
        const double shift = std::max(a.y, b.y) < 0.12 * height && std::min(a.page, b.page) == 0 ? 25 : 3;
        return apart > 0 && apart <= 4 && std::abs(a.y - b.y) < shift;
    }

    /// The names of a letterhead, which every attached text repeats.
    bool beside(const Candidate& at) const {
        const TextLine& line = lines_[at.page][at.line];
        return line.upper && line.words.size() > 5 && at.top;
    }

    /// A reference line in brackets below the label of every form.
    bool bracketed(const Candidate& at) const {
        const std::string line = text(at.page, at.line);
        return at.line > 0 && line.starts_with('(') && line.ends_with(')');
    }

    bool rule_below(std::size_t page, const TextLine& line) const {
        return std::any_of(sight_.pages[page].lines.begin(), sight_.pages[page].lines.end(), [&](const pages::Line& l) {
            const double below = l.y1 - line.baseline;
            return std::abs(l.y1 - l.y2) < 1 && below > 0 && below < line.size && l.x2 - l.x1 > 0.9 * line.width();
        });
    }

    /// A head with a page number over a rule, although no other page repeats it.
    void take_single_heads() {
        for (std::size_t p = 0; p < lines_.size(); ++p) {
            for (std::size_t i = 0; i < std::min<std::size_t>(2, lines_[p].size()); ++i) {
                if (taken_[p][i]) continue;
                const TextLine& line = lines_[p][i];
                if (line.words.size() < 2 || line.baseline > 0.15 * sight_.pages[p].height || line.bold) break;
                const std::vector<pages::Word>& words = sight_.pages[p].words;
                const auto is_number = [&](std::uint32_t word) {
                    const std::string& token = words[word].text;
                    return token.size() <= 4 && std::all_of(token.begin(), token.end(), is_digit);
                };
                const bool numbered = is_number(line.words.front()) || is_number(line.words.back());
                if (numbered && rule_below(p, line)) taken_[p][i] = true;
                break;
            }
        }
    }

    struct Number {
        std::size_t page, line;
        int value;
        bool top;
    };

    void take_numbers() {
        std::vector<Number> numbers;
        for (std::size_t p = 0; p < lines_.size(); ++p) {
            if (const auto line = outermost(p, true)) add_number(p, *line, true, numbers);
            if (const auto line = outermost(p, false)) add_number(p, *line, false, numbers);
        }
        for (const Number& number : numbers) {
            if (found_[number.page].number || !plausible(number, numbers)) continue;
            found_[number.page].number = number.value;
            taken_[number.page][number.line] = true;
        }
        number_heads();
    }

    std::optional<std::size_t> outermost(std::size_t page, bool top) const {
        const std::size_t count = lines_[page].size();
        for (std::size_t i = 0; i < count; ++i) {
            const std::size_t line = top ? i : count - 1 - i;
            if (!taken_[page][line]) return line;
        }
        return std::nullopt;
    }

    void add_number(std::size_t page, std::size_t line, bool top, std::vector<Number>& numbers) const {
        const double y = lines_[page][line].baseline / sight_.pages[page].height;
        if (top ? y > 0.14 : y < 0.86) return;
        if (const auto value = page_number(text(page, line))) numbers.push_back({page, line, *value, top});
    }

    static bool plausible(const Number& number, const std::vector<Number>& all) {
        if (number.value >= 1 && static_cast<std::size_t>(number.value) <= number.page + 1) return true;
        return std::any_of(all.begin(), all.end(), [&](const Number& other) {
            return other.top == number.top && other.page != number.page &&
                   other.value - number.value == static_cast<int>(other.page) - static_cast<int>(number.page);
        });
    }

    /// A running head may hold the number of its page.
    void number_heads() {
        for (std::size_t p = 0; p < lines_.size(); ++p)
            for (std::size_t i = 0; i < lines_[p].size() && !found_[p].number; ++i) {
                if (!taken_[p][i] || lines_[p][i].size < 0.82 * body_size_) continue;
                const std::vector<pages::Word>& words = sight_.pages[p].words;
                for (const std::uint32_t at : {lines_[p][i].words.front(), lines_[p][i].words.back()})
                    if (const auto value = page_number(words[at].text)) found_[p].number = value;
            }
    }

    const pages::Sight& sight_;
    PageLines& lines_;
    std::vector<Furniture> found_;
    std::vector<std::vector<bool>> taken_;
    double body_size_ = 14;
};

} // namespace

std::vector<Furniture> take_furniture(const pages::Sight& sight, PageLines& lines) { return Taker(sight, lines).run(); }

} // namespace vanthu::gather
