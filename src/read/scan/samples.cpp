#include "read/scan/samples.h"

#include <algorithm>
#include <array>

namespace vanthu::read::scan {
namespace {

using pages::StoredPicture;

/// Samples of one row, one after the other, scaled to 0..255 (indices stay as they are).
class Row {
  public:
    Row(const StoredPicture& picture, std::size_t row) : picture_(picture) {
        const std::size_t bits = std::size_t{picture.width} * picture.components * picture.bits;
        const std::size_t length = (bits + 7) / 8;
        const std::size_t from = std::min(row * length, picture.bytes.size());
        bytes_ = std::string_view(picture.bytes).substr(from, length);
    }

    /// 255 (white) or 0 (an index) where the data has ended.
    unsigned next() {
        const unsigned bits = picture_.bits, at = position_;
        position_ += bits;
        const bool is_index = !picture_.palette.empty();
        if ((at + bits + 7) / 8 > bytes_.size()) return is_index ? 0 : 255;
        const auto byte = static_cast<unsigned char>(bytes_[at / 8]); // of 16 bits the first 8 count
        const unsigned most = bits >= 8 ? 255 : (1U << bits) - 1;
        unsigned value = bits >= 8 ? byte : byte >> (8 - at % 8 - bits) & most;
        if (picture_.is_inverted) value = most - value;
        return is_index ? value : value * 255 / most;
    }

  private:
    const StoredPicture& picture_;
    std::string_view bytes_;
    unsigned position_ = 0;
};

/// Rows of bits as they are; samples of 1 are white.
Bitmap bilevel(const StoredPicture& picture) {
    const auto width = static_cast<l_int32>(picture.width), height = static_cast<l_int32>(picture.height);
    Bitmap result(pixCreate(width, height, 1));
    if (!result) return {};
    l_uint32* data = pixGetData(result.get());
    const l_int32 words = pixGetWpl(result.get());
    const std::size_t length = (std::size_t{picture.width} + 7) / 8;
    const unsigned turn = picture.is_inverted ? 0 : 0xFF;
    for (l_int32 y = 0; y < height; ++y) {
        const std::size_t from = static_cast<std::size_t>(y) * length;
        for (std::size_t x = 0; x < length && from + x < picture.bytes.size(); ++x)
            SET_DATA_BYTE(data + std::ptrdiff_t{y} * words, x,
                          static_cast<unsigned char>(picture.bytes[from + x]) ^ turn);
    }
    return result;
}

std::uint32_t rgb_of(std::array<unsigned, 4> v, unsigned components) {
    if (components == 1) return v[0] << 24 | v[0] << 16 | v[0] << 8;
    if (components == 3) return v[0] << 24 | v[1] << 16 | v[2] << 8;
    const unsigned light = 255 - v[3];
    return (255 - v[0]) * light / 255 << 24 | (255 - v[1]) * light / 255 << 16 | (255 - v[2]) * light / 255 << 8;
}

std::uint32_t entry_of(const Bytes& palette, unsigned index) {
    const std::size_t at = std::min<std::size_t>(std::size_t{index} * 3, palette.size() - 3);
    const auto byte = [&](std::size_t i) { return std::uint32_t{static_cast<unsigned char>(palette[at + i])}; };
    return byte(0) << 24 | byte(1) << 16 | byte(2) << 8;
}

} // namespace

Bitmap from_samples(const StoredPicture& picture) {
    const unsigned components = picture.components;
    if (picture.bits == 1 && components == 1 && picture.palette.empty()) return bilevel(picture);
    const bool is_grey = components == 1 && picture.palette.size() < 3;
    const auto width = static_cast<l_int32>(picture.width), height = static_cast<l_int32>(picture.height);
    Bitmap result(pixCreate(width, height, is_grey ? 8 : 32));
    if (!result) return {};
    for (l_int32 y = 0; y < height; ++y) {
        Row row(picture, static_cast<std::size_t>(y));
        l_uint32* line = pixGetData(result.get()) + std::ptrdiff_t{y} * pixGetWpl(result.get());
        for (l_int32 x = 0; x < width; ++x) {
            std::array<unsigned, 4> values{};
            for (unsigned c = 0; c < components; ++c) values[c] = row.next();
            if (is_grey)
                SET_DATA_BYTE(line, x, values[0]);
            else
                line[x] = picture.palette.empty() ? rgb_of(values, components) : entry_of(picture.palette, values[0]);
        }
    }
    return result;
}

} // namespace vanthu::read::scan
