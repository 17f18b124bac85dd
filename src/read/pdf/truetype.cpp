#include "read/pdf/truetype.h"

#include "read/pdf/encodings.h"

#include <array>
#include <vector>

namespace vanthu::read::pdf {
namespace {

/// Bytes behind the end read as 0.
class Table {
  public:
    explicit Table(std::string_view bytes) : bytes_(bytes) {}

    std::uint32_t u8(std::size_t at) const { return at < bytes_.size() ? static_cast<unsigned char>(bytes_[at]) : 0; }
    std::uint32_t u16(std::size_t at) const { return u8(at) << 8 | u8(at + 1); }
    std::uint32_t u32(std::size_t at) const { return u16(at) << 16 | u16(at + 2); }
    std::size_t size() const { return bytes_.size(); }
    std::string_view bytes(std::size_t at, std::size_t length) const {
        return at < bytes_.size() ? bytes_.substr(at, length) : std::string_view();
    }
    Table from(std::size_t at) const { return Table(bytes(at, bytes_.size())); }

  private:
    std::string_view bytes_;
};

Table table_of(const Table& file, std::string_view tag) {
    constexpr std::size_t header = 12, record = 16;
    for (std::size_t i = 0; i < file.u16(4); ++i)
        if (file.bytes(header + i * record, 4) == tag) {
            const std::size_t at = header + i * record;
            return Table(file.bytes(file.u32(at + 8), file.u32(at + 12)));
        }
    return Table({});
}

template <class Visitor> void visit_format4(const Table& table, Visitor visit) {
    const std::size_t segments = table.u16(6) / 2;
    for (std::size_t s = 0; s < segments && 16 + s * 8 <= table.size(); ++s) {
        const std::uint32_t end = table.u16(14 + s * 2), start = table.u16(16 + segments * 2 + s * 2);
        const std::uint32_t delta = table.u16(16 + segments * 4 + s * 2);
        const std::size_t offset_at = 16 + segments * 6 + s * 2;
        const std::uint32_t offset = table.u16(offset_at);
        for (std::uint32_t code = start; code <= end && code < 0xFFFF; ++code) {
            std::uint32_t glyph = offset == 0 ? code : table.u16(offset_at + offset + (code - start) * 2);
            if (glyph != 0 || offset == 0) glyph = (glyph + delta) & 0xFFFF;
            if (glyph != 0) visit(code, glyph);
        }
    }
}

template <class Visitor> void visit_format12(const Table& table, Visitor visit) {
    std::size_t left = 0x20000;
    for (std::size_t group = 0; group < table.u32(12) && 16 + group * 12 < table.size(); ++group) {
        const std::size_t at = 16 + group * 12;
        const std::uint32_t start = table.u32(at), end = table.u32(at + 4), glyph = table.u32(at + 8);
        for (std::uint32_t code = start; code <= end && code <= 0x10FFFF && left > 0; ++code, --left)
            visit(code, (glyph + code - start) & 0xFFFF);
    }
}

template <class Visitor> void visit_characters(const Table& table, Visitor visit) {
    switch (table.u16(0)) {
    case 0:
        for (std::uint32_t code = 0; code < 256; ++code)
            if (table.u8(6 + code) != 0) visit(code, table.u8(6 + code));
        break;
    case 4:
        visit_format4(table, visit);
        break;
    case 6:
        for (std::uint32_t i = 0; i < table.u16(8); ++i) visit(table.u16(6) + i, table.u16(10 + i * 2));
        break;
    case 12:
        visit_format12(table, visit);
        break;
    default:
        break;
    }
}

void read_cmap(const Table& cmap, TrueTypeMap& map) {
    for (std::size_t i = 0; i < cmap.u16(2) && i < 32; ++i) {
        const std::uint32_t platform = cmap.u16(4 + i * 8), encoding = cmap.u16(6 + i * 8);
        const Table table = cmap.from(cmap.u32(8 + i * 8));
        const bool is_unicode = platform == 0 || (platform == 3 && (encoding == 1 || encoding == 10));
        const bool is_symbol = platform == 3 && encoding == 0;
        visit_characters(table, [&](std::uint32_t code, std::uint32_t glyph) {
            // Of the characters that share a glyph the first is the usual one (a space before a no-break space).
            if (is_unicode && !map.characters.find(glyph)) map.characters.set(glyph, code);
            if (is_symbol || (platform == 1 && code < 256 && !map.coded.find(code)))
                map.coded.set(code & 0xFF, static_cast<std::uint16_t>(glyph));
        });
    }
}

constexpr std::uint32_t macintosh_names = 258;

/// Glyph names of the standard Macintosh order behind those of its encoding.
constexpr std::array<std::string_view, 32> last_macintosh_names{
    "Lslash",      "lslash",        "Scaron",   "scaron",     "Zcaron",        "zcaron", "brokenbar", "Eth",
    "eth",         "Yacute",        "yacute",   "Thorn",      "thorn",         "minus",  "multiply",  "onesuperior",
    "twosuperior", "threesuperior", "onehalf",  "onequarter", "threequarters", "franc",  "Gbreve",    "gbreve",
    "Idotaccent",  "Scedilla",      "scedilla", "Cacute",     "cacute",        "Ccaron", "ccaron",    "dcroat"};

char32_t macintosh_character(std::uint32_t index) {
    if (index < 3) return 0;
    if (index < 98) return index - 3 + 0x20;
    if (index < 226) return character_of(BaseEncoding::mac_roman, static_cast<std::uint8_t>(index - 98 + 0x80));
    const std::u32string text = characters_of_glyph(last_macintosh_names[index - 226]);
    return text.size() == 1 ? text[0] : 0;
}

void read_post(const Table& post, TrueTypeMap& map) {
    if (post.u32(0) != 0x00020000) return;
    const std::uint32_t count = post.u16(32);
    std::vector<std::string_view> names;
    for (std::size_t at = 34 + std::size_t{2} * count; at < post.size(); at += 1 + post.u8(at))
        names.push_back(post.bytes(at + 1, post.u8(at)));
    for (std::uint32_t glyph = 0; glyph < count; ++glyph) {
        if (map.characters.find(glyph)) continue;
        const std::uint32_t index = post.u16(34 + std::size_t{2} * glyph);
        char32_t character = 0;
        if (index < macintosh_names) {
            character = macintosh_character(index);
        } else if (index - macintosh_names < names.size()) {
            const std::u32string text = characters_of_glyph(names[index - macintosh_names]);
            character = text.size() == 1 ? text[0] : 0;
        }
        if (character != 0) map.characters.set(glyph, character);
    }
}

} // namespace

TrueTypeMap read_truetype(std::string_view file) {
    TrueTypeMap map;
    const Table whole(file);
    read_cmap(table_of(whole, "cmap"), map);
    read_post(table_of(whole, "post"), map);
    return map;
}

} // namespace vanthu::read::pdf
