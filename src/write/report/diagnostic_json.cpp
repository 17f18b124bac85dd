#include "write/report/diagnostic_json.h"

#include "base/printable.h"

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <array>
#include <cmath>

namespace vanthu::write {
namespace {

using Writer = rapidjson::Writer<rapidjson::StringBuffer>;

void member(Writer& writer, std::string_view name, std::string_view value) {
    // A file name need not be UTF-8; JSON must be.
    const std::string text = valid_utf8(value);
    writer.Key(name.data(), static_cast<rapidjson::SizeType>(name.size()));
    writer.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
}

std::string_view severity_name(Severity severity) {
    if (severity == Severity::error) return "error";
    return severity == Severity::warning ? "warning" : "note";
}

void write_sheet_place(Writer& writer, const Place& place) {
    writer.Key("page");
    writer.Uint(place.page);
    if (!place.pages.empty()) {
        writer.Key("pages");
        writer.StartArray();
        for (const unsigned page : place.pages) writer.Uint(page);
        writer.EndArray();
    }
    if (place.box == std::array<double, 4>{}) return;
    writer.Key("box");
    writer.StartArray();
    for (const double edge : place.box) writer.Double(std::round(edge * 100) / 100);
    writer.EndArray();
}

} // namespace

std::string diagnostic_json(const Diagnostic& diagnostic, const forms::Messages& messages, forms::Language language) {
    rapidjson::StringBuffer buffer;
    Writer writer(buffer);
    writer.StartObject();
    member(writer, "code", diagnostic.code);
    member(writer, "severity", severity_name(diagnostic.severity));
    member(writer, "message", messages.text(diagnostic, language));
    member(writer, "hint", messages.hint(diagnostic, language));
    member(writer, "file", diagnostic.place.file);
    writer.Key("line");
    writer.Uint64(diagnostic.place.line);
    member(writer, "pointer", diagnostic.place.pointer);
    if (!diagnostic.place.part.empty()) member(writer, "part", diagnostic.place.part);
    if (diagnostic.place.page != 0) write_sheet_place(writer, diagnostic.place);
    writer.EndObject();
    return {buffer.GetString(), buffer.GetSize()};
}

std::string diagnostics_json(const Diagnostics& diagnostics, const forms::Messages& messages,
                             forms::Language language) {
    std::string result = "[";
    for (const Diagnostic& diagnostic : diagnostics) {
        if (result.size() > 1) result += ',';
        result += diagnostic_json(diagnostic, messages, language);
    }
    return result + "]";
}

} // namespace vanthu::write
