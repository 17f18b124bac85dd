#include "base/printable.h"
#include "cli/report.h"
#include "write/report/diagnostic_json.h"

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

namespace vanthu::cli {
namespace {

using Writer = rapidjson::Writer<rapidjson::StringBuffer>;

void write_text(Writer& writer, std::string_view value) {
    // A file name need not be UTF-8; JSON must be.
    const std::string text = valid_utf8(value);
    writer.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
}

} // namespace

std::string json_line(const jobs::Outcome& outcome, const Voice& voice) {
    rapidjson::StringBuffer buffer;
    Writer writer(buffer);
    writer.StartObject();
    writer.Key("file");
    write_text(writer, outcome.file);
    writer.Key("outputs");
    writer.StartArray();
    for (const std::string& output : outcome.outputs) write_text(writer, output);
    writer.EndArray();
    writer.Key("diagnostics");
    const std::string found = write::diagnostics_json(outcome.diagnostics, voice.messages, voice.language);
    writer.RawValue(found.data(), found.size(), rapidjson::kArrayType);
    writer.EndObject();
    return std::string(buffer.GetString(), buffer.GetSize()) + "\n";
}

} // namespace vanthu::cli
