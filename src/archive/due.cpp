#include "archive/due.h"

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
