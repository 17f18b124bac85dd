#include "write/report/html_page.h"

#include "text/unicode.h"

#include <fmt/format.h>

namespace vanthu::write {
namespace {

bool is_obeyed(char32_t character) {
    const bool is_control = character < 0x20 && character != '\n' && character != '\t';
    const bool is_direction = (character >= 0x202A && character <= 0x202E) ||
                              (character >= 0x2066 && character <= 0x2069) || character == 0x200E ||
                              character == 0x200F;
    return is_control || is_direction || (character >= 0x7F && character <= 0x9F);
}

} // namespace

std::string escaped(std::string_view text) {
    std::string result;
    text::for_each_character(text, [&](char32_t character) {
        if (character == '&')
            result += "&amp;";
        else if (character == '<')
            result += "&lt;";
        else if (character == '>')
            result += "&gt;";
        else if (character == '"')
            result += "&quot;";
        else if (is_obeyed(character))
            result += fmt::format("\\u{{{:04X}}}", static_cast<std::uint32_t>(character));
        else
            result += text::to_utf8(character);
    });
    return result;
}

std::string link_to(std::string_view path) {
    constexpr std::string_view plain = "-._~/";
    std::string result;
    for (const char c : path) {
        const bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        if (is_letter || plain.find(c) != plain.npos)
            result += c;
        else
            result += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
    return result;
}

std::string_view style_sheet() {
    return R"(:root{color-scheme:light}
*{box-sizing:border-box}
body{font:15px/1.45 "Segoe UI","Noto Sans","DejaVu Sans",Arial,sans-serif;color:#1c2430;background:#f4f6f9;margin:0}
main{max-width:1280px;margin:0 auto;padding:24px}
h1{font-size:24px;margin:0 0 4px}
h2{font-size:18px;margin:32px 0 8px}
p{margin:4px 0}
.folder,.small{color:#5b6675;font-size:13px}
.counts{display:flex;flex-wrap:wrap;gap:12px;margin:16px 0}
.count{background:#fff;border:1px solid #d9dfe7;border-left:6px solid #8a97a8;border-radius:6px;padding:8px 16px;min-width:120px}
.count b{display:block;font-size:26px;line-height:1.2}
.good{border-left-color:#2e7d46}.doubtful{border-left-color:#c77700}.failed{border-left-color:#b3261e}
table{border-collapse:collapse;width:100%;background:#fff;border:1px solid #d9dfe7}
th,td{text-align:left;vertical-align:top;padding:7px 9px;border-top:1px solid #e4e9ef}
th{background:#e9eef4;font-size:13px;position:sticky;top:0}
td.number{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}
td.file{overflow-wrap:anywhere;min-width:130px}
td:first-child{border-left:5px solid #8a97a8}
tr.good td:first-child{border-left-color:#2e7d46}tr.doubtful td:first-child{border-left-color:#c77700}tr.failed td:first-child{border-left-color:#b3261e}
article{background:#fff;border:1px solid #d9dfe7;border-left:6px solid #8a97a8;border-radius:6px;padding:12px 16px;margin:12px 0}
article.doubtful{border-left-color:#c77700}article.failed{border-left-color:#b3261e}
article h3{margin:0 0 4px;font-size:16px;overflow-wrap:anywhere}
ul{margin:4px 0 8px;padding-left:22px}
li.error b{color:#b3261e}li.warning b{color:#9a5b00}
.hint{color:#40505f}
a{color:#0b57a4}
.pictures{display:flex;flex-wrap:wrap;gap:12px;margin-top:8px}
figure{margin:0}
figure img{max-width:360px;width:100%;border:1px solid #c3ccd7;display:block}
figcaption{font-size:13px;color:#5b6675}
.words{background:#fff6e5;padding:0 3px;border-radius:3px}
@media print{body{background:#fff}th{position:static}main{max-width:none;padding:0}})";
}

} // namespace vanthu::write
