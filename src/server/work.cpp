#include "server/work.h"

#include "server/file_name.h"
#include "server/handlers.h"

#include <exception>

namespace vanthu::server {
namespace {

/// `name="…"` of a header's value.
std::string quoted(std::string_view header, std::string_view name) {
    const std::string mark = std::string(name) + "=\"";
    std::size_t start = header.find(mark);
    // "name=" is also the end of "filename=".
    while (start != std::string_view::npos && start > 0 && header[start - 1] != ' ' && header[start - 1] != ';')
        start = header.find(mark, start + 1);
    if (start == std::string_view::npos) return {};
    start += mark.size();
    const std::size_t end = header.find('"', start);
    return end == std::string_view::npos ? std::string() : std::string(header.substr(start, end - start));
}

std::string boundary_of(std::string_view content_type) {
    constexpr std::string_view mark = "boundary=";
    const std::size_t start = content_type.find(mark);
    if (start == std::string_view::npos) return {};
    std::string_view boundary = content_type.substr(start + mark.size());
    boundary = boundary.substr(0, boundary.find(';'));
    if (boundary.starts_with('"') && boundary.ends_with('"') && boundary.size() > 1)
        boundary = boundary.substr(1, boundary.size() - 2);
    return std::string(boundary);
}

} // namespace

std::optional<Upload> file_of_form(std::string_view content_type, const Body& whole) {
    std::string_view body = whole;
    const std::string boundary = boundary_of(content_type);
    if (boundary.empty() || boundary.size() > 70) return std::nullopt;
    const std::string first = "--" + boundary, next = "\r\n--" + boundary;
    if (!body.starts_with(first)) return std::nullopt;
    body.remove_prefix(first.size());
    std::optional<Upload> found;
    while (body.starts_with("\r\n")) {
        body.remove_prefix(2);
        const std::size_t head = body.find("\r\n\r\n");
        const std::size_t end = head == std::string_view::npos ? head : body.find(next, head + 2);
        if (end == std::string_view::npos) return std::nullopt;
        const std::string name = quoted(body.substr(0, head), "filename");
        if (!name.empty()) {
            if (found) return std::nullopt;
            found = Upload{plain_name(name), whole.part(end > head + 4 ? body.substr(head + 4, end - head - 4) : ""), {}};
        }
        body.remove_prefix(end + next.size());
    }
    return body.starts_with("--") ? found : std::nullopt;
}

std::string type_of(std::string_view bytes) {
    if (bytes.starts_with("%PDF-")) return "application/pdf";
    if (bytes.starts_with("PK\x03\x04"))
        return "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    if (bytes.starts_with("\x89PNG")) return "image/png";
    if (bytes.starts_with("\xFF\xD8\xFF")) return "image/jpeg";
    return "application/octet-stream";
}

namespace {

std::optional<Upload> known_file(Core& core, const Call& call, const rapidjson::Value& body) {
    std::string digest(text_of(body, "file")), name(text_of(body, "name"));
    std::optional<office::Item> reading;
    if (body.HasMember("reading")) {
        auto item = core.desk.find(office::Kind::reading, number_of(json_of(body, "reading"), 0));
        if (!item) return refuse(core, call, item.diagnostics), std::nullopt;
        digest = item->file;
        name = item->title;
        reading = std::move(*item);
    }
    auto bytes = core.desk.file(digest);
    if (!bytes) return refuse(core, call, bytes.diagnostics), std::nullopt;
    return Upload{plain_name(name), Body(std::move(*bytes)), std::move(reading)};
}

} // namespace

std::optional<Upload> take_upload(Core& core, Call& call) {
    const std::string_view type = call.request.header("content-type");
    std::optional<Upload> upload;
    if (type.starts_with("multipart/form-data")) {
        upload = file_of_form(type, call.request.body);
    } else if (type.starts_with("application/json")) {
        const auto body = parse_object(call.request.body);
        if (body) return known_file(core, call, *body);
    } else {
        upload = Upload{plain_name(percent_decoded(call.request.header("x-file-name"))), call.request.body, {}};
    }
    if (!upload) refuse(core, call, 400, "upload-broken");
    if (upload && upload->content.view().empty()) {
        refuse(core, call, Diagnostics{{"input-empty", Severity::error, {}, {}}});
        return std::nullopt;
    }
    return upload;
}

void submit(Core& core, JobRunner& runner, Call call, std::function<void(Call&, Bench&)> work) {
    auto task = std::make_shared<Task>();
    auto shared = std::make_shared<Call>(std::move(call));
    task->run = [&core, shared, work = std::move(work)](Bench& bench) {
        try {
            work(*shared, bench);
        } catch (const std::exception& fault) {
            refuse(core, *shared, 500, "service-bug", {{"reason", fault.what()}});
        }
    };
    if (runner.submit(std::move(task), Lane::prompt)) return;
    Response busy = core.problems.of(503, "service-busy", shared->language);
    busy.headers.emplace_back("Retry-After", "10");
    shared->reply(std::move(busy));
}

} // namespace vanthu::server
