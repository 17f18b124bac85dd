// What the module vanthu_http shows of itself: the transport (libmicrohttpd) and the files of the web page. A module,
// because both take long to load and only `vanthu serve` needs them.
#pragma once

#include "base/diagnostic.h"
#include "server/message.h"

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace vanthu::server {

struct ListenOptions {
    std::string address = "127.0.0.1"; ///< IPv4 or IPv6
    std::uint16_t port = 8088;         ///< 0: any free one
    unsigned workers = 0;       ///< threads that answer; 0: two for each core, as some wait for the disk, at least four
    unsigned connections = 400; ///< at once
    unsigned connections_per_peer = 300;
    unsigned head_seconds = 5;  ///< for the head of a request, and between requests
    std::string spool;          ///< folder for bodies that are too long for the memory; empty: that of the system
    unsigned body_seconds = 30; ///< without a byte; and at least 1 kB a second
};

/// Listens from its making to its end, which waits for the answers under way.
class Listener {
  public:
    virtual ~Listener() = default;
    virtual std::uint16_t port() const = 0;
    struct Figures {
        std::uint64_t connections = 0, requests = 0, refused_bodies = 0;
    };
    virtual Figures figures() const = 0;
};

/// A file of the web page.
struct Asset {
    std::string_view path; ///< "/index.html", "/vendor/pdf.js"
    std::string_view type; ///< "text/html; charset=utf-8"
    std::string_view gzip; ///< the content, compressed
    std::string_view tag;  ///< ETag with its quotation marks
};

struct HttpModule {
    /// Errors: listen-failed (address, port, reason). `application` must live longer.
    Result<std::unique_ptr<Listener>> (*listen)(const ListenOptions& options, Application& application);
    std::span<const Asset> (*assets)(); ///< sorted by path; empty where the program was built without the page
};

inline constexpr const char* http_module_symbol = "vanthu_http_module";

} // namespace vanthu::server
