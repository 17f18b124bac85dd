// Any bytes as a CMap and as a TrueType font: codes and characters, nothing else.
#include "read/pdf/cmap.h"
#include "read/pdf/encodings.h"
#include "read/pdf/truetype.h"

#include <cstdint>
#include <cstdio>
#include <cstdlib>

using namespace vanthu::read::pdf;

namespace {

void require(bool condition, const char* what) {
    if (condition) return;
    std::fprintf(stderr, "broken promise: %s\n", what);
    std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const CMap map = parse_cmap(bytes);
    for (std::size_t i = 0; i < bytes.size() && i < 64;) {
        int length = 0;
        map.code(bytes.substr(i), length);
        require(length >= 1 && length <= 4, "codes have one to four bytes");
        i += static_cast<std::size_t>(length);
    }
    map.texts.for_each([](std::uint32_t code, const std::u32string&) { require(code <= 0xFFFF, "codes fit"); });
    read_truetype(bytes);
    characters_of_glyph(bytes);
    return 0;
}
