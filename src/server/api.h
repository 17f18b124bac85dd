// All that the service answers, without its transport: what its handlers share, and their routes. Private to server.
#pragma once

#include "forms/messages.h"
#include "server/call.h"
#include "server/core.h"
#include "server/router.h"

#include <filesystem>
#include <memory>
#include <set>
#include <span>
#include <string>

namespace vanthu::server {

struct ApiOptions {
    std::string store;                    ///< as in ServiceOptions
    std::string templates;                ///< folder with an office's own; empty: none
    std::set<std::string> hosts;          ///< names under which it may be called
    std::filesystem::path office_program; ///< jobs::find_office()
};

class Api {
  public:
    /// Call it while there is one thread: it forks the sandboxes. `messages` must live longer. Errors: those of
    /// Workshop, ReadingKit, Archives, Office.
    static Result<std::unique_ptr<Api>> open(const ApiOptions& options, const forms::Messages& messages);
    virtual ~Api() = default;

    virtual Core& core() = 0;
    /// With all routes; lives as long as the Api.
    virtual Router& router(std::span<const Asset> assets) = 0;
    /// Where uploads are put while they come in.
    virtual std::filesystem::path folder() const = 0;
};

} // namespace vanthu::server
