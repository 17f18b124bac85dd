#include "jobs/today.h"

#include <fmt/chrono.h>

#include <ctime>

namespace vanthu::jobs {

std::string today() { return fmt::format("{:%Y-%m-%d}", fmt::localtime(std::time(nullptr))); }

} // namespace vanthu::jobs
