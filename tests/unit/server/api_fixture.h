// The API with a store of its own, asked without sockets.
#pragma once

#include "base/resources.h"
#include "server/api.h"
#include "support/temporary_folder.h"

#include <rapidjson/document.h>

#include <future>

namespace vanthu::test {

using server::Method;
using server::Request;
using server::Response;

struct ApiFixture {
    explicit ApiFixture(std::span<const server::Asset> assets = {})
        : messages(*forms::Messages::load(embedded_resource("templates/messages.xml"))),
          api(std::move(*server::Api::open({(folder.path() / "store").string(), {}, {"localhost"}, {}}, messages))),
          router(api->router(assets)) {}

    /// As our page asks on the same computer.
    static Request request(Method method, std::string path, std::string body = {}) {
        Request request;
        request.method = method;
        if (const std::size_t mark = path.find('?'); mark != std::string::npos) {
            const std::size_t is = path.find('=', mark);
            request.query[path.substr(mark + 1, is - mark - 1)] = path.substr(is + 1);
            path.resize(mark);
        }
        request.path = path.starts_with("/") ? path : "/api/v1/" + path;
        request.headers = {{"host", "localhost:8088"}, {"x-vanthu", "1"}};
        request.peer = "127.0.0.1";
        request.body = server::Body(std::move(body));
        return request;
    }

    Response ask(const Request& request) {
        auto admission = router.admit(request);
        if (admission.refusal) return std::move(*admission.refusal);
        std::promise<Response> answer;
        router.answer(request, [&](Response response) { answer.set_value(std::move(response)); });
        return answer.get_future().get();
    }
    Response ask(Method method, const std::string& path, const std::string& body = {}) {
        return ask(request(method, path, body));
    }

    TemporaryFolder folder;
    forms::Messages messages;
    std::unique_ptr<server::Api> api;
    server::Router& router;
};

inline rapidjson::Document json_of(const Response& response) {
    rapidjson::Document document;
    document.Parse(response.fixed.empty() ? response.body.c_str() : std::string(response.fixed).c_str());
    return document;
}

inline std::string text_in(const Response& response, const char* name) {
    const rapidjson::Document document = json_of(response);
    return document.IsObject() && document.HasMember(name) && document[name].IsString() ? document[name].GetString()
                                                                                        : std::string();
}

inline std::string header_of(const Response& response, std::string_view name) {
    for (const auto& [key, value] : response.headers)
        if (key == name) return value;
    return {};
}

} // namespace vanthu::test
