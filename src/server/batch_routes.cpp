// Jobs: beginning them, looking at them, fetching what came of them.
#include "jobs/read_batch.h"
#include "server/batch_runner.h"
#include "server/batch_start.h"
#include "server/file_name.h"
#include "server/handlers.h"
#include "server/work.h"

#include <fmt/format.h>

namespace vanthu::server {
namespace {

using office::Batch;
using office::BatchItem;
using office::Role;

constexpr std::size_t most_items = 1000;

void answer(BatchRunner& batches, const Core& core, const Call& call, const Batch& batch, int status = 200) {
    const auto items = batches.store().items(batch.id);
    if (!items) return refuse(core, call, items.diagnostics);
    Json json;
    json.open().key("job").open();
    write_batch(json, batch);
    json.key("items").open_list();
    for (const BatchItem& item : *items) write_item(json, item, true);
    json.close_list().close().close();
    Response response = json_response(json, status);
    if (status == 202) response.headers.emplace_back("Location", fmt::format("/api/v1/jobs/{}", batch.id));
    call.reply(std::move(response));
}

/// Whose it is not, does not know of it.
Result<Batch> batch_of(BatchRunner& batches, const Call& call) {
    const std::string& id = call.path.at("id");
    auto batch = batches.store().find(number_of(id, 0));
    if (batch && batch->by != call.user.name && call.user.role != Role::admin)
        return Result<Batch>::failed({"item-unknown", Severity::error, {{"id", id}}, {}});
    return batch;
}

Result<BatchItem> item_of(Core& core, const rapidjson::Value& value) {
    using Taken = Result<BatchItem>;
    const Diagnostic broken{"json-broken", Severity::error, {}, {}};
    if (!value.IsObject()) return Taken::failed(broken);
    BatchItem item;
    item.name = text_of(value, "name");
    if (!item.name.empty()) item.name = plain_name(item.name);
    if (const std::string_view file = text_of(value, "file"); !file.empty()) {
        item.source = file;
        if (item.name.empty()) item.name = file.substr(0, 12);
        const auto is_there = core.desk.has_file(item.source);
        if (!is_there) return Taken::failed(is_there.diagnostics);
        return *is_there ? Taken::of(std::move(item))
                         : Taken::failed({"item-unknown", Severity::error, {{"id", item.source}}, {}});
    }
    const Bytes document = json_of(value, "document");
    if (document.empty()) return Taken::failed(broken);
    const auto kept = core.desk.put_file(document);
    if (!kept) return Taken::failed(kept.diagnostics);
    item.source = *kept;
    return Taken::of(std::move(item));
}

std::optional<Order> order_of(const Core& core, const Call& call, const rapidjson::Document& body) {
    const auto kind = making_of(text_of(body, "kind"));
    Order order;
    order.language = call.language;
    order.kind = kind.value_or(Making::generate);
    const auto options = body.FindMember("options");
    if (options != body.MemberEnd() && options->value.IsObject()) {
        order.format = text_of(options->value, "format");
        order.level = text_of(options->value, "level");
        order.wanted = text_of(options->value, "wanted");
    }
    const std::string_view fault = kind ? fault_of(order) : "kind";
    if (fault.empty()) return order;
    refuse(core, call, 400, "parameter-unknown", {{"name", std::string(fault)}});
    return std::nullopt;
}

void begin(Core& core, BatchRunner& batches, const Call& call) {
    const auto body = parse_object(call.request.body);
    const bool has_items = body && body->HasMember("items") && (*body)["items"].IsArray();
    if (!has_items || (*body)["items"].Empty() || (*body)["items"].Size() > most_items)
        return refuse(core, call, 400, "job-items", {{"most", std::to_string(most_items)}});
    const auto order = order_of(core, call, *body);
    if (!order) return;
    std::vector<BatchItem> items;
    for (const auto& value : (*body)["items"].GetArray()) {
        auto item = item_of(core, value);
        if (!item) return refuse(core, call, item.diagnostics);
        if (item->name.empty()) item->name = fmt::format("{}", items.size() + 1);
        items.push_back(std::move(*item));
    }
    const auto batch = batches.begin(call, *order, items);
    if (!batch) return refuse(core, call, batch.diagnostics);
    answer(batches, core, call, *batch, 202);
}

void list(Core& core, BatchRunner& batches, const Call& call) {
    const auto all = batches.store().list(call.user.role == Role::admin ? "" : call.user.name);
    if (!all) return refuse(core, call, all.diagnostics);
    Json json;
    json.open().key("jobs").open_list();
    for (const Batch& batch : *all) {
        json.open();
        write_batch(json, batch);
        json.close();
    }
    json.close_list().close();
    call.reply(json_response(json));
}

void show(Core& core, BatchRunner& batches, const Call& call) {
    const auto batch = batch_of(batches, call);
    if (!batch) return refuse(core, call, batch.diagnostics);
    answer(batches, core, call, *batch);
}

void remove(Core& core, BatchRunner& batches, const Call& call) {
    const auto batch = batch_of(batches, call);
    if (!batch) return refuse(core, call, batch.diagnostics);
    finish(core, call, batch->has_ended() ? batches.store().remove(batch->id) : batches.cancel(batch->id));
}

void show_result(Core& core, BatchRunner& batches, const Call& call) {
    const auto batch = batch_of(batches, call);
    if (!batch) return refuse(core, call, batch.diagnostics);
    const auto item = batches.store().item(batch->id, number_of(call.path.at("index"), most_items));
    if (!item) return refuse(core, call, item.diagnostics);
    auto bytes = core.desk.file(item->result);
    if (!bytes) return refuse(core, call, bytes.diagnostics);
    if (batch->kind != name_of(Making::tables))
        return call.reply(response_of({std::move(*bytes), item->result_type, item->result_name}));
    const auto options = parse_object(batch->options);
    const std::string_view wish = options ? text_of(*options, "format") : std::string_view();
    const bool is_asked = !call.request.parameter("format").empty();
    const std::string suffix = is_asked || wish.empty() ? suffix_of(call) : "." + std::string(wish);
    send_tables(core, call, suffix, jobs::tables_as(*bytes, suffix), item->name);
}

void listen(Core& core, BatchRunner& batches, const Call& call) {
    const auto batch = batch_of(batches, call);
    if (!batch) return refuse(core, call, batch.diagnostics);
    Response response;
    response.type = "text/event-stream";
    response.events = [&batches, batch = *batch](std::shared_ptr<EventStream> stream) {
        batches.listen(batch, std::move(stream));
    };
    call.reply(std::move(response));
}

} // namespace

bool wants_job(const Request& request) {
    return request.header("prefer").find("respond-async") != std::string_view::npos;
}

void begin_one(Core& core, BatchRunner& batches, const Call& call, const Order& order, std::string_view name,
               std::string_view source) {
    const auto kept = core.desk.put_file(source);
    if (!kept) return refuse(core, call, kept.diagnostics);
    BatchItem item;
    item.name = name;
    item.source = *kept;
    const auto batch = batches.begin(call, order, {item});
    if (!batch) return refuse(core, call, batch.diagnostics);
    answer(batches, core, call, *batch, 202);
}

std::vector<Route> batch_routes(Core& core, BatchRunner& batches) {
    const auto to = [&](void (*handler)(Core&, BatchRunner&, const Call&)) {
        return [&core, &batches, handler](const Call& call) { handler(core, batches, call); };
    };
    const std::string path = "/api/v1/jobs", one = path + "/{id}";
    return {{Method::get, path, Role::reader, to(list)},
            {Method::post, path, Role::clerk, to(begin), most_json},
            {Method::get, one, Role::reader, to(show)},
            {Method::del, one, Role::reader, to(remove)},
            {Method::get, one + "/items/{index}/result", Role::reader, to(show_result)},
            {Method::get, one + "/events", Role::reader, to(listen)}};
}

} // namespace vanthu::server
