#include "read/pdf/page_tree.h"

#include "read/pdf/object_store.h"

#include <algorithm>
#include <array>
#include <optional>
#include <unordered_set>

namespace vanthu::read::pdf {
namespace {

constexpr std::size_t deepest = 100;
constexpr double longest_side = 14400 * 100.0;

struct Inherited {
    Object resources, media, crop, rotate;

    Inherited below(const Object& node) const {
        Inherited result = *this;
        const auto take = [&node](Object& value, const char* key) {
            if (const Object own = node[key]) value = own;
        };
        take(result.resources, "Resources");
        take(result.media, "MediaBox");
        take(result.crop, "CropBox");
        take(result.rotate, "Rotate");
        return result;
    }
};

using Rectangle = std::array<double, 4>;

std::optional<Rectangle> rectangle(const Object& object) {
    if (object.size() < 4) return std::nullopt;
    Rectangle r{};
    for (std::size_t i = 0; i < 4; ++i) {
        r[i] = object.at(i).number_or(0);
        if (std::abs(r[i]) > longest_side) return std::nullopt;
    }
    if (r[0] > r[2]) std::swap(r[0], r[2]);
    if (r[1] > r[3]) std::swap(r[1], r[3]);
    if (r[2] - r[0] < 1 || r[3] - r[1] < 1) return std::nullopt;
    return r;
}

Rectangle visible(const Inherited& from) {
    const Rectangle media = rectangle(from.media).value_or(Rectangle{0, 0, 595, 842});
    const auto crop = rectangle(from.crop);
    if (!crop) return media;
    const Rectangle both{std::max(media[0], (*crop)[0]), std::max(media[1], (*crop)[1]), std::min(media[2], (*crop)[2]),
                         std::min(media[3], (*crop)[3])};
    return both[2] - both[0] < 1 || both[3] - both[1] < 1 ? media : both;
}

PageEntry entry(const Object& page, const Inherited& from) {
    const auto [x1, y1, x2, y2] = visible(from);
    const double given = page["UserUnit"].number_or(1);
    const double unit = given > 0.01 && given < 100 ? given : 1;
    const double w = (x2 - x1) * unit, h = (y2 - y1) * unit;
    PageEntry result{page, from.resources, w, h, 0, {}};
    result.rotation = ((from.rotate.integer_or(0) / 90 % 4) + 4) % 4 * 90;
    // y turned down, origin in the corner; then the turn of /Rotate.
    const Matrix flat{unit, 0, 0, -unit, -x1 * unit, y2 * unit};
    switch (result.rotation) {
    case 90:
        result.to_sheet = flat * Matrix{0, 1, -1, 0, h, 0};
        break;
    case 180:
        result.to_sheet = flat * Matrix{-1, 0, 0, -1, w, h};
        break;
    case 270:
        result.to_sheet = flat * Matrix{0, -1, 1, 0, 0, w};
        break;
    default:
        result.to_sheet = flat;
    }
    if (result.rotation % 180 != 0) std::swap(result.width, result.height);
    return result;
}

class Walk {
  public:
    explicit Walk(const PdfLimits& limits) : limits_(limits) {}

    void visit(const Object& node, const Inherited& above, std::size_t depth) {
        if (!node.is_dictionary() || !seen_.insert(node.identity()).second) return;
        if (depth > deepest) throw LimitReached{"depth", deepest};
        const Inherited here = above.below(node);
        const Object kids = node["Kids"];
        if (!kids.is_array()) return add(node, here);
        for (std::size_t i = 0; i < kids.size(); ++i) visit(kids.at(i), here, depth + 1);
    }

    std::vector<PageEntry> take() { return std::move(pages_); }

  private:
    void add(const Object& page, const Inherited& from) {
        if (pages_.size() >= limits_.pages) throw LimitReached{"pages", limits_.pages};
        pages_.push_back(entry(page, from));
    }

    const PdfLimits& limits_;
    std::unordered_set<const void*> seen_;
    std::vector<PageEntry> pages_;
};

} // namespace

std::vector<PageEntry> page_entries(const Object& catalog, const PdfLimits& limits) {
    Walk walk(limits);
    walk.visit(catalog["Pages"], {}, 0);
    return walk.take();
}

} // namespace vanthu::read::pdf
