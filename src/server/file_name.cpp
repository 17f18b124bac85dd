#include "server/file_name.h"

#include "base/printable.h"

#include <fmt/format.h>

namespace vanthu::server {
namespace {

constexpr std::size_t most_name = 200;

int digit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

bool is_plain(unsigned char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '-' ||
           c == '_';
}

} // namespace

std::string percent_decoded(std::string_view text) {
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool is_escape =
            text[i] == '%' && i + 2 < text.size() && digit(text[i + 1]) >= 0 && digit(text[i + 2]) >= 0;
        if (is_escape) {
            result += static_cast<char>(digit(text[i + 1]) * 16 + digit(text[i + 2]));
            i += 2;
        } else
            result += text[i];
    }
    return result;
}

std::string plain_name(std::string_view name) {
    if (const std::size_t slash = name.find_last_of("/\\"); slash != std::string_view::npos)
        name.remove_prefix(slash + 1);
    std::string result = printable(name);
    if (result.size() > most_name) {
        std::size_t size = most_name;
        while (size > 0 && (static_cast<unsigned char>(result[size]) & 0xC0U) == 0x80) --size;
        result.resize(size);
    }
    if (result.empty() || result == "." || result == "..") return "file";
    return result;
}

std::string stem_of(std::string_view name) {
    const std::size_t dot = name.rfind('.');
    return std::string(dot == 0 ? name : name.substr(0, dot));
}

std::string attachment(std::string_view name) {
    const std::string plain = plain_name(name);
    std::string ascii, escaped;
    for (const char c : plain) {
        const auto octet = static_cast<unsigned char>(c);
        if (is_plain(octet)) {
            ascii += c;
            escaped += c;
        } else {
            if ((octet & 0xC0U) != 0x80) ascii += '_';
            escaped += fmt::format("%{:02X}", octet);
        }
    }
    return "attachment; filename=\"" + ascii + "\"; filename*=UTF-8''" + escaped;
}

} // namespace vanthu::server
