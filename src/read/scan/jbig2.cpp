#include "read/scan/jbig2.h"

#include "read/scan/canvas.h"
#include "read/scan/jbig2_text.h"

#include <algorithm>
#include <map>
#include <optional>

namespace vanthu::read::scan {
namespace {

/// Big-endian numbers one after the other.
class Bytewise {
  public:
    explicit Bytewise(std::string_view bytes) : bytes_(bytes) {}

    std::uint32_t number(std::size_t size) {
        std::uint32_t value = 0;
        for (const char c : part(size)) value = value << 8 | static_cast<unsigned char>(c);
        return value;
    }
    std::int32_t side() {
        const std::uint32_t value = number(4);
        if (value > 0x7FFFFFFF) throw Jbig2Broken();
        return static_cast<std::int32_t>(value);
    }
    template <std::size_t N> void offsets(std::array<Jbig2Offset, N>& places, std::size_t count) {
        for (std::size_t i = 0; i < std::min(N, count); ++i) {
            places[i].x = static_cast<std::int8_t>(number(1));
            places[i].y = static_cast<std::int8_t>(number(1));
        }
    }
    std::string_view part(std::size_t size) {
        if (size > bytes_.size()) throw Jbig2Broken();
        const std::string_view result = bytes_.substr(0, size);
        bytes_.remove_prefix(size);
        return result;
    }
    std::string_view rest() const { return bytes_; }
    bool is_at_end() const { return bytes_.empty(); }

  private:
    std::string_view bytes_;
};

struct Segment {
    std::uint32_t number = 0;
    unsigned type = 0;
    std::vector<std::uint32_t> refers_to;
    std::string_view data;
};

constexpr bool has(std::uint32_t flags, unsigned bit) { return (flags >> bit & 1U) != 0; }
constexpr unsigned two_bits(std::uint32_t flags, unsigned bit) { return flags >> bit & 3U; }

/// 7.2.
Segment next_segment(Bytewise& stream) {
    constexpr std::uint32_t most_references = 1'000, unknown = 0xFFFFFFFF;
    Segment segment;
    segment.number = stream.number(4);
    const std::uint32_t flags = stream.number(1);
    segment.type = flags & 63U;
    const std::uint32_t first = stream.number(1);
    std::uint32_t count = first >> 5;
    if (count == 7) {
        count = (first & 31U) << 24 | stream.number(3);
        if (count > most_references) throw Jbig2Broken();
        stream.part((count + 8) / 8);
    }
    const std::size_t size = segment.number <= 256 ? 1 : segment.number <= 65'536 ? 2 : 4;
    for (std::uint32_t i = 0; i < count; ++i) segment.refers_to.push_back(stream.number(size));
    stream.number(has(flags, 6) ? 4 : 1);
    const std::uint32_t length = stream.number(4);
    // The last segment may be cut.
    segment.data =
        stream.part(length == unknown ? stream.rest().size() : std::min<std::size_t>(length, stream.rest().size()));
    return segment;
}

class Page {
  public:
    explicit Page(const pages::StoredPicture& picture) : picture_(picture) {}

    void decode(std::string_view bytes) {
        Bytewise stream(bytes);
        while (!stream.is_at_end()) take(next_segment(stream));
    }

    const std::optional<Jbig2Image>& image() const { return image_; }

  private:
    struct Region {
        std::int32_t width = 0, height = 0, x = 0, y = 0;
        unsigned operation = 0;
    };

    void take(const Segment& segment) {
        enum : unsigned { symbols = 0, text = 6, text_lossless = 7, generic = 38, generic_lossless = 39 };
        enum : unsigned { refinement = 42, refinement_lossless = 43, page = 48, stripe_end = 50, file_end = 51 };
        switch (segment.type) {
        case symbols:
            dictionaries_[segment.number] = dictionary(segment);
            return;
        case text:
        case text_lossless:
            return take_text(segment);
        case generic:
        case generic_lossless:
            return take_generic(segment);
        case refinement:
        case refinement_lossless:
            return take_refinement(segment);
        case page:
            return take_page(segment);
        default:
            // Ends, comments, profiles say nothing; what draws and is not known would leave a hole.
            if (segment.type < page) throw Jbig2Broken();
        }
    }

    void take_page(const Segment& segment) {
        Bytewise data(segment.data);
        const std::uint32_t width = data.number(4), height = data.number(4);
        data.number(4), data.number(4);
        const std::uint32_t flags = data.number(1);
        // Of stripes the height may be told at the end only; the picture knows it.
        const bool is_known = height != 0xFFFFFFFF;
        image_.emplace(
            static_cast<std::int32_t>(std::min<std::uint32_t>(width, 1'000'000)),
            static_cast<std::int32_t>(std::min<std::uint32_t>(is_known ? height : picture_.height, 1'000'000)),
            has(flags, 2) ? std::uint8_t{1} : std::uint8_t{0});
    }

    static Region region(Bytewise& data) {
        Region result;
        result.width = data.side(), result.height = data.side();
        result.x = data.side(), result.y = data.side();
        result.operation = data.number(1) & 7U;
        return result;
    }

    void put(const Region& region, const Jbig2Image& drawn) {
        if (!image_) throw Jbig2Broken();
        image_->combine(drawn, region.x, region.y, region.operation);
    }

    void take_generic(const Segment& segment) {
        Bytewise data(segment.data);
        const Region place = region(data);
        const std::uint32_t flags = data.number(1);
        if (has(flags, 0)) return put(place, from_fax(data.rest(), place));
        Jbig2Generic options;
        options.kind = two_bits(flags, 1);
        options.is_typical = has(flags, 3);
        data.offsets(options.adaptive, options.kind == 0 ? 4 : 1);
        Jbig2Coder coder(data.rest());
        Jbig2Contexts contexts(jbig2_generic_contexts);
        put(place, decode_generic(coder, contexts, options, place.width, place.height));
    }

    /// MMR is what facsimile calls group 4.
    static Jbig2Image from_fax(std::string_view bytes, const Region& place) {
        Jbig2Image result(place.width, place.height);
        pages::StoredPicture fax;
        fax.coding = pages::PictureCoding::ccitt;
        fax.bytes = bytes;
        fax.width = static_cast<std::uint32_t>(place.width);
        fax.height = static_cast<std::uint32_t>(place.height);
        const Result<Bitmap> rows = scan::decode(fax);
        if (!rows) throw Jbig2Broken();
        for (std::int32_t y = 0; y < std::min(place.height, rows->height()); ++y) {
            const l_uint32* line = pixGetData(rows->get()) + std::ptrdiff_t{y} * pixGetWpl(rows->get());
            for (std::int32_t x = 0; x < std::min(place.width, rows->width()); ++x)
                result.pixel(x, y) = static_cast<std::uint8_t>(GET_DATA_BIT(line, x));
        }
        return result;
    }

    void take_refinement(const Segment& segment) {
        Bytewise data(segment.data);
        const Region place = region(data);
        const std::uint32_t flags = data.number(1);
        Jbig2Refinement options;
        options.kind = flags & 1U;
        options.is_typical = has(flags, 1);
        data.offsets(options.adaptive, options.kind == 0 ? 2 : 0);
        if (!image_ || !segment.refers_to.empty()) throw Jbig2Broken();
        Jbig2Coder coder(data.rest());
        Jbig2Contexts contexts(jbig2_refinement_contexts);
        put(place, decode_refinement(coder, contexts, options, place.width, place.height, *image_, -place.x, -place.y));
    }

    Jbig2Symbols symbols_of(const Segment& segment) const {
        Jbig2Symbols all;
        for (const std::uint32_t number : segment.refers_to) {
            const auto found = dictionaries_.find(number);
            if (found != dictionaries_.end()) all.insert(all.end(), found->second.begin(), found->second.end());
        }
        return all;
    }

    void take_text(const Segment& segment) {
        Bytewise data(segment.data);
        const Region place = region(data);
        const std::uint32_t flags = data.number(2);
        if (has(flags, 0)) throw Jbig2Broken();
        Jbig2TextOptions options;
        options.is_refined = has(flags, 1);
        options.strip_bits = two_bits(flags, 2);
        options.corner = two_bits(flags, 4);
        options.is_transposed = has(flags, 6);
        options.operation = two_bits(flags, 7);
        options.colour = has(flags, 9) ? 1 : 0;
        options.gap = static_cast<std::int32_t>(flags >> 10 & 31U);
        if (options.gap > 15) options.gap -= 32;
        options.refinement.kind = flags >> 15 & 1U;
        data.offsets(options.refinement.adaptive, options.is_refined && options.refinement.kind == 0 ? 2 : 0);
        options.instances = data.number(4);
        const Jbig2Symbols symbols = symbols_of(segment);
        Jbig2TextContexts contexts(jbig2_identifier_bits(symbols.size()));
        Jbig2Contexts refinement(jbig2_refinement_contexts);
        Jbig2Coder coder(data.rest());
        put(place, decode_text(coder, contexts, refinement, options, symbols, place.width, place.height));
    }

    Jbig2Symbols dictionary(const Segment& segment) const {
        Bytewise data(segment.data);
        const std::uint32_t flags = data.number(2);
        // Huffman codes, and contexts of another dictionary.
        if (has(flags, 0) || has(flags, 8)) throw Jbig2Broken();
        Jbig2DictionaryOptions options;
        options.is_refined = has(flags, 1);
        options.generic.kind = two_bits(flags, 10);
        options.refinement.kind = flags >> 12 & 1U;
        data.offsets(options.generic.adaptive, options.generic.kind == 0 ? 4 : 1);
        data.offsets(options.refinement.adaptive, options.is_refined && options.refinement.kind == 0 ? 2 : 0);
        options.exported = data.number(4);
        options.added = data.number(4);
        Jbig2Contexts generic(jbig2_generic_contexts), refinement(jbig2_refinement_contexts);
        Jbig2Coder coder(data.rest());
        return decode_symbols(coder, generic, refinement, options, symbols_of(segment));
    }

    const pages::StoredPicture& picture_;
    std::map<std::uint32_t, Jbig2Symbols> dictionaries_;
    std::optional<Jbig2Image> image_;
};

Bitmap bitmap_of(const Jbig2Image& image) {
    Bitmap result(pixCreate(image.width, image.height, 1));
    if (!result) return {};
    for (std::int32_t y = 0; y < image.height; ++y) {
        l_uint32* line = pixGetData(result.get()) + std::ptrdiff_t{y} * pixGetWpl(result.get());
        for (std::int32_t x = 0; x < image.width; ++x)
            if (image.at(x, y) != 0) SET_DATA_BIT(line, x);
    }
    return result;
}

} // namespace

Bitmap decode_jbig2(const pages::StoredPicture& picture) {
    Page page(picture);
    try {
        page.decode(picture.jbig2_globals);
        page.decode(picture.bytes);
    } catch (const Jbig2Broken&) {
        return {};
    }
    return page.image() ? bitmap_of(*page.image()) : Bitmap();
}

} // namespace vanthu::read::scan
