// Reading, tables and text layers of one file, answered when they are done.
#include "server/batch_start.h"
#include "server/handlers.h"
#include "server/work.h"

namespace vanthu::server {
namespace {

using office::Role;

void keep_file(Core& core, Call call) {
    const auto upload = take_upload(core, call);
    if (!upload) return;
    const auto digest = core.desk.put_file(upload->content);
    if (!digest) return refuse(core, call, digest.diagnostics);
    Json json;
    json.open()
        .member("id", *digest)
        .member("name", upload->name)
        .member("size", upload->content.view().size())
        .close();
    call.reply(json_response(json, 201));
}

void show_file(Core& core, const Call& call) {
    const std::string& id = call.path.at("id");
    auto bytes = core.desk.file(id);
    if (!bytes) return refuse(core, call, bytes.diagnostics);
    std::string type = type_of(*bytes);
    call.reply(response_of({std::move(*bytes), std::move(type), id}));
}

/// Answers in a thread of the runner, or at once with a job.
void make_of_file(Core& core, JobRunner& runner, BatchRunner& batches, Making kind, Call call) {
    const Order order = order_of(kind, call);
    if (const std::string_view fault = fault_of(order); !fault.empty())
        return refuse(core, call, 400, "parameter-unknown", {{"name", std::string(fault)}});
    auto upload = take_upload(core, call);
    if (!upload) return;
    if (wants_job(call.request)) return begin_one(core, batches, call, order, upload->name, upload->content);
    submit(core, runner, std::move(call), [&core, order, upload = std::move(*upload)](Call& taken, Bench& bench) {
        auto made = make(core, order, upload.name, upload.content, &bench);
        if (!made) return refuse(core, taken, made.diagnostics);
        taken.reply(response_of(std::move(*made)));
    });
}

} // namespace

std::string suffix_of(const Call& call) {
    const std::string_view format = call.request.parameter("format");
    return "." + std::string(format.empty() ? "json" : format);
}

void send_tables(const Core& core, const Call& call, const std::string& suffix, Result<Bytes> made,
                 const std::string& name) {
    if (suffix != ".json" && suffix != ".csv" && suffix != ".xlsx")
        return refuse(core, call, 400, "parameter-unknown", {{"name", "format"}});
    if (!made) return refuse(core, call, made.diagnostics);
    call.reply(response_of({std::move(*made), tables_type(suffix), name + suffix}));
}

std::vector<Route> work_routes(Core& core, JobRunner& runner, BatchRunner& batches) {
    const auto making = [&](Making kind) {
        return
            [&core, &runner, &batches, kind](Call call) { make_of_file(core, runner, batches, kind, std::move(call)); };
    };
    const std::string path = "/api/v1/";
    return {{Method::post, path + "read", Role::reader, making(Making::read), most_file},
            {Method::post, path + "tables", Role::reader, making(Making::tables), most_file},
            {Method::post, path + "ocr", Role::reader, making(Making::ocr), most_file},
            {Method::post, path + "files", Role::clerk, [&core](Call call) { keep_file(core, std::move(call)); },
             most_file},
            {Method::get, path + "files/{id}", Role::clerk, [&core](const Call& call) { show_file(core, call); }}};
}

} // namespace vanthu::server
