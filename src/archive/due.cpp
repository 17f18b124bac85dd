#include "archive/due.h"

#include <fmt/format.h>

#include <algorithm>

namespace vanthu::archive {
namespace {

constexpr std::size_t year_length = 4, month_length = 7, day_length = 10;

bool is_yearly_day(std::string_view date) { return date.starts_with("--"); }

std::string last_day_of_month(std::string_view month) {
    // The calendar does not matter: ISO dates are compared as texts, and no date lies behind a 31st.
    return std::string(month) + "-31";
}

} // namespace

std::string first_day(std::string_view date) {
    if (date.size() >= day_length) return std::string(date.substr(0, day_length));
    if (date.size() == month_length) return std::string(date) + "-01";
    return date.size() == year_length ? std::string(date) + "-01-01" : std::string("0000-01-01");
}

std::string last_day(std::string_view date) {
    if (date.size() >= day_length) return std::string(date.substr(0, day_length));
    if (date.size() == month_length) return last_day_of_month(date);
    return date.size() == year_length ? std::string(date) + "-12-31" : std::string("9999-12-31");
}

std::string kind_condition(DueKind kind) {
    if (kind == DueKind::any) return {};
    const std::string once = "t.due_last <> '' AND t.due_day = '' AND t.due_first = t.due_last";
    return kind == DueKind::once ? once : "(t.due_day <> '' OR (" + once + "))";
}

std::string due_order(const std::string& begin, const std::string& to) {
    return fmt::format("CASE WHEN {0} = '' OR t.due_day = '' THEN t.due_last"
                       " WHEN substr({0}, 1, 5) || t.due_day >= {0} THEN substr({0}, 1, 5) || t.due_day"
                       " ELSE substr({1}, 1, 5) || t.due_day END",
                       begin, to);
}

std::string order_begin(const std::string& due_from, const std::string& due_to) {
    if (!due_from.empty()) return first_day(due_from);
    return due_to.empty() ? std::string() : first_day(due_to.substr(0, year_length));
}

Due due_of(const model::TaskTime& time, std::string_view document_date) {
    if (time.recurrence == "permanent") return {};
    const bool each_year = is_yearly_day(time.from) || is_yearly_day(time.to);
    if (time.recurrence.empty() && !each_year) {
        const std::string& end = time.to.empty() ? time.from : time.to;
        if (end.empty()) return {};
        return {last_day(end), last_day(end), {}};
    }
    Due due;
    const std::string_view start = is_yearly_day(time.from) || time.from.empty()
                                       ? document_date.substr(0, std::min(year_length, document_date.size()))
                                       : std::string_view(time.from);
    due.first = first_day(start);
    due.last = is_yearly_day(time.to) ? last_day({}) : last_day(time.to);
    const std::string& day = is_yearly_day(time.to) ? time.to : time.from;
    if (is_yearly_day(day)) due.day = day.substr(2);
    return due;
}

} // namespace vanthu::archive
