// Any bytes as JSON: read or refused with reasons fit to print; what is read is checked, written and read again.
#include "base/resources.h"
#include "check/check.h"
#include "read/json/json_lines.h"
#include "read/json/json_reader.h"
#include "text/unicode.h"
#include "write/json/json_writer.h"

#include <cstdint>
#include <cstdio>
#include <cstdlib>

using namespace vanthu;

namespace {

void require(bool condition, const char* what) {
    if (condition) return;
    std::fprintf(stderr, "broken promise: %s\n", what);
    std::abort();
}

void require_printable(const Diagnostics& diagnostics) {
    for (const Diagnostic& diagnostic : diagnostics) {
        require(text::to_nfc(diagnostic.place.pointer).has_value(), "pointers are UTF-8");
        for (const Argument& argument : diagnostic.arguments)
            require(text::to_nfc(argument.value).has_value(), "arguments are UTF-8");
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const forms::CheckWords words = *forms::CheckWords::load(embedded_resources());
    const std::string_view json(reinterpret_cast<const char*>(data), size);
    const read::JsonRules rules{embedded_resource("templates/schema/document.schema.json"),
                                [](char32_t character) { return character < 0x2100; }};
    const auto document = read::read_json(json, "-", rules);
    require(document.value.has_value() != has_errors(document.diagnostics), "a document or reasons");
    require_printable(document.diagnostics);
    if (!document) return 0;
    Diagnostics findings = check::check_document(*document, words, "QĐ");
    read::add_lines(json, findings);
    require_printable(findings);
    const Bytes written = write::write_json(*document);
    const auto reread = read::read_json(written, "-", rules);
    require(reread && *reread == *document, "what is written is read back");
    return 0;
}
