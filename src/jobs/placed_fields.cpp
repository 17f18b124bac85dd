#include "jobs/placed_fields.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace vanthu::jobs {
namespace {

/// Of a line of text, as parts of its size.
constexpr double above_baseline = 0.8, below_baseline = 0.25;

std::array<double, 4> box_of(const pages::Text& text, const Measure& measure) {
    const auto spaces = static_cast<double>(std::count(text.text.begin(), text.text.end(), ' '));
    const double width = measure.width(text.text, text.face, text.size) + spaces * text.word_gap;
    return {text.x, text.y - above_baseline * text.size, text.x + width, text.y + below_baseline * text.size};
}

void unite(std::array<double, 4>& box, const std::array<double, 4>& more) {
    box[0] = std::min(box[0], more[0]);
    box[1] = std::min(box[1], more[1]);
    box[2] = std::max(box[2], more[2]);
    box[3] = std::max(box[3], more[3]);
}

double rounded(double length) { return std::round(length * 10) / 10; }

} // namespace

std::vector<PlacedField> placed_fields(const pages::Document& pages, const flow::Document& flow,
                                       const Measure& measure) {
    std::vector<PlacedField> fields;
    for (std::size_t p = 0; p < pages.pages.size(); ++p) {
        std::unordered_map<std::uint32_t, std::size_t> known;
        for (const pages::Text& text : pages.pages[p].texts) {
            const std::uint32_t source = text.element == pages::no_element ? 0 : pages.elements[text.element].source;
            if (source == 0) continue;
            const std::array<double, 4> box = box_of(text, measure);
            const auto [place, is_new] = known.try_emplace(source, fields.size());
            if (is_new)
                fields.push_back({flow.sources[source - 1], static_cast<std::uint32_t>(p + 1), box});
            else
                unite(fields[place->second].box, box);
        }
    }
    for (PlacedField& field : fields)
        for (double& edge : field.box) edge = rounded(edge);
    return fields;
}

} // namespace vanthu::jobs
