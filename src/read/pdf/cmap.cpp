#include "read/pdf/cmap.h"

#include "read/pdf/content_lexer.h"

#include <algorithm>

namespace vanthu::read::pdf {
namespace {

constexpr std::size_t most_codes = 1'000'000;
constexpr std::uint32_t longest_range = 0x10000;

std::uint32_t big_endian(std::string_view bytes) {
    std::uint32_t value = 0;
    for (const char c : bytes.substr(0, 4)) value = value << 8 | static_cast<unsigned char>(c);
    return value;
}

using Kind = Operand::Kind;

class Parser {
  public:
    explicit Parser(CMap& map) : map_(map) {}

    void take(std::string_view name, const std::vector<Operand>& operands) {
        if (name == "endbfchar") bf_characters(operands);
        if (name == "endbfrange") bf_ranges(operands);
        if (name == "endcidchar") cid_characters(operands);
        if (name == "endcidrange") cid_ranges(operands);
        if (name == "endcodespacerange") code_spaces(operands);
        if (name == "usecmap" && !operands.empty() && operands.back().kind == Kind::name)
            map_.base = operands.back().text;
        if (name == "def" && operands.size() == 2 && operands[0].text == "WMode")
            map_.is_vertical = operands[1].number == 1;
    }

  private:
    bool may_take_one() { return taken_++ < most_codes; }

    void bf_characters(const std::vector<Operand>& operands) {
        for (std::size_t i = 0; i + 1 < operands.size(); i += 2)
            if (operands[i].kind == Kind::string && operands[i + 1].kind == Kind::string && may_take_one())
                map_.texts.set(big_endian(operands[i].text), from_utf16(operands[i + 1].text));
    }

    void bf_ranges(const std::vector<Operand>& operands) {
        for (std::size_t i = 0; i + 2 < operands.size();) {
            const std::uint32_t low = big_endian(operands[i].text), high = big_endian(operands[i + 1].text);
            const Operand& to = operands[i + 2];
            if (to.kind == Kind::array_begin) {
                i = bf_array(operands, i + 3, low, high);
                continue;
            }
            if (to.kind == Kind::string) bf_range(low, high, from_utf16(to.text));
            i += 3;
        }
    }

    void bf_range(std::uint32_t low, std::uint32_t high, std::u32string text) {
        if (text.empty() || high < low || high - low >= longest_range) return;
        for (std::uint32_t code = low; code <= high && may_take_one(); ++code, ++text.back())
            map_.texts.set(code, text);
    }

    std::size_t bf_array(const std::vector<Operand>& operands, std::size_t i, std::uint32_t low, std::uint32_t high) {
        for (std::uint32_t code = low; i < operands.size() && operands[i].kind != Kind::array_end; ++i, ++code)
            if (code <= high && operands[i].kind == Kind::string && may_take_one())
                map_.texts.set(code, from_utf16(operands[i].text));
        return i + 1;
    }

    void cid_characters(const std::vector<Operand>& operands) {
        for (std::size_t i = 0; i + 1 < operands.size(); i += 2)
            if (may_take_one())
                map_.cids.set(big_endian(operands[i].text),
                              static_cast<std::uint32_t>(std::clamp(operands[i + 1].number, 0.0, 65535.0)));
    }

    void cid_ranges(const std::vector<Operand>& operands) {
        for (std::size_t i = 0; i + 2 < operands.size(); i += 3) {
            const std::uint32_t low = big_endian(operands[i].text), high = big_endian(operands[i + 1].text);
            if (high < low || high - low >= longest_range) continue;
            const auto cid = static_cast<std::uint32_t>(std::clamp(operands[i + 2].number, 0.0, 65535.0));
            for (std::uint32_t code = low; code <= high && may_take_one(); ++code)
                map_.cids.set(code, cid + code - low);
        }
    }

    void code_spaces(const std::vector<Operand>& operands) {
        constexpr std::size_t most_spaces = 100;
        for (std::size_t i = 0; i + 1 < operands.size() && map_.spaces.size() < most_spaces; i += 2) {
            const auto bytes = static_cast<int>(operands[i].text.size());
            if (bytes >= 1 && bytes <= 4)
                map_.spaces.push_back({bytes, big_endian(operands[i].text), big_endian(operands[i + 1].text)});
        }
    }

    CMap& map_;
    std::size_t taken_ = 0;
};

} // namespace

std::u32string from_utf16(std::string_view bytes) {
    std::u32string text;
    // One byte is met where a producer forgot the high one.
    if (bytes.size() == 1) return {static_cast<char32_t>(static_cast<unsigned char>(bytes[0]))};
    for (std::size_t i = 0; i + 1 < bytes.size(); i += 2) {
        char32_t unit = big_endian(bytes.substr(i, 2));
        if (unit >= 0xD800 && unit < 0xDC00 && i + 3 < bytes.size()) {
            const char32_t low = big_endian(bytes.substr(i + 2, 2));
            if (low >= 0xDC00 && low < 0xE000) unit = 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00), i += 2;
        }
        text.push_back(unit >= 0xD800 && unit < 0xE000 ? 0xFFFD : unit);
    }
    return text;
}

std::uint32_t CMap::code(std::string_view bytes, int& length) const {
    for (int size = 1; size <= 4 && static_cast<std::size_t>(size) <= bytes.size(); ++size) {
        const std::uint32_t value = big_endian(bytes.substr(0, static_cast<std::size_t>(size)));
        for (const CodeSpace& space : spaces)
            if (space.bytes == size && value >= space.low && value <= space.high) {
                length = size;
                return value;
            }
    }
    const int usual = spaces.empty() ? 2 : spaces.front().bytes;
    length = std::min(usual, static_cast<int>(bytes.size()));
    return big_endian(bytes.substr(0, static_cast<std::size_t>(length)));
}

CMap parse_cmap(std::string_view content) {
    CMap map;
    Parser parser(map);
    ContentLexer lexer(content);
    while (lexer.next()) parser.take(lexer.name(), lexer.operands());
    return map;
}

} // namespace vanthu::read::pdf
