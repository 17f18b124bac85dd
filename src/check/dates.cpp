#include "check/dates.h"

#include <fmt/format.h>

#include <chrono>
#include <tuple>

namespace vanthu::check {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Reads a text from left to right; every step either succeeds and moves, or fails.
class Scanner {
  public:
    Scanner(std::string_view text, std::size_t at) : text_(text), at_(at) {}

    std::size_t at() const { return at_; }

    bool word(std::string_view expected) {
        if (!text_.substr(at_).starts_with(expected)) return false;
        at_ += expected.size();
        return true;
    }

    bool blanks() {
        const std::size_t start = at_;
        while (at_ < text_.size() && text_[at_] == ' ') ++at_;
        return at_ > start;
    }

    std::optional<int> number(std::size_t least, std::size_t most) {
        const std::size_t start = at_;
        while (at_ < text_.size() && is_digit(text_[at_])) ++at_;
        if (at_ - start < least || at_ - start > most) return std::nullopt;
        int value = 0;
        for (const char c : text_.substr(start, at_ - start)) value = value * 10 + (c - '0');
        return value;
    }

    std::optional<char> separator() {
        if (at_ == text_.size() || std::string_view("/-.").find(text_[at_]) == std::string_view::npos)
            return std::nullopt;
        return text_[at_++];
    }

  private:
    std::string_view text_;
    std::size_t at_;
};

std::optional<model::Date> existing(int year, int month, int day) {
    const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
                                           std::chrono::day(static_cast<unsigned>(day))};
    if (!date.ok() || year == 0) return std::nullopt;
    return model::Date{year, month, day};
}

std::optional<CitedDate> long_date(std::string_view text, std::size_t begin, const forms::CheckWords& words) {
    Scanner scanner(text, begin);
    if (!scanner.word(words.day) || !scanner.blanks()) return std::nullopt;
    const auto day = scanner.number(1, 2);
    if (!day || !scanner.blanks() || !scanner.word(words.month) || !scanner.blanks()) return std::nullopt;
    const auto month = scanner.number(1, 2);
    if (!month || !scanner.blanks() || !scanner.word(words.year) || !scanner.blanks()) return std::nullopt;
    const auto year = scanner.number(4, 4);
    if (!year) return std::nullopt;
    return CitedDate{text.substr(begin, scanner.at() - begin), existing(*year, *month, *day), begin};
}

std::optional<CitedDate> digits_date(std::string_view text, std::size_t begin) {
    Scanner scanner(text, begin);
    const auto day = scanner.number(1, 2);
    const auto first = scanner.separator();
    const auto month = scanner.number(1, 2);
    const auto second = scanner.separator();
    const auto year = scanner.number(4, 4);
    if (!day || !first || !month || second != first || !year) return std::nullopt;
    return CitedDate{text.substr(begin, scanner.at() - begin), existing(*year, *month, *day), begin};
}

/// Neither a digit nor the end of a longer number with slashes.
bool starts_number(std::string_view text, std::size_t at) {
    return is_digit(text[at]) && (at == 0 || (!is_digit(text[at - 1]) && text[at - 1] != '/' && text[at - 1] != '.'));
}

std::string_view without_closing_marks(std::string_view word) {
    while (!word.empty() && std::string_view(".,;:)\"").find(word.back()) != std::string_view::npos)
        word.remove_suffix(1);
    return word;
}

} // namespace

std::vector<CitedDate> cited_dates(std::string_view text, const forms::CheckWords& words) {
    std::vector<CitedDate> result;
    for (std::size_t at = 0; at < text.size(); ++at) {
        std::optional<CitedDate> date;
        if (starts_number(text, at))
            date = digits_date(text, at);
        else if (text[at] == words.day.front())
            date = long_date(text, at, words);
        if (!date) continue;
        at += date->text.size() - 1;
        result.push_back(*date);
    }
    return result;
}

std::vector<CitedNumber> cited_numbers(std::string_view text, const forms::CheckWords& words) {
    std::vector<CitedNumber> result;
    for (std::size_t at = text.find(words.number); at != std::string_view::npos; at = text.find(words.number, at + 1)) {
        Scanner scanner(text, at + words.number.size());
        if (!scanner.blanks() || (at > 0 && text[at - 1] != ' ' && text[at - 1] != '(')) continue;
        const std::size_t begin = scanner.at();
        const std::string_view word = without_closing_marks(text.substr(begin, text.find(' ', begin) - begin));
        if (!word.empty() && is_digit(word.front()) && word.find('/') != std::string_view::npos)
            result.push_back({word, begin});
    }
    return result;
}

std::string short_date(const model::Date& date) {
    return date.month < 3 ? fmt::format("{:02}/{:02}/{}", date.day, date.month, date.year)
                          : fmt::format("{:02}/{}/{}", date.day, date.month, date.year);
}

bool is_later(const model::Date& a, const model::Date& b) {
    return std::tie(a.year, a.month, a.day) > std::tie(b.year, b.month, b.day);
}

} // namespace vanthu::check
