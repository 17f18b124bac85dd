// Unicode work that must be right for every Vietnamese letter; done by ICU.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace vanthu::text {

/// The text in NFC; none where it is not valid UTF-8.
std::optional<std::string> to_nfc(std::string_view utf8);

/// Capitals, as Vietnamese writes them. `utf8` must be valid.
std::string to_upper(std::string_view utf8);
std::string to_lower(std::string_view utf8);

/// Whether the text has letters and none of them is a small one.
bool is_upper(std::string_view utf8);

/// The small letter without its marks: Ế → e, Đ → d; any other character as it is.
char32_t base_letter(char32_t character);
bool is_letter(char32_t character);

/// One character as UTF-8.
std::string to_utf8(char32_t character);

/// Calls `visit(char32_t)` for each character of valid UTF-8.
template <class Visitor> void for_each_character(std::string_view utf8, Visitor visit) {
    for (std::size_t i = 0; i < utf8.size();) {
        const auto lead = static_cast<unsigned char>(utf8[i]);
        const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        char32_t character = length == 1 ? lead : static_cast<char32_t>(lead & (0xFF >> (length + 1)));
        for (std::size_t k = 1; k < length && i + k < utf8.size(); ++k)
            character = (character << 6) | (static_cast<unsigned char>(utf8[i + k]) & 0x3F);
        visit(character);
        i += length;
    }
}

} // namespace vanthu::text
