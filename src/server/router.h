// The service as an Application: which route a request means, who may ask for it, and the headers of every answer.
#pragma once

#include "server/call.h"
#include "server/guard.h"
#include "server/http/module.h"
#include "server/metrics.h"
#include "server/problem.h"

#include <span>
#include <vector>

namespace vanthu::server {

class Router final : public Application {
  public:
    Router(const Problems& problems, Guard& guard, Metrics& metrics, std::span<const Asset> assets)
        : problems_(problems), guard_(guard), metrics_(metrics), assets_(assets) {}

    /// All of them stand in templates/openapi.json.
    void add(std::vector<Route> routes);
    const std::vector<Route>& routes() const { return routes_; }

    Admission admit(const Request& head) override;
    void answer(Request request, Reply reply) override;

  private:
    struct Match {
        const Route* route = nullptr;
        std::map<std::string, std::string, std::less<>> path;
        std::string allowed; ///< methods of the path where none fits
    };
    Match match(const Request& request) const;
    std::optional<Response> refusal(const Request& request, const Match& match, office::User& user) const;
    Response asset(const Request& request) const;

    const Problems& problems_;
    Guard& guard_;
    Metrics& metrics_;
    std::span<const Asset> assets_;
    std::vector<Route> routes_;
};

/// Accept-Language or ?lang=.
forms::Language language_of(const Request& request);

} // namespace vanthu::server
