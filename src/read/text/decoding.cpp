#include "read/text/decoding.h"

#include "text/legacy.h"
#include "text/scan.h"
#include "text/unicode.h"

#include <algorithm>

namespace vanthu::read::plain {
namespace {

constexpr std::string_view mark_utf8 = "\xEF\xBB\xBF";
constexpr std::string_view mark_little = "\xFF\xFE";
constexpr std::string_view mark_big = "\xFE\xFF";
constexpr std::size_t sample_size = 0x40000;

std::string from_utf16(std::string_view bytes, bool big) {
    std::string result;
    const auto unit = [&](std::size_t at) -> char32_t {
        const auto a = static_cast<unsigned char>(bytes[at]);
        const auto b = static_cast<unsigned char>(bytes[at + 1]);
        return big ? static_cast<char32_t>(a << 8 | b) : static_cast<char32_t>(b << 8 | a);
    };
    for (std::size_t i = 0; i + 1 < bytes.size(); i += 2) {
        char32_t c = unit(i);
        const bool high = c >= 0xD800 && c < 0xDC00;
        if (high && i + 3 < bytes.size() && unit(i + 2) >= 0xDC00 && unit(i + 2) < 0xE000) {
            c = 0x10000 + ((c - 0xD800) << 10) + (unit(i + 2) - 0xDC00);
            i += 2;
        } else if (c >= 0xD800 && c < 0xE000) {
            c = 0xFFFD;
        }
        result += text::to_utf8(c);
    }
    return result;
}

const char* name_of(text::Encoding encoding) {
    switch (encoding) {
    case text::Encoding::tcvn3:
        return "TCVN3";
    case text::Encoding::vni:
        return "VNI";
    case text::Encoding::viscii:
        return "VISCII";
    case text::Encoding::cp1258:
        return "Windows-1258";
    case text::Encoding::unicode:
        break;
    }
    return "";
}

bool is_binary(std::string_view bytes) {
    const auto controls = std::count_if(bytes.begin(), bytes.end(), [](char c) {
        return (c >= 0 && c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f') || c == 0x7F;
    });
    // The encodings of old put a few capitals among the control characters; none uses NUL.
    return bytes.find('\0') != std::string_view::npos || static_cast<std::size_t>(controls) * 50 > bytes.size();
}

std::string without_invisible(const std::string& text) {
    std::string result;
    result.reserve(text.size());
    text::for_each_character(text, [&](char32_t c) {
        if (!text::is_invisible(c)) result += text::to_utf8(c);
    });
    return result;
}

std::string sample_of(const std::string& text) {
    std::size_t end = std::min(text.size(), sample_size);
    while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) ++end;
    return text.substr(0, end);
}

} // namespace

std::optional<Decoded> decode(std::string_view bytes) {
    Decoded result;
    if (bytes.starts_with(mark_little) || bytes.starts_with(mark_big)) {
        result.encoding = "UTF-16";
        result.text = from_utf16(bytes.substr(2), bytes.starts_with(mark_big));
        if (is_binary(result.text)) return std::nullopt;
    } else {
        if (bytes.starts_with(mark_utf8)) bytes.remove_prefix(mark_utf8.size());
        if (is_binary(bytes)) return std::nullopt;
        result.text = bytes;
        if (!text::to_nfc(result.text)) {
            result.text = text::from_bytes(bytes);
            result.encoding = "Windows-1252";
        }
        const text::Encoding encoding = text::detect_encoding(sample_of(result.text), "");
        if (encoding != text::Encoding::unicode) {
            result.text = text::to_unicode(result.text, encoding);
            result.encoding = name_of(encoding);
        }
    }
    result.text = without_invisible(text::to_nfc(result.text).value_or(result.text));
    return result;
}

} // namespace vanthu::read::plain
