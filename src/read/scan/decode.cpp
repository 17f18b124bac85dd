#include "read/scan/canvas.h"
#include "read/scan/jbig2.h"
#include "read/scan/samples.h"

#include <algorithm>
#include <string>

namespace vanthu::read::scan {
namespace {

using pages::PictureCoding;
using pages::StoredPicture;

const l_uint8* data_of(const Bytes& bytes) { return reinterpret_cast<const l_uint8*>(bytes.data()); }

void append(Bytes& bytes, std::uint32_t value, int size) {
    for (int i = 0; i < size; ++i) bytes.push_back(static_cast<char>(value >> (8 * i) & 0xFF));
}

/// A TIFF around the coded rows, which Leptonica reads. Little-endian; one strip.
Bytes as_tiff(const StoredPicture& picture) {
    enum : std::uint32_t { width = 256, height = 257, bits = 258, coding = 259, meaning = 262, strip = 273 };
    enum : std::uint32_t { samples = 277, rows = 278, size = 279, group3_options = 292 };
    const std::uint32_t rle = 2, group3 = 3, group4 = 4, entries = 10, data_at = 8 + 2 + entries * 12 + 4;
    const bool is_rle = picture.ccitt_k == 0 && picture.ccitt_byte_align;
    const std::uint32_t kind = picture.ccitt_k < 0 ? group4 : is_rle ? rle : group3;
    Bytes tiff("II*\0", 4);
    append(tiff, 8, 4);
    append(tiff, entries, 2);
    const auto entry = [&](std::uint32_t tag, std::uint32_t value) {
        constexpr std::uint32_t type_long = 4;
        append(tiff, tag, 2), append(tiff, type_long, 2), append(tiff, 1, 4), append(tiff, value, 4);
    };
    entry(width, picture.width), entry(height, picture.height), entry(bits, 1), entry(coding, kind);
    entry(meaning, 0), entry(strip, data_at), entry(samples, 1), entry(rows, picture.height);
    entry(size, static_cast<std::uint32_t>(picture.bytes.size()));
    entry(group3_options, picture.ccitt_k > 0 ? 1 : 0);
    append(tiff, 0, 4);
    return tiff + picture.bytes;
}

struct Size {
    std::size_t width = 0, height = 0;
};

/// As the coding's own header says; nothing where it cannot be read.
Size coded_size(const StoredPicture& picture) {
    const Bytes& bytes = picture.bytes;
    l_int32 w = 0, h = 0, bits = 0, samples = 0, more = 0;
    l_ok fault = 0;
    switch (picture.coding) {
    case PictureCoding::jpeg:
        fault = readHeaderMemJpeg(data_of(bytes), bytes.size(), &w, &h, &samples, nullptr, nullptr);
        break;
    case PictureCoding::jpeg2000:
        fault = readHeaderMemJp2k(data_of(bytes), bytes.size(), &w, &h, &bits, &samples, &more);
        break;
    case PictureCoding::png:
        fault = readHeaderMemPng(data_of(bytes), bytes.size(), &w, &h, &bits, &samples, &more);
        break;
    case PictureCoding::tiff:
        fault = readHeaderMemTiff(data_of(bytes), bytes.size(), 0, &w, &h, &bits, &samples, &more, nullptr, nullptr);
        break;
    case PictureCoding::raw:
    case PictureCoding::ccitt:
    case PictureCoding::jbig2:
        return {picture.width, picture.height};
    }
    if (fault != 0 || w <= 0 || h <= 0) return {};
    return {static_cast<std::size_t>(w), static_cast<std::size_t>(h)};
}

Bitmap inverted(Bitmap picture) {
    if (picture) pixInvert(picture.get(), picture.get());
    return picture;
}

/// Bilevel codings: 1 in the result is what shows black, or what a stencil paints.
Bitmap decode_ccitt(const StoredPicture& picture) {
    const Bytes tiff = as_tiff(picture);
    Bitmap rows(pixReadMemTiff(data_of(tiff), tiff.size(), 0));
    return picture.ccitt_black_is_1 != picture.is_inverted ? inverted(std::move(rows)) : std::move(rows);
}

Bitmap decode_jpeg2000(const StoredPicture& picture) {
    return Bitmap(pixReadMemJp2k(data_of(picture.bytes), picture.bytes.size(), 1, nullptr, 0, 0));
}

Bitmap decode_bytes(const StoredPicture& picture) {
    const Bytes& bytes = picture.bytes;
    switch (picture.coding) {
    case PictureCoding::raw:
        return from_samples(picture);
    case PictureCoding::ccitt:
        return decode_ccitt(picture);
    case PictureCoding::jbig2: {
        Bitmap page = decode_jbig2(picture);
        return picture.is_inverted ? inverted(std::move(page)) : std::move(page);
    }
    case PictureCoding::jpeg:
        return Bitmap(pixReadMemJpeg(data_of(bytes), bytes.size(), 0, 1, nullptr, 0));
    case PictureCoding::jpeg2000:
        return decode_jpeg2000(picture);
    case PictureCoding::png:
        return Bitmap(pixReadMemPng(data_of(bytes), bytes.size()));
    case PictureCoding::tiff:
        return Bitmap(pixReadMemTiff(data_of(bytes), bytes.size(), 0));
    }
    return {};
}

/// 1 bit, 8 bit grey or 32 bit RGB, without a colour map and on white where it is transparent.
Bitmap plain(Bitmap picture) {
    if (!picture) return {};
    if (pixGetColormap(picture.get()) != nullptr)
        picture = Bitmap(pixRemoveColormap(picture.get(), REMOVE_CMAP_BASED_ON_SRC));
    if (picture && picture.depth() == 32 && pixGetSpp(picture.get()) == 4)
        picture = Bitmap(pixAlphaBlendUniform(picture.get(), 0xFFFFFF00));
    if (!picture || picture.depth() == 1 || picture.depth() == 32) return picture;
    return Bitmap(pixConvertTo8(picture.get(), 0));
}

Diagnostic broken(const char* reason) { return {"scan-broken", Severity::error, {{"reason", reason}}, {}}; }

const char* name_of(PictureCoding coding) {
    constexpr std::array names = {"samples", "CCITT", "JPEG", "JPEG 2000", "JBIG2", "PNG", "TIFF"};
    return names[static_cast<std::size_t>(coding)];
}

} // namespace

Result<Bitmap> decode(const StoredPicture& picture, const ScanLimits& limits) {
    setMsgSeverity(L_SEVERITY_NONE);
    const Size size = coded_size(picture);
    if (size.width == 0 || size.height == 0 || picture.bytes.empty())
        return Result<Bitmap>::failed(broken(name_of(picture.coding)));
    if (size.width > limits.pixels / size.height)
        return Result<Bitmap>::failed(
            {"scan-limit", Severity::error, {{"limit", "pixels"}, {"value", std::to_string(limits.pixels)}}, {}});
    Bitmap result = plain(decode_bytes(picture));
    if (!result) return Result<Bitmap>::failed(broken(name_of(picture.coding)));
    const bool is_coded_colour = picture.coding == PictureCoding::jpeg || picture.coding == PictureCoding::jpeg2000;
    // Four inks in a JPEG are stored inverted, which Leptonica takes for granted.
    if (is_coded_colour && picture.is_inverted && picture.components < 4) result = inverted(std::move(result));
    return Result<Bitmap>::of(std::move(result));
}

} // namespace vanthu::read::scan
