#include "interpret/scanner.h"
#include "interpret/values.h"

#include <fmt/format.h>

#include <algorithm>

namespace vanthu::interpret {
namespace {

constexpr int months = 12;
constexpr int months_of_quarter = 3;

enum class Bound : std::uint8_t { whole, from, until, before };

/// A year, months of it, or a day; year 0: of each year, or of that which a later period names.
struct Period {
    int year = 0;
    int first = 0, last = 0; ///< months; 0: the year
    int day = 0;
    Bound bound = Bound::whole;

    bool is_said() const { return year != 0 || first != 0; }
};

bool is_year(const std::optional<Scanner::Number>& number) {
    return number && number->digits == 4 && number->value >= first_year && number->value <= last_year;
}

class TimeScanner {
  public:
    TimeScanner(const text::Spelled& text, const forms::ReadWords& words) : scanner_(text), words_(words) {}

    std::vector<Period> periods() {
        std::vector<Period> result;
        Bound bound = Bound::whole;
        while (!scanner_.done()) {
            if (const auto named = bound_here()) {
                bound = *named;
            } else if (auto period = next()) {
                period->bound = bound;
                bound = Bound::whole;
                result.push_back(*period);
            } else {
                skip();
            }
        }
        for (std::size_t i = result.size(); i-- > 1;)
            if (result[i - 1].year == 0) result[i - 1].year = result[i].year;
        return result;
    }

  private:
    bool says(std::string_view list) { return scanner_.words(words_.spelled(list)); }

    /// All of a number that is no time: "12/2021/ABC", "31/02/2022".
    void skip() {
        if (!scanner_.number()) return scanner_.skip();
        while (scanner_.sign("/-.") || scanner_.number()) {
        }
    }

    std::optional<Bound> bound_here() {
        if (says("time-before")) return Bound::before;
        if (says("time-until")) return Bound::until;
        if (says("time-after")) return Bound::from;
        return std::nullopt;
    }

    std::optional<Period> next() {
        const std::size_t start = scanner_.at();
        if (const auto date = scan_date(scanner_, date_words())) {
            if (date->day <= days_in_month(date->year, date->month))
                return Period{date->year, date->month, date->month, date->day};
            scanner_.go(start);
            return std::nullopt;
        }
        for (const auto read : {&TimeScanner::quarters, &TimeScanner::half, &TimeScanner::month,
                                &TimeScanner::short_month, &TimeScanner::year}) {
            const Period period = (this->*read)();
            if (period.is_said()) return period;
            scanner_.go(start);
        }
        return std::nullopt;
    }

    DateWords date_words() const {
        return {words_.spelled("time-day"), words_.spelled("time-month"), words_.spelled("time-year")};
    }

    /// The year behind a quarter or month: "/2022", " năm 2022", ", 2022".
    int year_behind() {
        const std::size_t start = scanner_.at();
        scanner_.space();
        scanner_.sign("/,-");
        scanner_.space();
        says("time-year");
        scanner_.space();
        if (const auto number = scanner_.number(); is_year(number)) return number->value;
        scanner_.go(start);
        return 0;
    }

    int quarter() {
        static const std::vector<std::string> roman = {"i", "ii", "iii", "iv"};
        for (std::size_t i = 0; i < roman.size(); ++i)
            if (scanner_.words({roman[i]})) return static_cast<int>(i) + 1;
        const std::size_t start = scanner_.at();
        const auto number = scanner_.number();
        if (number && number->digits == 1 && number->value >= 1 && number->value <= 4) return number->value;
        scanner_.go(start);
        return 0;
    }

    int month_number() {
        const std::size_t start = scanner_.at();
        const auto number = scanner_.number();
        if (number && number->digits <= 2 && number->value >= 1 && number->value <= months) return number->value;
        scanner_.go(start);
        return 0;
    }

    /// "I, II", "I-III", "6 và 7" behind their word.
    std::pair<int, int> range(std::string_view name, int (TimeScanner::*one)()) {
        scanner_.space();
        const int first = (this->*one)();
        int last = first;
        while (last != 0) {
            const std::size_t start = scanner_.at();
            scanner_.space();
            const bool joined = scanner_.sign(",-&") || says("word-and");
            scanner_.space();
            says(name);
            scanner_.space();
            const int next = joined ? (this->*one)() : 0;
            if (next <= last) {
                scanner_.go(start);
                break;
            }
            last = next;
        }
        return {first, last};
    }

    Period quarters() {
        if (!says("time-quarter")) return {};
        const auto [first, last] = range("time-quarter", &TimeScanner::quarter);
        if (first == 0) return {};
        return {year_behind(), months_of_quarter * (first - 1) + 1, months_of_quarter * last};
    }

    Period month() {
        if (!says("time-month")) return {};
        const auto [first, last] = range("time-month", &TimeScanner::month_number);
        return first == 0 ? Period{} : Period{year_behind(), first, last};
    }

    /// "6 tháng đầu năm 2021".
    Period half() {
        constexpr int half_year = 6;
        const auto number = scanner_.number();
        scanner_.space();
        if (!number || number->value != half_year || !says("time-month")) return {};
        scanner_.space();
        if (says("time-first-half")) return {year_behind(), 1, half_year};
        return says("time-second-half") ? Period{year_behind(), half_year + 1, months} : Period{};
    }

    /// "6/2021"; no number of a document, which goes on.
    Period short_month() {
        const int number = month_number();
        if (number == 0 || !scanner_.sign("/")) return {};
        const auto in = scanner_.number();
        if (!is_year(in) || scanner_.sign("/-")) return {};
        return {in->value, number, number};
    }

    Period year() {
        const auto number = scanner_.number();
        return is_year(number) && !scanner_.sign("/") ? Period{number->value} : Period{};
    }

    Scanner scanner_;
    const forms::ReadWords& words_;
};

/// "2021-10-01"; "--10-01" of each year.
std::string iso(int year, int month, int day) {
    return year == 0 ? fmt::format("--{:02}-{:02}", month, day) : fmt::format("{:04}-{:02}-{:02}", year, month, day);
}

std::string first_day(const Period& period) {
    if (period.first == 0) return fmt::format("{:04}", period.year);
    return iso(period.year, period.first, period.day != 0 ? period.day : 1);
}

std::string last_day(const Period& period) {
    if (period.first == 0) return fmt::format("{:04}", period.year);
    return iso(period.year, period.last, period.day != 0 ? period.day : days_in_month(period.year, period.last));
}

/// The day of a deadline is the deadline; what must be done before a year or month is done when it begins.
std::string end_before(const Period& period) {
    if (period.day != 0) return last_day(period);
    if (period.first == 0) return fmt::format("{:04}", period.year - 1);
    const bool january = period.first == 1;
    const int year = january && period.year != 0 ? period.year - 1 : period.year;
    const int month = january ? months : period.first - 1;
    return iso(year, month, days_in_month(year, month));
}

/// `endless`: the text says that it goes on.
void set_span(model::TaskTime& time, std::vector<Period> periods, bool endless) {
    if (time.recurrence.empty()) std::erase_if(periods, [](const Period& period) { return period.year == 0; });
    if (periods.empty()) return;
    const Period& first = periods.front();
    const Period& last = periods.back();
    if (first.bound == Bound::whole || first.bound == Bound::from) time.from = first_day(first);
    if (endless || last.bound == Bound::from) return;
    time.to = last.bound == Bound::before ? end_before(last) : last_day(last);
}

bool has_any(const text::Spelled& text, const std::vector<std::string>& list) {
    return std::any_of(list.begin(), list.end(),
                       [&](const std::string& entry) { return text.find(entry) != std::string::npos; });
}

std::string recurrence(const text::Spelled& text, const forms::ReadWords& words) {
    for (const char* name : {"yearly", "half-yearly", "quarterly", "monthly", "permanent"})
        if (has_any(text, words.spelled(fmt::format("time-{}", name)))) return name;
    return "";
}

/// Takes what must come first out of the text.
std::string take_condition(std::string& text, const forms::ReadWords& words) {
    const text::Spelled spelled = text::spell_out(text);
    std::size_t begin = std::string::npos;
    for (const std::string& entry : words.spelled("time-condition")) begin = std::min(begin, spelled.find(entry));
    if (begin == std::string::npos) return "";
    begin = spelled.places[begin];
    const std::size_t end = std::min(text.find_first_of(";\n)", begin), text.size());
    std::string condition = text.substr(begin, end - begin);
    text.replace(begin, end - begin, " ");
    condition.erase(condition.find_last_not_of(" .,") + 1);
    return condition;
}

} // namespace

model::TaskTime parse_time(std::string_view text, const forms::ReadWords& words) {
    model::TaskTime time;
    time.raw = text;
    std::string rest(text);
    time.condition = take_condition(rest, words);
    const text::Spelled spelled = text::spell_out(rest);
    time.recurrence = recurrence(spelled, words);
    set_span(time, TimeScanner(spelled, words).periods(), has_any(spelled, words.spelled("time-onwards")));
    return time;
}

} // namespace vanthu::interpret
