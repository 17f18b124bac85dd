#include "read/pdf/stored_pictures.h"

#include "read/pdf/colour.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <vector>

namespace vanthu::read::pdf {
namespace {

using pages::PictureCoding;
using pages::StoredPicture;

constexpr int most_side = 100'000;
constexpr std::size_t most_raw_bytes = std::size_t{128} << 20;

struct Colours {
    std::uint8_t components = 1;
    bool is_ink = false; ///< full is dark
    Bytes palette;
};

std::optional<std::uint8_t> plain_components(const Object& space) {
    const std::string name = space.is_array() ? space.at(0).name() : space.name();
    if (name == "DeviceGray" || name == "CalGray" || name == "G") return 1;
    if (name == "DeviceRGB" || name == "CalRGB" || name == "RGB" || name == "Lab") return 3;
    if (name == "DeviceCMYK" || name == "CMYK") return 4;
    if (name != "ICCBased") return std::nullopt;
    const int count = space.at(1)["N"].integer_or(0);
    if (count != 1 && count != 3 && count != 4) return std::nullopt;
    return static_cast<std::uint8_t>(count);
}

Bytes palette_of(const Object& space, ObjectStore& store) {
    const std::optional<std::uint8_t> components = plain_components(space.at(1));
    if (!components) return {};
    const Object table = space.at(3);
    const Bytes entries = table.is_stream() ? store.decode(table).bytes : Bytes(table.string());
    Bytes palette;
    std::vector<double> values(*components);
    for (std::size_t i = 0; i + *components <= std::min<std::size_t>(entries.size(), 256U * *components);
         i += *components) {
        for (std::size_t c = 0; c < *components; ++c) values[c] = static_cast<unsigned char>(entries[i + c]) / 255.0;
        const std::uint32_t rgb = colour_of(ColourSpace::by_count, values);
        for (const unsigned shift : {16U, 8U, 0U}) palette.push_back(static_cast<char>(rgb >> shift & 0xFF));
    }
    return palette;
}

std::optional<Colours> colours_of(const Object& space, ObjectStore& store) {
    if (const auto plain = plain_components(space)) return Colours{*plain, false, {}};
    const std::string name = space.at(0).name();
    if (name == "Indexed" || name == "I") {
        Colours result{1, false, palette_of(space, store)};
        if (result.palette.empty()) return std::nullopt;
        return result;
    }
    if (name == "Separation" || (name == "DeviceN" && space.at(1).size() == 1)) return Colours{1, true, {}};
    return std::nullopt;
}

std::optional<PictureCoding> coding_of(const std::string& filter) {
    if (filter.empty()) return PictureCoding::raw;
    if (filter == "CCITTFaxDecode") return PictureCoding::ccitt;
    if (filter == "DCTDecode") return PictureCoding::jpeg;
    if (filter == "JPXDecode") return PictureCoding::jpeg2000;
    if (filter == "JBIG2Decode") return PictureCoding::jbig2;
    return std::nullopt;
}

void set_ccitt(const Object& parameters, StoredPicture& picture) {
    picture.ccitt_k = parameters["K"].integer_or(0);
    picture.ccitt_black_is_1 = parameters["BlackIs1"].truth_or(false);
    picture.ccitt_byte_align = parameters["EncodedByteAlign"].truth_or(false);
    picture.width = static_cast<std::uint32_t>(std::clamp(parameters["Columns"].integer_or(1728), 1, most_side));
    picture.bits = 1;
}

class Collector {
  public:
    explicit Collector(ObjectStore& store) : store_(store) {}

    std::optional<StoredPicture> collect(const Object& object, bool is_soft_mask = false) {
        StoredPicture picture;
        if (!set_shape(object, picture)) return std::nullopt;
        if (!picture.is_mask && !set_colours(object, is_soft_mask, picture)) return std::nullopt;
        const std::size_t row = (std::size_t{picture.width} * picture.bits * picture.components + 7) / 8;
        if (row * picture.height > most_raw_bytes) return std::nullopt;
        std::optional<ObjectStore::Picture> stored = store_.picture(object, row * picture.height);
        if (!stored || stored->bytes.empty()) return std::nullopt;
        const auto coding = coding_of(stored->coding);
        if (!coding) return std::nullopt;
        picture.coding = *coding;
        picture.bytes = std::move(stored->bytes);
        if (*coding == PictureCoding::ccitt) set_ccitt(stored->parameters, picture);
        if (const Object globals = stored->parameters["JBIG2Globals"])
            picture.jbig2_globals = store_.decode(globals).bytes;
        return picture;
    }

  private:
    static bool set_shape(const Object& object, StoredPicture& picture) {
        const int width = object["Width"].integer_or(0), height = object["Height"].integer_or(0);
        if (width < 1 || height < 1 || width > most_side || height > most_side) return false;
        picture.width = static_cast<std::uint32_t>(width);
        picture.height = static_cast<std::uint32_t>(height);
        picture.is_mask = object["ImageMask"].truth_or(false);
        const int bits = picture.is_mask ? 1 : object["BitsPerComponent"].integer_or(8);
        picture.bits = static_cast<std::uint8_t>(bits);
        const Object decode = object["Decode"];
        picture.is_inverted = decode.size() >= 2 && decode.at(0).number_or(0) > decode.at(1).number_or(1);
        return bits == 1 || bits == 2 || bits == 4 || bits == 8 || bits == 16;
    }

    bool set_colours(const Object& object, bool is_soft_mask, StoredPicture& picture) {
        const Object space = object["ColorSpace"];
        if (!space || is_soft_mask) return true; // JPEG 2000 says itself
        std::optional<Colours> colours = colours_of(space, store_);
        if (!colours) return false;
        picture.components = colours->components;
        picture.palette = std::move(colours->palette);
        picture.is_inverted = picture.is_inverted != colours->is_ink;
        return true;
    }

    ObjectStore& store_;
};

std::array<double, 6> numbers(const Matrix& m) { return {m.a, m.b, m.c, m.d, m.e, m.f}; }

} // namespace

std::vector<StoredPicture> stored_pictures(const std::vector<DrawnPicture>& drawn, ObjectStore& store) {
    constexpr std::size_t most = 500;
    Collector collector(store);
    std::vector<StoredPicture> result;
    for (const DrawnPicture& place : drawn) {
        if (!place.object || result.size() >= most) continue;
        std::optional<StoredPicture> picture = collector.collect(place.object);
        if (!picture) continue;
        picture->placement = numbers(place.placement);
        picture->colour = place.colour;
        const Object soft = place.object["SMask"], stencil = place.object["Mask"];
        if (soft.is_stream() || stencil.is_stream()) {
            auto mask = collector.collect(soft.is_stream() ? soft : stencil, soft.is_stream());
            if (mask) picture->mask.push_back(std::move(*mask));
        }
        result.push_back(std::move(*picture));
    }
    return result;
}

} // namespace vanthu::read::pdf
