#include "mend/steps.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <iterator>
#include <optional>
#include <string_view>
#include <vector>

namespace vanthu::mend {
namespace {

constexpr double narrow = 0.12;       ///< share of the page's width: no wider is a column of ordinals
constexpr double meets = 4;           ///< points between the end of a rule and the rule it meets
constexpr std::size_t least = 3;      ///< ordinals in a column
constexpr std::size_t most_bytes = 4; ///< of an ordinal
constexpr double most_misread = 0.4;  ///< share

enum class Numerals : std::uint8_t { arabic, roman };

struct Ordinal {
    Numerals numerals = Numerals::arabic;
    unsigned value = 0;
};

std::string roman(unsigned value) {
    constexpr std::array<std::pair<unsigned, std::string_view>, 9> signs{
        {{100, "C"}, {90, "XC"}, {50, "L"}, {40, "XL"}, {10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}}};
    std::string result;
    for (const auto& [worth, sign] : signs)
        for (; value >= worth; value -= worth) result += sign;
    return result;
}

std::string written(const Ordinal& ordinal) {
    return ordinal.numerals == Numerals::roman ? roman(ordinal.value) : std::to_string(ordinal.value);
}

std::string_view without_stop(std::string_view text) {
    while (!text.empty() && (text.back() == '.' || text.back() == ')')) text.remove_suffix(1);
    return text;
}

std::optional<Ordinal> ordinal_of(std::string_view text) {
    text = without_stop(text);
    if (text.empty()) return std::nullopt;
    if (std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; }) && text.size() <= 3)
        return Ordinal{Numerals::arabic, static_cast<unsigned>(std::stoul(std::string(text)))};
    for (unsigned value = 1; value <= 50; ++value)
        if (roman(value) == text) return Ordinal{Numerals::roman, value};
    return std::nullopt;
}

struct Entry {
    std::size_t page = 0;
    pages::Word* word = nullptr;
    std::optional<Ordinal> read;
};

/// The room between the first two standing rules of each ruled table.
struct Column {
    double x1 = 0, x2 = 0, y1 = 0, y2 = 0;
};

std::vector<Column> first_columns(const pages::SeenPage& page) {
    std::vector<const pages::Line*> standing;
    for (const pages::Line& line : page.lines)
        if (std::abs(line.x1 - line.x2) < std::abs(line.y1 - line.y2)) standing.push_back(&line);
    std::sort(standing.begin(), standing.end(),
              [](const pages::Line* a, const pages::Line* b) { return a->x1 < b->x1; });
    std::vector<Column> columns;
    for (const pages::Line* left : standing) {
        const auto overlaps = [&](double y1, double y2) { return y1 < left->y2 - meets && y2 > left->y1 + meets; };
        if (std::any_of(columns.begin(), columns.end(), [&](const Column& c) { return overlaps(c.y1, c.y2); }))
            continue;
        const auto right = std::find_if(standing.begin(), standing.end(), [&](const pages::Line* other) {
            return other->x1 > left->x1 + meets && overlaps(other->y1, other->y2);
        });
        if (right != standing.end()) columns.push_back({left->x1, (*right)->x1, left->y1, left->y2});
    }
    std::erase_if(columns, [&](const Column& column) { return column.x2 - column.x1 > narrow * page.width; });
    std::sort(columns.begin(), columns.end(), [](const Column& a, const Column& b) { return a.y1 < b.y1; });
    return columns;
}

/// Single short words in the first column, from the top; empty where the column holds something else.
std::vector<Entry> entries_of(pages::SeenPage& page, std::size_t index) {
    std::vector<Entry> entries;
    for (const Column& column : first_columns(page))
        for (pages::Word& word : page.words) {
            const double x = (word.box.x1 + word.box.x2) / 2, y = (word.box.y1 + word.box.y2) / 2;
            if (column.x1 < x && x < column.x2 && column.y1 < y && y < column.y2 && word.text.size() <= most_bytes)
                entries.push_back({index, &word, ordinal_of(word.text)});
        }
    std::stable_sort(entries.begin(), entries.end(),
                     [](const Entry& a, const Entry& b) { return a.word->baseline < b.word->baseline; });
    return entries;
}

/// Letters that upright strokes of Roman numerals are taken for.
bool looks_roman(std::string_view text) {
    text = without_stop(text);
    return !text.empty() && text.find_first_not_of("HITLlVvXxY1|!") == std::string_view::npos;
}

/// "HI" is III where two strokes were taken for an H.
std::optional<unsigned> strokes(std::string_view text) {
    std::string numeral;
    for (const char c : without_stop(text))
        numeral += c == 'H' ? "II" : c == 'l' || c == '1' || c == '|' ? "I" : std::string(1, c);
    const std::optional<Ordinal> read = ordinal_of(numeral);
    return read && read->numerals == Numerals::roman ? std::optional(read->value) : std::nullopt;
}

class Sequence {
  public:
    explicit Sequence(std::vector<Entry> entries)
        : entries_(std::move(entries)), has_sections_(std::any_of(entries_.begin(), entries_.end(), [](const Entry& e) {
              return e.read ? e.read->numerals == Numerals::roman && e.read->value > 1 : looks_roman(e.word->text);
          })) {}

    Diagnostics mend() {
        Diagnostics findings;
        if (!is_sequence()) return findings;
        for (std::size_t i = 0; i < entries_.size(); ++i) {
            const std::optional<Ordinal> expected = expected_at(i);
            if (expected && is_doubtful(i, *expected)) {
                findings.push_back(mended(*entries_[i].word, written(*expected), entries_[i].page));
                entries_[i].read = expected;
            }
            remember(entries_[i]);
        }
        return findings;
    }

  private:
    std::vector<Entry> entries_;
    bool has_sections_;               ///< Roman numerals beside the first
    unsigned arabic_ = 0, roman_ = 0; ///< the last ones seen

    bool is_sequence() const {
        const auto known = static_cast<std::size_t>(
            std::count_if(entries_.begin(), entries_.end(), [](const Entry& entry) { return entry.read.has_value(); }));
        return known >= least &&
               static_cast<double>(entries_.size() - known) <= most_misread * static_cast<double>(entries_.size());
    }

    void remember(const Entry& entry) {
        if (!entry.read) return;
        if (entry.read->numerals == Numerals::roman) {
            roman_ = entry.read->value;
            arabic_ = 0;
        } else {
            arabic_ = entry.read->value;
        }
    }

    bool is_arabic(std::size_t i, unsigned value) const {
        return i < entries_.size() && entries_[i].read && entries_[i].read->numerals == Numerals::arabic &&
               entries_[i].read->value == value;
    }

    /// What the neighbours leave: the ordinal between two that are known, or a section's before its first row.
    std::optional<Ordinal> expected_at(std::size_t i) const {
        const Ordinal next{Numerals::arabic, arabic_ + 1};
        // A file may begin in the middle of a table.
        const unsigned first = roman_ == 0 ? strokes(entries_[i].word->text).value_or(1) : roman_ + 1;
        const Ordinal section{Numerals::roman, first};
        const bool goes_on = is_arabic(i + 1, arabic_ + 2);
        const bool restarts = is_arabic(i + 1, 1) || (i + 1 < entries_.size() &&
                                                      looks_roman(entries_[i + 1].word->text) && is_arabic(i + 2, 2));
        if (restarts && looks_roman(entries_[i].word->text)) return section;
        if (goes_on) return next;
        const bool ends =
            i + 1 == entries_.size() || (entries_[i + 1].read && entries_[i + 1].read->numerals == Numerals::roman);
        return ends && arabic_ > 0 && !looks_roman(entries_[i].word->text) ? std::optional(next) : std::nullopt;
    }

    bool is_doubtful(std::size_t i, const Ordinal& expected) const {
        const Entry& entry = entries_[i];
        if (entry.word->trust >= 1 || without_stop(entry.word->text) == written(expected)) return false;
        if (!entry.read) return true;
        // A number that was made out is left alone; one stroke may be either numeral.
        return entry.read->numerals != expected.numerals && entry.read->value == 1 && expected.value == 1 &&
               has_sections_;
    }
};

} // namespace

Diagnostics mend_ordinals(pages::Sight& sight) {
    std::vector<Entry> entries;
    for (std::size_t page = 0; page < sight.pages.size(); ++page)
        for (Entry& entry : entries_of(sight.pages[page], page)) entries.push_back(entry);
    // The header's own title is no ordinal, on whatever sheet it stands first.
    if (!entries.empty() && !entries.front().read) {
        const std::string title = entries.front().word->text;
        const auto is_title = [&](const Entry& entry) {
            return entry.word->text == title && (&entry == entries.data() || (&entry - 1)->page != entry.page);
        };
        std::vector<Entry> rest;
        std::copy_if(entries.begin(), entries.end(), std::back_inserter(rest), std::not_fn(is_title));
        entries = std::move(rest);
    }
    return Sequence(std::move(entries)).mend();
}

} // namespace vanthu::mend
