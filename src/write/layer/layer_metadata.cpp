#include "write/layer/layer_metadata.h"

#include "text/unicode.h"
#include "write/pdf/metadata.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <optional>
#include <string_view>

namespace vanthu::write {
namespace {

constexpr std::string_view program = "vanthu " VANTHU_VERSION;

/// What XML may hold; a text that is no Unicode is dropped.
std::string clean(const std::string& text) {
    std::string result = text::to_nfc(text).value_or("");
    std::erase_if(result, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; });
    for (const std::string_view forbidden : {"\xEF\xBF\xBE", "\xEF\xBF\xBF"})
        for (std::size_t at = result.find(forbidden); at != std::string::npos; at = result.find(forbidden))
            result.erase(at, forbidden.size());
    return result;
}

/// The number of `count` digits at the front, which are taken away; none where other things stand there.
std::optional<int> take_digits(std::string_view& text, std::size_t count) {
    int value = 0;
    if (text.size() < count) return std::nullopt;
    const auto [end, error] = std::from_chars(text.data(), text.data() + count, value);
    if (error != std::errc() || end != text.data() + count || text.front() == '-') return std::nullopt;
    text.remove_prefix(count);
    return value;
}

std::string zone(std::string_view text) {
    if (text.empty() || text.front() == 'Z') return "Z";
    const char sign = text.front();
    text.remove_prefix(1);
    const std::optional<int> hours = take_digits(text, 2);
    if ((sign != '+' && sign != '-') || !hours || *hours > 23) return "Z";
    if (!text.empty() && text.front() == '\'') text.remove_prefix(1);
    const int minutes = take_digits(text, 2).value_or(0);
    return fmt::format("{}{:02}:{:02}", sign, *hours, std::min(minutes, 59));
}

} // namespace

std::string xmp_time(std::string_view date) {
    if (date.substr(0, 2) == "D:") date.remove_prefix(2);
    const std::optional<int> year = take_digits(date, 4);
    if (!year) return {};
    const int month = take_digits(date, 2).value_or(1), day = take_digits(date, 2).value_or(1);
    const int hour = take_digits(date, 2).value_or(0), minute = take_digits(date, 2).value_or(0);
    const int second = take_digits(date, 2).value_or(0);
    if (month < 1 || month > 12 || day < 1 || day > 31 || hour > 23 || minute > 59 || second > 59) return {};
    return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}{}", *year, month, day, hour, minute, second, zone(date));
}

void set_metadata(const PdfFile& pdf, ArchiveLevel level, const std::string& language) {
    PdfObject trailer = pdf.trailer();
    PdfObject info = trailer["/Info"].shallow_copy();
    if (!info) info = pdf.parse("<<>>");
    const auto take_text = [&](const char* key) {
        std::string value = clean(info[key].text());
        if (value.empty())
            info.remove(key);
        else
            info.set(key, pdf.text_string(value));
        return value;
    };
    XmpFacts facts{take_text("/Title"),
                   take_text("/Author"),
                   take_text("/Subject"),
                   take_text("/Keywords"),
                   clean(language),
                   take_text("/Creator"),
                   fmt::format("{} ({})", program, PdfFile::library())};
    facts.created = xmp_time(info["/CreationDate"].bytes());
    if (facts.created.empty()) info.remove("/CreationDate");
    info.remove("/ModDate"); // not known without a clock
    info.set("/Producer", pdf.text_string(facts.producer));
    facts.part = level == ArchiveLevel::none ? 0 : 2;
    facts.conformance = level == ArchiveLevel::a2u ? 'U' : 'B';
    trailer.set("/Info", pdf.indirect(info));
    PdfObject root = pdf.root();
    root.set("/Metadata", pdf.stored_stream("/Type /Metadata /Subtype /XML ", xmp_packet(facts)));
}

} // namespace vanthu::write
