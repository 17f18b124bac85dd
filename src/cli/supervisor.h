// What systemd is told of a service of Type=notify.
#pragma once

#include <string_view>

namespace vanthu::cli {

/// "READY=1": see sd_notify(3). Nothing where nobody asked for it.
void tell_supervisor(std::string_view state);

} // namespace vanthu::cli
