// Any bytes as a text file: a flow that keeps its promises, or a refusal.
#include "read/text/text_reader.h"
#include "support/flow_promises.h"

using namespace vanthu;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto document = read::read_text({reinterpret_cast<const char*>(data), size});
    test::require(document.value.has_value() != has_errors(document.diagnostics), "a document or reasons");
    if (document) test::require_flow(*document);
    return 0;
}
