// Spelling of PDF tokens. Appending to one string is what makes writing fast.
#pragma once

#include <charconv>
#include <cstdint>
#include <string>
#include <string_view>

namespace vanthu::write {

using ObjectNumber = std::uint32_t;

template <class Integer> void append_integer(std::string& out, Integer value) {
    char digits[24];
    out.append(digits, std::to_chars(digits, digits + sizeof digits, value).ptr);
}

/// "12 0 R"
inline void append_reference(std::string& out, ObjectNumber number) {
    append_integer(out, number);
    out += " 0 R";
}

inline std::string reference(ObjectNumber number) {
    std::string result;
    append_reference(result, number);
    return result;
}

/// `hundredths` of a unit as a decimal number: 1250 is 12.5.
void append_hundredths(std::string& out, std::int64_t hundredths);

std::int64_t to_hundredths(double value);

/// A text string object, UTF-16BE with byte order mark, in hexadecimal. ASCII stays readable: "(...)".
std::string text_string(std::string_view utf8);

/// UTF-16BE code units in hexadecimal, as a ToUnicode CMap states them.
void append_utf16_hex(std::string& out, char32_t character);

/// Four hexadecimal digits.
void append_hex16(std::string& out, unsigned value);

/// Bytes as a hexadecimal string object.
std::string hex_string(std::string_view bytes);

/// A name object; what names may not hold is escaped.
std::string name_object(std::string_view name);

} // namespace vanthu::write
