// Generating, checking and previewing a document from its data.
#include "jobs/generate.h"
#include "jobs/preview.h"
#include "server/base64.h"
#include "server/file_name.h"
#include "server/handlers.h"

#include <optional>

namespace vanthu::server {
namespace {

constexpr const char* pdf_type = "application/pdf";
constexpr const char* docx_type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
constexpr const char* input_name = "document.json";

std::optional<write::PdfLevel> level_of(std::string_view word) {
    if (word.empty() || word == "3a") return write::PdfLevel::a3a;
    if (word == "2a") return write::PdfLevel::a2a;
    if (word == "1b") return write::PdfLevel::a1b;
    return std::nullopt;
}

Response file_response(Bytes bytes, const char* type, const std::string& name) {
    Response response;
    response.type = type;
    response.body = std::move(bytes);
    response.headers.emplace_back("Content-Disposition", attachment(name));
    return response;
}

/// "52/QĐ-UBND" → "52-QĐ-UBND.pdf".
std::string name_of(std::string_view json, const char* suffix) {
    const auto document = parse_object(json);
    std::string name = document ? std::string(text_of(*document, "number")) : std::string();
    const std::string_view symbol = document ? text_of(*document, "symbol") : std::string_view();
    if (!name.empty() && !symbol.empty()) name += "-";
    name += symbol;
    return (name.empty() ? "document" : name) + suffix;
}

void generate(Core& core, const Call& call) {
    const std::string_view format = call.request.parameter("format");
    const auto level = level_of(call.request.parameter("level"));
    const bool is_docx = format == "docx";
    if (!level) return refuse(core, call, 400, "parameter-unknown", {{"name", "level"}});
    if (!is_docx && !format.empty() && format != "pdf")
        return refuse(core, call, 400, "parameter-unknown", {{"name", "format"}});
    jobs::GenerateOptions options;
    options.pdf = !is_docx;
    options.docx = is_docx;
    options.level = *level;
    auto made = jobs::generate(core.workshop, call.request.body.copy(), input_name, options);
    if (!made) return refuse(core, call, made.diagnostics);
    const std::string name = name_of(call.request.body, is_docx ? ".docx" : ".pdf");
    call.reply(file_response(std::move(is_docx ? *made->docx : *made->pdf), is_docx ? docx_type : pdf_type, name));
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

std::vector<Route> document_routes(Core& core) {
    const auto to = [&core](void (*handler)(Core&, const Call&)) {
        return [&core, handler](const Call& call) { handler(core, call); };
    };
    return {{Method::post, "/api/v1/documents", office::Role::reader, to(generate), most_json},
            {Method::post, "/api/v1/check", office::Role::reader, to(check), most_json},
            {Method::post, "/api/v1/preview", office::Role::reader, to(preview), most_json}};
}

} // namespace vanthu::server
