// Any bytes as a PDF: read, or refused with reasons fit to print.
#include "read/pdf/pdf_reader.h"
#include "text/unicode.h"

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

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    read::PdfLimits limits;
    limits.operators = 20'000;
    limits.stream_bytes = 1 << 20;
    limits.total_bytes = 4 << 20;
    const auto read = read::read_pdf({reinterpret_cast<const char*>(data), size}, limits);
    require(read.value.has_value() != has_errors(read.diagnostics), "a document or reasons");
    for (const Diagnostic& diagnostic : read.diagnostics)
        for (const Argument& argument : diagnostic.arguments)
            require(text::to_nfc(argument.value).has_value(), "arguments are UTF-8");
    return 0;
}
