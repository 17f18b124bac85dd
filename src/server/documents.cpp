// Generating, checking and previewing a document from its data.
#include "jobs/generate.h"
#include "jobs/preview.h"
#include "server/base64.h"
#include "server/batch_start.h"
#include "server/handlers.h"

namespace vanthu::server {
namespace {

constexpr const char* input_name = "document.json";

void generate(Core& core, BatchRunner& batches, const Call& call) {
    const Order order = order_of(Making::generate, call);
    if (const std::string_view fault = fault_of(order); !fault.empty())
        return refuse(core, call, 400, "parameter-unknown", {{"name", std::string(fault)}});
    if (wants_job(call.request)) return begin_one(core, batches, call, order, "document", call.request.body);
    auto made = make(core, order, {}, call.request.body, nullptr);
    if (!made) return refuse(core, call, made.diagnostics);
    call.reply(response_of(std::move(*made)));
}

void check(Core& core, const Call& call) {
    jobs::GenerateOptions options;
    options.docx = false;
    const auto made = jobs::generate(core.workshop, call.request.body.copy(), input_name, options);
    Json json;
    json.open().raw_member("diagnostics", core.problems.list(made.diagnostics, call.language)).close();
    call.reply(json_response(json));
}

void preview(Core& core, const Call& call) {
    const jobs::Preview preview = jobs::preview(core.workshop, call.request.body.copy(), input_name);
    Json json;
    json.open().key("pdf");
    if (preview.pdf.empty())
        json.nothing();
    else
        json.text(base64(preview.pdf));
    json.member("pages", preview.pages).key("places").open_list();
    for (const jobs::PlacedField& field : preview.places) {
        json.open().member("pointer", field.pointer).member("page", field.page).key("box").open_list();
        for (const double edge : field.box) json.value(edge);
        json.close_list().close();
    }
    json.close_list();
    json.raw_member("diagnostics", core.problems.list(preview.diagnostics, call.language)).close();
    call.reply(json_response(json));
}

} // namespace

std::vector<Route> document_routes(Core& core, BatchRunner& batches) {
    const auto to = [&core](void (*handler)(Core&, const Call&)) {
        return [&core, handler](const Call& call) { handler(core, call); };
    };
    return {{Method::post, "/api/v1/documents", office::Role::reader,
             [&](const Call& call) { generate(core, batches, call); }, most_json},
            {Method::post, "/api/v1/check", office::Role::reader, to(check), most_json},
            {Method::post, "/api/v1/preview", office::Role::reader, to(preview), most_json}};
}

} // namespace vanthu::server
