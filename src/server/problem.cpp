#include "server/problem.h"

#include "write/report/diagnostic_json.h"

#include <array>

namespace vanthu::server {
namespace {

int status_of(const Diagnostics& reasons) {
    using Pair = std::pair<std::string_view, int>;
    constexpr std::array codes = {
        Pair{"item-unknown", 404},        Pair{"archive-unknown-id", 404}, Pair{"store-unknown-id", 404},
        Pair{"user-unknown", 404},        Pair{"changed-elsewhere", 412},  Pair{"archive-twin", 409},
        Pair{"archive-twin-number", 409}, Pair{"user-exists", 409},        Pair{"user-last-admin", 409},
        Pair{"desk-failed", 500},         Pair{"index-failed", 500},       Pair{"register-failed", 500},
        Pair{"json-broken", 400},         Pair{"service-busy", 503},       Pair{"service-bug", 500},
        Pair{"sandbox-refused", 503},     Pair{"server-unreachable", 503}};
    for (const Diagnostic& reason : reasons)
        for (const auto& [code, status] : codes)
            if (reason.severity == Severity::error && reason.code == code) return status;
    return 422;
}

const Diagnostic* first_error(const Diagnostics& reasons) {
    for (const Diagnostic& reason : reasons)
        if (reason.severity == Severity::error) return &reason;
    return nullptr;
}

Response problem_response(const Json& json, int status) {
    Response response = json_response(json, status);
    response.type = "application/problem+json";
    return response;
}

} // namespace

Response json_response(const Json& json, int status) { return json_response(json.take(), status); }

Response json_response(Bytes json, int status) {
    Response response;
    response.status = status;
    response.body = std::move(json);
    return response;
}

Response Problems::of(int status, std::string_view code, forms::Language language, const Arguments& arguments) const {
    const Diagnostic diagnostic{std::string(code), Severity::error, arguments, {}};
    Json json;
    json.open().member("type", "about:blank").member("title", messages_.text(diagnostic, language));
    json.member("status", status).member("code", code);
    json.optional("detail", messages_.hint(diagnostic, language)).close();
    return problem_response(json, status);
}

Response Problems::of(const Diagnostics& reasons, forms::Language language) const {
    const int status = status_of(reasons);
    Json json;
    json.open().member("type", "about:blank");
    if (const Diagnostic* reason = first_error(reasons)) {
        json.member("title", messages_.text(*reason, language)).member("code", reason->code);
        json.optional("detail", messages_.hint(*reason, language));
        for (const Argument& argument : reason->arguments)
            if (status == 412 || status == 409) json.member(argument.name, argument.value);
    }
    json.member("status", status).raw_member("diagnostics", list(reasons, language)).close();
    return problem_response(json, status);
}

std::string Problems::list(const Diagnostics& diagnostics, forms::Language language) const {
    return write::diagnostics_json(diagnostics, messages_, language);
}

} // namespace vanthu::server
