// What the module vanthu_postgres shows of itself.
#pragma once

#include "archive/server.h"

namespace vanthu::archive {

struct ServerModule {
    ServerResult (*init)(const std::string& store, const std::filesystem::path& originals);
    ServerResult (*open)(const std::string& store);
};

inline constexpr const char* server_module_symbol = "vanthu_server_module";

} // namespace vanthu::archive
