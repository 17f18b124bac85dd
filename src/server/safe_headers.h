#pragma once

#include "server/message.h"

namespace vanthu::server {

/// What every answer tells the browser not to do. An answer's own Cache-Control stays.
inline void add_safe_headers(Response& response) {
    bool has_cache = false;
    for (const auto& [name, value] : response.headers) has_cache = has_cache || name == "Cache-Control";
    if (!has_cache) response.headers.emplace_back("Cache-Control", "no-store");
    response.headers.emplace_back(
        "Content-Security-Policy",
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; connect-src 'self'; "
        "worker-src 'self' blob:; font-src 'self' data:; frame-ancestors 'none'; base-uri 'none'; form-action 'self'");
    response.headers.emplace_back("X-Content-Type-Options", "nosniff");
    response.headers.emplace_back("Referrer-Policy", "no-referrer");
    response.headers.emplace_back("Cross-Origin-Opener-Policy", "same-origin");
}

} // namespace vanthu::server
