#include "server/http/module.h"

namespace vanthu::server {

std::span<const Asset> web_assets();
std::span<const Asset> web_assets() { return {}; }

} // namespace vanthu::server
