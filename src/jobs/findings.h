#pragma once

#include "base/diagnostic.h"

#include <iterator>
#include <optional>
#include <string>
#include <utility>

namespace vanthu::jobs {

/// The value of a step's result; its findings go to the others.
template <class T> std::optional<T> take(Result<T> result, Diagnostics& findings) {
    std::move(result.diagnostics.begin(), result.diagnostics.end(), std::back_inserter(findings));
    return std::move(result.value);
}

/// Whoever found something knew the place in the text, not always the text's name.
inline void name_file(Diagnostics& findings, const std::string& file) {
    for (Diagnostic& finding : findings)
        if (finding.place.file.empty()) finding.place.file = file;
}

/// What is said of several pages in the same words is said once.
void join_pages(Diagnostics& findings);

} // namespace vanthu::jobs
