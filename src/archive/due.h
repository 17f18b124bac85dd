// When tasks are due, so that they compare with a range of days. Private to archive.
#pragma once

#include "archive/index.h"
#include "model/read_table.h"

#include <string>
#include <string_view>

namespace vanthu::archive {

/// A task done once is due on the last day of its time: `first` = `last`. One that comes again is due in each year of
/// `first` … `last`, on `day` where that is said. All empty: no date is known, or the task is permanent.
struct Due {
    std::string first, last; ///< "2021-01-01"
    std::string day;         ///< "12-10"; empty: any day

    bool operator==(const Due&) const = default;
};

/// `document_date`: a task that comes again and says no beginning begins in the document's year.
Due due_of(const model::TaskTime& time, std::string_view document_date);

/// What of a task `t` an SQL question asks for; empty: nothing.
std::string kind_condition(DueKind kind);
/// By what SQL orders tasks `t`: a day of each year counts as that day within `begin` … `to`, which are parameters.
std::string due_order(const std::string& begin, const std::string& to);
/// The earliest day for due_order(): a range without a beginning is taken for its last year.
std::string order_begin(const std::string& due_from, const std::string& due_to);

/// The first and last day of "2021", "2021-10", "2021-10-01"; the farthest ones where nothing is said.
std::string first_day(std::string_view date);
std::string last_day(std::string_view date);

} // namespace vanthu::archive
