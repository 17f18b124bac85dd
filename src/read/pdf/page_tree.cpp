#include "read/pdf/page_tree.h"

#include "read/pdf/object_store.h"
#include "read/pdf/sheet_geometry.h"

#include <optional>
#include <unordered_set>

namespace vanthu::read::pdf {
namespace {

constexpr std::size_t deepest = 100;

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

std::optional<Rectangle> rectangle(const Object& object) {
    if (object.size() < 4) return std::nullopt;
    Rectangle r{};
    for (std::size_t i = 0; i < 4; ++i) r[i] = object.at(i).number_or(0);
    return r;
}

PageEntry entry(const Object& page, const Inherited& from) {
    const SheetGeometry sheet = sheet_geometry(
        {rectangle(from.media), rectangle(from.crop), from.rotate.integer_or(0), page["UserUnit"].number_or(1)});
    return {page, from.resources, sheet.width, sheet.height, sheet.rotation, sheet.to_sheet};
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
