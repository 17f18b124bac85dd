// Values that JSON writes as text.
#pragma once

#include "model/document.h"

#include <optional>
#include <string_view>

namespace vanthu::read {

/// "2021-01-25"; none for any other form and for a day that the calendar does not have.
std::optional<model::Date> date_of(std::string_view text);

/// A JSON number; none where a double cannot hold it.
std::optional<double> number_of(std::string_view text);

} // namespace vanthu::read
