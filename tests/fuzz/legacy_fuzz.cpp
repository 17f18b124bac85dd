// Any bytes as text of an old encoding in some font: detected, converted, NFC; lines of it joined.
#include "text/legacy.h"
#include "text/line_joining.h"
#include "text/spelling.h"
#include "text/syllable.h"
#include "text/unicode.h"

#include <algorithm>
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

void convert(const std::string& text, std::string_view font) {
    using text::Encoding;
    const Encoding found = text::detect_encoding(text, font);
    for (const Encoding encoding :
         {Encoding::unicode, Encoding::tcvn3, Encoding::vni, Encoding::viscii, Encoding::cp1258, found}) {
        const std::string converted = text::to_unicode(text, encoding);
        require(text::to_nfc(converted) == converted, "what is converted is NFC");
        require(text::is_vietnamese_syllable(converted) <= !converted.empty(), "a syllable has letters");
    }
    const text::Spelled spelled = text::spell_out(text);
    require(spelled.places.size() == spelled.key.size() + 1, "each byte of a spelling has its place");
    require(spelled.places.back() == text.size(), "a spelling ends with the text");
}

void join(const std::string& text) {
    std::string joined;
    std::size_t letters = 0;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        text::join_line(joined, std::string_view(text).substr(begin, end - begin));
        letters += end - begin;
        begin = end + 1;
    }
    require(joined.size() <= 2 * letters + 1, "joining adds spaces only");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static constexpr std::string_view fonts[] = {"",  ".VnTime", "VNI-Times", "ABCDEF+.VnTimeH,Bold", "Times New Roman",
                                                 "Vi"};
    if (size == 0) return 0;
    const std::string_view font = fonts[data[0] % std::size(fonts)];
    const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
    convert(text::from_bytes(bytes), font);
    text::is_capitals_font(bytes);
    if (const auto valid = text::to_nfc(bytes)) {
        convert(*valid, font);
        join(*valid);
    }
    return 0;
}
