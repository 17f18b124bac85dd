#include "interpret/scanner.h"

#include "text/syllable.h"
#include "text/unicode.h"

namespace vanthu::interpret {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return c >= 'a' && c <= 'z'; }
bool is_year(const std::optional<Scanner::Number>& number) {
    return number && number->digits == 4 && number->value >= first_year && number->value <= last_year;
}
bool is_part(const std::optional<Scanner::Number>& number, int most) {
    return number && number->digits <= 2 && number->value >= 1 && number->value <= most;
}

std::optional<text::Letter> first_letter(std::string_view text) {
    char32_t first = 0;
    text::for_each_character(text.substr(0, 4), [&](char32_t c) { first = first == 0 ? c : first; });
    return text::letter(first);
}

constexpr int most_days = 31;
constexpr int months = 12;

/// Behind the day: "/3/2020" or, where it was called a day, "/12".
std::optional<ScannedDate> short_date(Scanner& scanner, ScannedDate date, bool called) {
    const std::size_t start = scanner.at();
    for (const std::string_view separator : {"/", "-", "."}) {
        scanner.go(start);
        if (!scanner.sign(separator)) continue;
        const auto month = scanner.number();
        if (!is_part(month, months)) continue;
        date.month = month->value;
        const std::size_t behind_month = scanner.at();
        if (scanner.sign(separator))
            if (const auto year = scanner.number(); is_year(year)) {
                date.year = year->value;
                return date;
            }
        scanner.go(behind_month);
        if (called && separator == "/") return date;
    }
    return std::nullopt;
}

/// Behind the day: "tháng 3 năm 2020".
std::optional<ScannedDate> long_date(Scanner& scanner, ScannedDate date, const DateWords& words) {
    scanner.space();
    if (!scanner.words(words.month)) return std::nullopt;
    scanner.space();
    const auto month = scanner.number();
    if (!is_part(month, months)) return std::nullopt;
    date.month = month->value;
    const std::size_t behind_month = scanner.at();
    scanner.sign(",");
    scanner.space();
    if (scanner.words(words.year) || scanner.sign("/")) {
        scanner.space();
        if (const auto year = scanner.number(); is_year(year)) {
            date.year = year->value;
            return date;
        }
    }
    scanner.go(behind_month);
    return date;
}

} // namespace

bool Scanner::space() {
    const bool found = !done() && text_.key[at_] == ' ';
    if (found) ++at_;
    return found;
}

bool Scanner::sign(std::string_view any_of) {
    const bool found = !done() && any_of.find(text_.key[at_]) != std::string_view::npos;
    if (found) ++at_;
    return found;
}

std::optional<Scanner::Number> Scanner::number() {
    constexpr std::size_t longest = 6;
    Number number;
    while (at_ + number.digits < text_.key.size() && is_digit(text_.key[at_ + number.digits])) {
        if (number.digits == longest) return std::nullopt;
        number.value = number.value * 10 + (text_.key[at_ + number.digits] - '0');
        ++number.digits;
    }
    if (number.digits == 0) return std::nullopt;
    at_ += number.digits;
    return number;
}

bool Scanner::words(const std::vector<std::string>& list) {
    std::size_t longest = 0;
    for (const std::string& entry : list)
        if (entry.size() > longest && text_.has(entry, at_)) longest = entry.size();
    at_ += longest;
    return longest > 0;
}

void Scanner::skip() {
    const auto in_word = [&](char c) { return is_letter(c) || is_digit(c); };
    if (done()) return;
    const bool word = in_word(text_.key[at_]);
    ++at_;
    while (word && !done() && in_word(text_.key[at_])) ++at_;
}

bool opens_capital(std::string_view text) {
    const auto first = first_letter(text);
    return first && first->capital;
}

bool opens_small(std::string_view text) {
    const auto first = first_letter(text);
    return first && !first->capital;
}

int days_in_month(int year, int month) {
    constexpr int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool leap = year == 0 || (year % 4 == 0 && (year % 100 != 0 || year % 400 == 0));
    return month == 2 && leap ? 29 : days[month - 1];
}

std::optional<model::Date> ScannedDate::date() const {
    if (year == 0 || month < 1 || month > months || day < 1 || day > days_in_month(year, month)) return std::nullopt;
    return model::Date{year, month, day};
}

std::optional<ScannedDate> scan_date(Scanner& scanner, const DateWords& words) {
    const std::size_t start = scanner.at();
    const bool called = scanner.words(words.day);
    if (called) scanner.space();
    if (const auto day = scanner.number(); is_part(day, most_days)) {
        const std::size_t behind_day = scanner.at();
        if (const auto date = short_date(scanner, {day->value}, called)) return date;
        scanner.go(behind_day);
        if (const auto date = long_date(scanner, {day->value}, words); date && (called || date->year != 0)) return date;
    }
    scanner.go(start);
    return std::nullopt;
}

} // namespace vanthu::interpret
