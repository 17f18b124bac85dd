// Any bytes as the parts of a DOCX, or as the whole file: read or refused, with findings fit to print and a flow that
// keeps its promises.
#include "read/docx/docx_reader.h"
#include "support/docx_file.h"
#include "support/flow_promises.h"
#include "text/unicode.h"

using namespace vanthu;

namespace {

/// The parts of the input, divided by NUL, which no XML has.
test::DocxParts parts_of(std::string_view input) {
    test::DocxParts docx;
    for (std::string* part : {&docx.body, &docx.styles, &docx.numbering, &docx.header, &docx.footnotes}) {
        const std::size_t end = std::min(input.find('\0'), input.size());
        *part = input.substr(0, end);
        input.remove_prefix(std::min(end + 1, input.size()));
    }
    return docx;
}

void check(const Bytes& file) {
    const auto content = read::read_docx(file);
    test::require(content.value.has_value() != has_errors(content.diagnostics), "a document or reasons");
    for (const Diagnostic& diagnostic : content.diagnostics)
        for (const Argument& argument : diagnostic.arguments)
            test::require(text::to_nfc(argument.value).has_value(), "arguments are UTF-8");
    if (content) test::require_flow(content->flow);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view input(reinterpret_cast<const char*>(data), size);
    if (input.starts_with("PK"))
        check(Bytes(input));
    else
        check(test::docx_of(parts_of(input)));
    return 0;
}
