#include "read/scan/jbig2_regions.h"

#include <algorithm>

namespace vanthu::read::scan {
namespace {

constexpr std::int32_t most_side = 100'000;
constexpr std::int64_t most_pixels = std::int64_t{100} << 20;

/// Places of a template beside the pixel, from the lowest bit of the context; adaptive ones by number from 100.
struct Place {
    int x, y;
};
constexpr int adaptive = 100;
using Places = std::vector<Place>;

const Places& generic_places(unsigned kind) {
    static const std::array<Places, 4> all = {
        Places{{-1, 0},
               {-2, 0},
               {-3, 0},
               {-4, 0},
               {adaptive, 0},
               {2, -1},
               {1, -1},
               {0, -1},
               {-1, -1},
               {-2, -1},
               {adaptive + 1, 0},
               {adaptive + 2, 0},
               {1, -2},
               {0, -2},
               {-1, -2},
               {adaptive + 3, 0}},
        Places{{-1, 0},
               {-2, 0},
               {-3, 0},
               {adaptive, 0},
               {2, -1},
               {1, -1},
               {0, -1},
               {-1, -1},
               {-2, -1},
               {2, -2},
               {1, -2},
               {0, -2},
               {-1, -2}},
        Places{{-1, 0}, {-2, 0}, {adaptive, 0}, {1, -1}, {0, -1}, {-1, -1}, {-2, -1}, {1, -2}, {0, -2}, {-1, -2}},
        Places{{-1, 0}, {-2, 0}, {-3, 0}, {-4, 0}, {adaptive, 0}, {1, -1}, {0, -1}, {-1, -1}, {-2, -1}, {-3, -1}}};
    return all[kind];
}

template <std::size_t N> Places with(Places places, const std::array<Jbig2Offset, N>& offsets) {
    for (Place& place : places)
        if (place.x >= adaptive) {
            const Jbig2Offset& offset = offsets[static_cast<std::size_t>(place.x - adaptive)];
            place = {offset.x, offset.y};
        }
    return places;
}

/// Rows with a margin of white, so that no neighbour needs a check: 128 pixels on both sides and above.
class Field {
  public:
    Field(std::int32_t width, std::int32_t height)
        : stride_(width + 2 * margin),
          bytes_(static_cast<std::size_t>(stride_) * static_cast<std::size_t>(height + margin)) {}

    std::uint8_t* row(std::int32_t y) {
        return bytes_.data() + static_cast<std::ptrdiff_t>(y + margin) * stride_ + margin;
    }
    std::ptrdiff_t step(const Place& place) const { return std::ptrdiff_t{place.y} * stride_ + place.x; }

  private:
    static constexpr std::int32_t margin = 128;
    std::ptrdiff_t stride_;
    std::vector<std::uint8_t> bytes_;
};

/// Decoded before: left in the same row, or anywhere above.
bool is_before(const Place& place) { return place.y < 0 || (place.y == 0 && place.x < 0); }

} // namespace

Jbig2Image::Jbig2Image(std::int32_t w, std::int32_t h, std::uint8_t colour) : width(w), height(h) {
    if (w < 0 || h < 0 || w > most_side || h > most_side || std::int64_t{w} * h > most_pixels) throw Jbig2Broken();
    pixels.assign(static_cast<std::size_t>(w) * static_cast<std::size_t>(h), colour);
}

void Jbig2Image::combine(const Jbig2Image& other, std::int32_t x, std::int32_t y, unsigned operation) {
    const auto clip = [](std::int64_t v, std::int32_t most) {
        return static_cast<std::int32_t>(std::clamp<std::int64_t>(v, 0, most));
    };
    const std::int32_t x1 = clip(x, width), x2 = clip(std::int64_t{x} + other.width, width);
    const std::int32_t y1 = clip(y, height), y2 = clip(std::int64_t{y} + other.height, height);
    for (std::int32_t v = y1; v < y2; ++v)
        for (std::int32_t u = x1; u < x2; ++u) {
            std::uint8_t& here = pixel(u, v);
            const std::uint8_t there = other.at(u - x, v - y);
            switch (operation) {
            case 0:
                here |= there;
                break;
            case 1:
                here &= there;
                break;
            case 2:
                here ^= there;
                break;
            case 3:
                here = here == there ? 1 : 0;
                break;
            default:
                here = there;
            }
        }
}

Jbig2Image decode_generic(Jbig2Coder& coder, Jbig2Contexts& contexts, const Jbig2Generic& options, std::int32_t width,
                          std::int32_t height) {
    constexpr std::array<std::size_t, 4> typical = {0x9B25, 0x0795, 0x00E5, 0x0195};
    Jbig2Image image(width, height);
    const Places places = with(generic_places(options.kind), options.adaptive);
    if (!std::ranges::all_of(places, is_before)) throw Jbig2Broken();
    Field field(width, height);
    std::vector<std::ptrdiff_t> steps;
    for (const Place& place : places) steps.push_back(field.step(place));
    bool is_same = false;
    for (std::int32_t y = 0; y < height; ++y) {
        if (options.is_typical && coder.bit(contexts[typical[options.kind]]) != 0) is_same = !is_same;
        std::uint8_t* const row = field.row(y);
        if (is_same) {
            std::copy_n(field.row(y - 1), width, row);
        } else {
            for (std::int32_t x = 0; x < width; ++x) {
                std::size_t context = 0;
                for (std::size_t i = 0; i < steps.size(); ++i)
                    context |= static_cast<std::size_t>(row[x + steps[i]]) << i;
                row[x] = static_cast<std::uint8_t>(coder.bit(contexts[context]));
            }
        }
        if (width > 0) std::copy_n(row, width, &image.pixel(0, y));
    }
    return image;
}

Jbig2Image decode_refinement(Jbig2Coder& coder, Jbig2Contexts& contexts, const Jbig2Refinement& options,
                             std::int32_t width, std::int32_t height, const Jbig2Image& reference, std::int32_t dx,
                             std::int32_t dy) {
    static const std::array<Places, 2> own = {Places{{-1, 0}, {1, -1}, {0, -1}, {adaptive, 0}},
                                              Places{{-1, 0}, {1, -1}, {0, -1}, {-1, -1}}};
    static const std::array<Places, 2> there = {
        Places{{1, 1}, {0, 1}, {-1, 1}, {1, 0}, {0, 0}, {-1, 0}, {1, -1}, {0, -1}, {adaptive + 1, 0}},
        Places{{1, 1}, {0, 1}, {1, 0}, {0, 0}, {-1, 0}, {0, -1}}};
    constexpr std::array<std::size_t, 2> typical = {0x100, 0x080};
    Jbig2Image image(width, height);
    const Places before = with(own[options.kind], options.adaptive),
                 below = with(there[options.kind], options.adaptive);
    if (!std::ranges::all_of(before, is_before)) throw Jbig2Broken();
    bool predicts = false;
    for (std::int32_t y = 0; y < height; ++y) {
        if (options.is_typical && coder.bit(contexts[typical[options.kind]]) != 0) predicts = !predicts;
        for (std::int32_t x = 0; x < width; ++x) {
            if (predicts) {
                int black = 0;
                for (int v = -1; v <= 1; ++v)
                    for (int u = -1; u <= 1; ++u) black += reference.at(x - dx + u, y - dy + v);
                if (black == 0 || black == 9) {
                    image.pixel(x, y) = black == 0 ? 0 : 1;
                    continue;
                }
            }
            std::size_t context = 0;
            unsigned shift = 0;
            for (const Place& place : before) context |= std::size_t{image.at(x + place.x, y + place.y)} << shift++;
            for (const Place& place : below)
                context |= std::size_t{reference.at(x - dx + place.x, y - dy + place.y)} << shift++;
            image.pixel(x, y) = static_cast<std::uint8_t>(coder.bit(contexts[context]));
        }
    }
    return image;
}

} // namespace vanthu::read::scan
