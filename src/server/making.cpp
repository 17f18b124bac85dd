#include "server/making.h"

#include "jobs/generate.h"
#include "jobs/read_batch.h"
#include "jobs/zip_files.h"
#include "server/file_name.h"
#include "server/handlers.h"

#include <array>

namespace vanthu::server {
namespace {

using Made = Result<Product>;

constexpr std::array<std::string_view, 4> kinds = {"generate", "read", "tables", "ocr"};
constexpr const char* pdf_type = "application/pdf";
constexpr const char* docx_type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
constexpr const char* xlsx_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
    return word.empty() || std::find(words.begin(), words.end(), word) != words.end();
}

write::PdfLevel level_of(std::string_view word) {
    if (word == "2a") return write::PdfLevel::a2a;
    return word == "1b" ? write::PdfLevel::a1b : write::PdfLevel::a3a;
}

/// "52/QĐ-UBND" → "52-QĐ-UBND".
std::string name_in(std::string_view json) {
    const auto document = parse_object(json);
    std::string name = document ? std::string(text_of(*document, "number")) : std::string();
    const std::string_view symbol = document ? text_of(*document, "symbol") : std::string_view();
    if (!name.empty() && !symbol.empty()) name += "-";
    name += symbol;
    return name.empty() ? "document" : plain_name(name);
}

Made generate(const Core& core, const Order& order, std::string_view source) {
    if (source.size() > most_json)
        return Made::failed({"file-too-large", Severity::error, {{"limit", std::to_string(most_json >> 20)}}, {}});
    jobs::GenerateOptions options;
    options.pdf = order.format != "docx";
    options.docx = order.format == "docx" || order.format == "zip";
    options.level = level_of(order.level);
    const std::string name = name_in(source);
    auto made = jobs::generate(core.workshop, Bytes(source), "document.json", options);
    if (!made) return Made::failed(std::move(made.diagnostics));
    if (order.format == "docx")
        return Made::of({std::move(*made->docx), docx_type, name + ".docx"}, std::move(made.diagnostics));
    if (order.format != "zip")
        return Made::of({std::move(*made->pdf), pdf_type, name + ".pdf"}, std::move(made.diagnostics));
    auto zip = jobs::zip_files({{name + ".pdf", std::move(*made->pdf)}, {name + ".docx", std::move(*made->docx)}});
    if (!zip) return Made::failed(std::move(zip.diagnostics));
    return Made::of({std::move(*zip), "application/zip", name + ".zip"}, std::move(made.diagnostics));
}

Made read(const Core& core, const Order& order, std::string_view source, Bench& bench) {
    jobs::ReadOptions options;
    options.wanted = order.wanted == "text" ? jobs::Wanted::text : jobs::Wanted::document;
    auto read = bench.reader().read(source, options);
    if (!read) return Made::failed(std::move(read.diagnostics));
    Json json;
    json.open();
    if (options.wanted == jobs::Wanted::text)
        json.member("text", read->content);
    else
        json.raw_member("document", read->content);
    json.member("pages", read->pages).member("confidence", static_cast<double>(read->trust));
    json.raw_member("diagnostics", core.problems.list(read.diagnostics, order.language)).close();
    return Made::of({json.take(), "application/json", {}}, std::move(read.diagnostics));
}

Made tables(const Order& order, const std::string& name, std::string_view source, Bench& bench) {
    jobs::ReadOptions options;
    options.wanted = jobs::Wanted::tables;
    auto read = bench.reader().read(source, options);
    if (!read) return Made::failed(std::move(read.diagnostics));
    const std::string suffix = "." + (order.format.empty() ? "json" : order.format);
    auto made = jobs::tables_as(read->tables, suffix);
    if (!made) return Made::failed(std::move(made.diagnostics));
    return Made::of({std::move(*made), tables_type(suffix), name + suffix}, std::move(read.diagnostics));
}

Made layer(const std::string& name, std::string_view source, Bench& bench) {
    auto layered = bench.layers().make(source);
    if (!layered) return Made::failed(std::move(layered.diagnostics));
    return Made::of({std::move(*layered), pdf_type, name + ".pdf"}, std::move(layered.diagnostics));
}

} // namespace

std::string_view name_of(Making kind) { return kinds[static_cast<std::size_t>(kind)]; }

std::optional<Making> making_of(std::string_view name) {
    const auto found = std::find(kinds.begin(), kinds.end(), name);
    if (found == kinds.end()) return std::nullopt;
    return static_cast<Making>(found - kinds.begin());
}

Order order_of(Making kind, const Call& call) {
    const auto value = [&](std::string_view name) { return std::string(call.request.parameter(name)); };
    return {kind, value("format"), value("level"), value("wanted"), call.language};
}

std::string_view fault_of(const Order& order) {
    if (order.kind == Making::generate && !is_one_of(order.format, {"pdf", "docx", "zip"})) return "format";
    if (order.kind == Making::tables && !is_one_of(order.format, {"json", "csv", "xlsx"})) return "format";
    if (order.kind == Making::generate && !is_one_of(order.level, {"3a", "2a", "1b"})) return "level";
    if (order.kind == Making::read && !is_one_of(order.wanted, {"document", "text"})) return "wanted";
    return {};
}

const char* tables_type(std::string_view suffix) {
    if (suffix == ".xlsx") return xlsx_type;
    return suffix == ".csv" ? "text/csv; charset=utf-8" : "application/json";
}

Result<Product> make(const Core& core, const Order& order, const std::string& name, std::string_view source,
                     Bench* bench) {
    switch (order.kind) {
    case Making::generate:
        return generate(core, order, source);
    case Making::read:
        return read(core, order, source, *bench);
    case Making::tables:
        return tables(order, name, source, *bench);
    case Making::ocr:
        return layer(name, source, *bench);
    }
    return Made::failed({"parameter-unknown", Severity::error, {{"name", "kind"}}, {}});
}

Response response_of(Product product) {
    Response response;
    response.type = std::move(product.type);
    response.body = std::move(product.bytes);
    if (!product.name.empty()) response.headers.emplace_back("Content-Disposition", attachment(product.name));
    return response;
}

} // namespace vanthu::server
