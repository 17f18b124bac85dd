#include "read/scan/jbig2_coder.h"

#include <array>

namespace vanthu::read::scan {
namespace {

/// Table E.1.
struct Probability {
    std::uint16_t less = 0; ///< of the less probable bit
    std::uint8_t after_more = 0, after_less = 0;
    bool turns = false;
};

constexpr std::array<Probability, 47> probabilities = {
    {{0x5601, 1, 1, true},    {0x3401, 2, 6, false},   {0x1801, 3, 9, false},   {0x0AC1, 4, 12, false},
     {0x0521, 5, 29, false},  {0x0221, 38, 33, false}, {0x5601, 7, 6, true},    {0x5401, 8, 14, false},
     {0x4801, 9, 14, false},  {0x3801, 10, 14, false}, {0x3001, 11, 17, false}, {0x2401, 12, 18, false},
     {0x1C01, 13, 20, false}, {0x1601, 29, 21, false}, {0x5601, 15, 14, true},  {0x5401, 16, 14, false},
     {0x5101, 17, 15, false}, {0x4801, 18, 16, false}, {0x3801, 19, 17, false}, {0x3401, 20, 18, false},
     {0x3001, 21, 19, false}, {0x2801, 22, 19, false}, {0x2401, 23, 20, false}, {0x2201, 24, 21, false},
     {0x1C01, 25, 22, false}, {0x1801, 26, 23, false}, {0x1601, 27, 24, false}, {0x1401, 28, 25, false},
     {0x1201, 29, 26, false}, {0x1101, 30, 27, false}, {0x0AC1, 31, 28, false}, {0x09C1, 32, 29, false},
     {0x08A1, 33, 30, false}, {0x0521, 34, 31, false}, {0x0441, 35, 32, false}, {0x02A1, 36, 33, false},
     {0x0221, 37, 34, false}, {0x0141, 38, 35, false}, {0x0111, 39, 36, false}, {0x0085, 40, 37, false},
     {0x0049, 41, 38, false}, {0x0025, 42, 39, false}, {0x0015, 43, 40, false}, {0x0009, 44, 41, false},
     {0x0005, 45, 42, false}, {0x0001, 45, 43, false}, {0x5601, 46, 46, false}}};

} // namespace

Jbig2Coder::Jbig2Coder(std::string_view data) : data_(data) {
    code_ = byte(0) << 16;
    next_byte();
    code_ <<= 7;
    left_ -= 7;
    interval_ = 0x8000;
}

void Jbig2Coder::next_byte() {
    constexpr unsigned marker = 0xFF, last_stuffed = 0x8F;
    if (byte(at_) != marker) {
        code_ += byte(++at_) << 8;
        left_ = 8;
    } else if (byte(at_ + 1) > last_stuffed) {
        code_ += 0xFF00;
        left_ = 8;
    } else {
        code_ += byte(++at_) << 9;
        left_ = 7;
    }
}

void Jbig2Coder::renormalise() {
    do {
        if (left_ == 0) next_byte();
        interval_ <<= 1;
        code_ <<= 1;
        --left_;
    } while ((interval_ & 0x8000) == 0);
}

unsigned Jbig2Coder::bit(Jbig2Context& context) {
    const Probability& row = probabilities[context.index];
    interval_ -= row.less;
    const bool is_low = code_ >> 16 < row.less;
    if (!is_low) {
        code_ -= std::uint32_t{row.less} << 16;
        if ((interval_ & 0x8000) != 0) return context.bit;
    }
    const bool is_more = is_low == (interval_ < row.less);
    if (is_low) interval_ = row.less;
    const unsigned result = is_more ? context.bit : 1U - context.bit;
    if (!is_more && row.turns) context.bit = static_cast<std::uint8_t>(1 - context.bit);
    context.index = is_more ? row.after_more : row.after_less;
    renormalise();
    return result;
}

std::optional<std::int32_t> Jbig2Coder::integer(Jbig2Integers& kind) {
    struct Range {
        int bits;
        std::uint32_t from;
    };
    constexpr std::array<Range, 6> ranges = {{{2, 0}, {4, 4}, {6, 20}, {8, 84}, {12, 340}, {32, 4436}}};
    std::uint32_t before = 1;
    const auto next = [&] {
        const unsigned value = bit(kind.contexts[before]);
        before = before < 256 ? before << 1 | value : ((before << 1 | value) & 511) | 256;
        return value;
    };
    const bool is_negative = next() != 0;
    std::size_t range = 0;
    while (range < 5 && next() != 0) ++range;
    std::uint64_t value = 0;
    for (int i = 0; i < ranges[range].bits; ++i) value = value << 1 | next();
    value += ranges[range].from;
    if (is_negative && value == 0) return std::nullopt;
    if (value > 0x7FFFFFFF) throw Jbig2Broken();
    return is_negative ? -static_cast<std::int32_t>(value) : static_cast<std::int32_t>(value);
}

std::int32_t Jbig2Coder::number(Jbig2Integers& kind) {
    const std::optional<std::int32_t> value = integer(kind);
    if (!value) throw Jbig2Broken();
    return *value;
}

std::uint32_t Jbig2Coder::identifier(Jbig2Contexts& contexts, unsigned length) {
    std::uint32_t before = 1;
    for (unsigned i = 0; i < length; ++i) before = before << 1 | bit(contexts[before]);
    return before - (1U << length);
}

} // namespace vanthu::read::scan
