#pragma once

#include "base/diagnostic.h"

#include <iterator>
#include <optional>
#include <utility>

namespace vanthu::jobs {

/// The value of a step's result; its findings go to the others.
template <class T>
std::optional<T> take(Result<T> result, Diagnostics& findings) {
    std::move(result.diagnostics.begin(), result.diagnostics.end(), std::back_inserter(findings));
    return std::move(result.value);
}

} // namespace vanthu::jobs
