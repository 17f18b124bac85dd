#include "text/legacy.h"

#include "text/legacy_parts.h"
#include "text/legacy_tables.h"
#include "text/unicode.h"

#include <algorithm>

namespace vanthu::text {
namespace {

/// The byte that the character stands for; 0x100 where it stands for none.
std::size_t byte_of(char32_t character) {
    constexpr std::size_t none = 0x100;
    if (character < 0x100) return character;
    const auto found = std::find(windows_1252.begin(), windows_1252.end(), character);
    return found == windows_1252.end() ? none : static_cast<std::size_t>(found - windows_1252.begin());
}

/// Characters that programs put in place of those of TCVN3: minus signs for the soft hyphen, the Greek letter for µ.
char32_t tcvn3_character(char32_t character) {
    if (character == 0x2212) return 0xAD;
    return character == 0x3BC ? 0xB5 : character;
}

std::string by_table(std::string_view text, const ByteTable& table) {
    std::string result;
    result.reserve(text.size());
    for_each_character(text, [&](char32_t character) {
        const std::size_t byte = byte_of(&table == &tcvn3 ? tcvn3_character(character) : character);
        result += to_utf8(byte < table.size() && table[byte] != 0 ? table[byte] : character);
    });
    return result;
}

std::string decoded(std::string_view text, Encoding encoding) {
    switch (encoding) {
    case Encoding::tcvn3:
        return mend_tcvn3(by_table(text, tcvn3));
    case Encoding::vni:
        return from_vni(text);
    case Encoding::viscii:
        return by_table(text, viscii);
    case Encoding::cp1258:
        return by_table(text, cp1258);
    case Encoding::unicode:
        break;
    }
    return std::string(text);
}

} // namespace

std::string to_unicode(std::string_view text, Encoding encoding) {
    const std::string result = decoded(text, encoding);
    return to_nfc(result).value_or(result);
}

std::string from_bytes(std::string_view bytes) {
    std::string result;
    result.reserve(bytes.size());
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        result += to_utf8(windows_1252[byte] != 0 ? char32_t{windows_1252[byte]} : byte);
    }
    return result;
}

} // namespace vanthu::text
