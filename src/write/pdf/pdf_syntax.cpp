#include "write/pdf/pdf_syntax.h"

#include "text/unicode.h"

#include <algorithm>
#include <cmath>

namespace vanthu::write {
namespace {

constexpr char hex_digits[] = "0123456789ABCDEF";

void append_hex8(std::string& out, unsigned value) {
    out += hex_digits[value >> 4 & 0xF];
    out += hex_digits[value & 0xF];
}

bool is_plain(char c) { return c >= ' ' && c <= '~'; }

} // namespace

std::int64_t to_hundredths(double value) { return std::llround(value * 100); }

void append_hundredths(std::string& out, std::int64_t hundredths) {
    if (hundredths < 0) {
        out += '-';
        hundredths = -hundredths;
    }
    append_integer(out, hundredths / 100);
    const int fraction = static_cast<int>(hundredths % 100);
    if (fraction == 0) return;
    out += '.';
    out += static_cast<char>('0' + fraction / 10);
    if (fraction % 10 != 0) out += static_cast<char>('0' + fraction % 10);
}

void append_hex16(std::string& out, unsigned value) {
    append_hex8(out, value >> 8);
    append_hex8(out, value);
}

void append_utf16_hex(std::string& out, char32_t character) {
    if (character < 0x10000) return append_hex16(out, character);
    append_hex16(out, 0xD7C0 + (character >> 10));
    append_hex16(out, 0xDC00 + (character & 0x3FF));
}

std::string text_string(std::string_view utf8) {
    std::string out;
    if (std::all_of(utf8.begin(), utf8.end(), is_plain)) {
        out += '(';
        for (const char c : utf8) {
            if (c == '(' || c == ')' || c == '\\') out += '\\';
            out += c;
        }
        return out += ')';
    }
    out = "<FEFF";
    text::for_each_character(utf8, [&](char32_t character) { append_utf16_hex(out, character); });
    return out += '>';
}

std::string hex_string(std::string_view bytes) {
    std::string out = "<";
    for (const char byte : bytes) append_hex8(out, static_cast<unsigned char>(byte));
    return out += '>';
}

std::string name_object(std::string_view name) {
    std::string out = "/";
    for (const char c : name) {
        if (c > ' ' && c <= '~' && std::string_view("#()<>[]{}/%").find(c) == std::string_view::npos) {
            out += c;
        } else {
            out += '#';
            append_hex8(out, static_cast<unsigned char>(c));
        }
    }
    return out;
}

} // namespace vanthu::write
