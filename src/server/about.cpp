// What the service says of itself: health, figures, description of the API, templates.
#include "base/resources.h"
#include "server/handlers.h"
#include "server/job_runner.h"

#include <fstream>
#include <string>
#include <unistd.h>

namespace vanthu::server {
namespace {

Response resource(std::string_view path, const char* type) {
    Response response;
    response.type = type;
    response.fixed = embedded_resource(path);
    return response;
}

double resident_bytes() {
    std::ifstream file("/proc/self/statm");
    double pages = 0, resident = 0;
    file >> pages >> resident;
    return resident * static_cast<double>(::sysconf(_SC_PAGESIZE));
}

void health(const Call& call) {
    Json json;
    json.open().member("status", "ok").member("version", VANTHU_VERSION).close();
    call.reply(json_response(json));
}

void metrics(Core& core, JobRunner& runner, const Call& call) {
    Response response;
    response.type = "text/plain; version=0.0.4; charset=utf-8";
    response.body = core.metrics.text({{"vanthu_event_listeners", static_cast<double>(core.events.listeners())},
                                       {"vanthu_tasks_waiting", static_cast<double>(runner.waiting())},
                                       {"process_resident_memory_bytes", resident_bytes()}});
    call.reply(std::move(response));
}

void templates(const Core& core, const Call& call) {
    Json json;
    json.open().key("templates").open_list();
    for (const forms::KindTemplate& form : core.workshop.templates.kinds) {
        if (!form.sheet.child("signature")) continue; // goes with another
        json.open().member("kind", form.kind).member("title", form.title).member("symbol", form.symbol);
        json.member("has_articles", form.wordings.contains("enactment")).close();
    }
    json.close_list().close();
    call.reply(json_response(json));
}

} // namespace

std::vector<Route> about_routes(Core& core, JobRunner& runner) {
    using office::Role;
    return {{Method::get, "/api/v1/health", Role::reader, health, 0, true},
            {Method::get, "/api/v1/metrics", Role::reader, [&](const Call& call) { metrics(core, runner, call); }},
            {Method::get, "/api/v1/openapi.json", Role::reader,
             [](const Call& call) { call.reply(resource("templates/openapi.json", "application/json")); }, 0, true},
            {Method::get, "/api/v1/schema", Role::reader,
             [](const Call& call) {
                 call.reply(resource("templates/schema/document.schema.json", "application/schema+json"));
             }},
            {Method::get, "/api/v1/templates", Role::reader, [&core](const Call& call) { templates(core, call); }}};
}

} // namespace vanthu::server
