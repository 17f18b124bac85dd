// The day it is where the machine stands: numbers of documents begin anew with the office's year.
#pragma once

#include <string>

namespace vanthu::jobs {

/// "2026-11-23", by the clock and the zone of the machine.
std::string today();

} // namespace vanthu::jobs
