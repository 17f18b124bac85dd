#include "server/numbering.h"

namespace vanthu::server {

/// The intention is written first. A number that was taken for it, but not noted because the machine stopped just then,
/// is found in the register: it belongs to no document and to no other intention.
Diagnostics Numbering::take(office::Issue& issue, const archive::Entry& wanted) {
    const auto known = issues_.find(issue.key);
    if (!known) return known.diagnostics;
    if (!*known) {
        if (Diagnostics why = issues_.put(issue); has_errors(why)) return why;
    } else if (Diagnostics why = find_lost(issue, wanted); has_errors(why))
        return why;
    if (issue.number == 0) {
        const auto taken = numbers_.take(wanted);
        if (!taken) return taken.diagnostics;
        issue.number = taken->number;
    }
    return issues_.put(issue);
}

Diagnostics Numbering::find_lost(office::Issue& issue, const archive::Entry& wanted) {
    const auto entries = numbers_.entries(issue.book, issue.year);
    if (!entries) return entries.diagnostics;
    for (const archive::Entry& one : *entries) {
        const bool fits = one.id.empty() && one.subject == wanted.subject && one.symbol == wanted.symbol &&
                          one.drafter == wanted.drafter && one.date == wanted.date;
        if (!fits) continue;
        const auto is_known = issues_.has_number(issue.book, issue.year, one.number);
        if (!is_known) return is_known.diagnostics;
        if (!*is_known) issue.number = one.number;
    }
    return {};
}

} // namespace vanthu::server
