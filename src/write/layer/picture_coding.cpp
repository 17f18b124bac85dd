#include "write/layer/picture_coding.h"

#include "write/pdf/pdf_syntax.h"

#include <fmt/format.h>

#include <string_view>

namespace vanthu::write {
namespace {

using pages::PictureCoding;
using pages::StoredPicture;

/// Big-endian numbers of a file; 0 beyond its end.
class Reader {
  public:
    explicit Reader(std::string_view bytes) : bytes_(bytes) {}
    std::size_t size() const { return bytes_.size(); }
    std::uint32_t at(std::size_t place, std::size_t count) const {
        std::uint32_t value = 0;
        for (std::size_t i = place; i < place + count; ++i)
            value = value << 8 | (i < bytes_.size() ? static_cast<unsigned char>(bytes_[i]) : 0);
        return value;
    }
    std::string_view part(std::size_t place, std::size_t count) const {
        return place < bytes_.size() ? bytes_.substr(place, count) : std::string_view();
    }

  private:
    std::string_view bytes_;
};

const char* device_space(unsigned components) {
    return components == 1 ? "/DeviceGray" : components == 3 ? "/DeviceRGB" : "/DeviceCMYK";
}

std::string size_entries(std::uint32_t width, std::uint32_t height, unsigned bits) {
    return fmt::format("/Type /XObject /Subtype /Image /Width {} /Height {} /BitsPerComponent {} ", width, height,
                       bits);
}

std::string indexed_space(std::string_view palette) {
    return fmt::format("/ColorSpace [/Indexed /DeviceRGB {} {}] ", palette.size() / 3 - 1, hex_string(palette));
}

/// The frame header says the size; four inks written by Adobe's programs are inverted.
std::optional<CodedPicture> jpeg(const Bytes& bytes) {
    const Reader file(bytes);
    bool is_adobe = false;
    for (std::size_t at = 2; at + 4 < file.size() && file.at(at, 1) == 0xFF;) {
        const std::uint32_t marker = file.at(at + 1, 1), length = file.at(at + 2, 2);
        if (marker == 0xEE && file.part(at + 4, 5) == "Adobe") is_adobe = true;
        const bool is_frame = marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
        if (is_frame) {
            const std::uint32_t components = file.at(at + 9, 1);
            if (components != 1 && components != 3 && components != 4) return std::nullopt;
            std::string entries = size_entries(file.at(at + 7, 2), file.at(at + 5, 2), file.at(at + 4, 1));
            entries += fmt::format("/ColorSpace {} /Filter /DCTDecode ", device_space(components));
            if (components == 4 && is_adobe) entries += "/Decode [1 0 1 0 1 0 1 0] ";
            return CodedPicture{std::move(entries), bytes, false};
        }
        at += 2 + length;
    }
    return std::nullopt;
}

/// The rows of a PNG are coded as PDF's predictors 10 to 15 are.
std::optional<CodedPicture> png(const Bytes& bytes) {
    enum : std::uint32_t { grey = 0, colour = 2, indices = 3 };
    const Reader file(bytes);
    const std::uint32_t width = file.at(16, 4), height = file.at(20, 4), bits = file.at(24, 1), kind = file.at(25, 1);
    const bool is_interlaced = file.at(28, 1) != 0;
    if (file.part(12, 4) != "IHDR" || is_interlaced || (kind != grey && kind != colour && kind != indices))
        return std::nullopt;
    CodedPicture result;
    std::string space = fmt::format("/ColorSpace {} ", device_space(kind == colour ? 3 : 1));
    for (std::size_t at = 8; at + 8 <= file.size();) {
        const std::uint32_t length = file.at(at, 4);
        const std::string_view chunk = file.part(at + 4, 4), data = file.part(at + 8, length);
        if (chunk == "tRNS") return std::nullopt;
        if (chunk == "PLTE" && kind == indices && data.size() >= 3) space = indexed_space(data);
        if (chunk == "IDAT") result.data += data;
        at += std::size_t{12} + length;
    }
    if (result.data.empty()) return std::nullopt;
    result.entries = size_entries(width, height, bits) + space +
                     fmt::format("/Filter /FlateDecode /DecodeParms <</Predictor 15 /Colors {} /BitsPerComponent {} "
                                 "/Columns {}>> ",
                                 kind == colour ? 3 : 1, bits, width);
    return result;
}

std::string decode_entry(const StoredPicture& picture) {
    if (!picture.is_inverted || !picture.palette.empty()) return {};
    std::string pairs;
    for (unsigned i = 0; i < picture.components; ++i) pairs += "1 0 ";
    return "/Decode [" + pairs + "] ";
}

std::optional<CodedPicture> ccitt(const StoredPicture& picture) {
    const auto truth = [](bool value) { return value ? "true" : "false"; };
    return CodedPicture{size_entries(picture.width, picture.height, 1) +
                            fmt::format("/ColorSpace /DeviceGray /Filter /CCITTFaxDecode /DecodeParms <</K {} "
                                        "/Columns {} /Rows {} /BlackIs1 {} /EncodedByteAlign {}>> ",
                                        picture.ccitt_k, picture.width, picture.height, truth(picture.ccitt_black_is_1),
                                        truth(picture.ccitt_byte_align)) +
                            decode_entry(picture),
                        picture.bytes, false};
}

std::optional<CodedPicture> samples(const StoredPicture& picture) {
    std::string space = fmt::format("/ColorSpace {} ", device_space(picture.components));
    if (picture.palette.size() >= 3) space = indexed_space(picture.palette);
    return CodedPicture{size_entries(picture.width, picture.height, picture.bits) + space + decode_entry(picture),
                        picture.bytes, true};
}

} // namespace

std::optional<CodedPicture> coded_picture(const StoredPicture& picture) {
    switch (picture.coding) {
    case PictureCoding::jpeg:
        return jpeg(picture.bytes);
    case PictureCoding::png:
        return png(picture.bytes);
    case PictureCoding::ccitt:
        return ccitt(picture);
    case PictureCoding::raw:
        return samples(picture);
    case PictureCoding::jpeg2000:
    case PictureCoding::jbig2:
    case PictureCoding::tiff:
        break;
    }
    return std::nullopt;
}

} // namespace vanthu::write
