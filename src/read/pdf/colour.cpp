#include "read/pdf/colour.h"

#include <algorithm>
#include <cmath>

namespace vanthu::read::pdf {
namespace {

std::uint32_t rgb(double r, double g, double b) {
    const auto byte = [](double v) { return static_cast<std::uint32_t>(std::lround(std::clamp(v, 0.0, 1.0) * 255)); };
    return byte(r) << 16 | byte(g) << 8 | byte(b);
}

} // namespace

std::uint32_t colour_of(ColourSpace space, const std::vector<double>& v) {
    if (space == ColourSpace::unknown || v.empty()) return 0;
    if (space == ColourSpace::ink) {
        const double most = std::clamp(*std::ranges::max_element(v), 0.0, 1.0);
        return rgb(1 - most, 1 - most, 1 - most);
    }
    if (v.size() >= 4) {
        const double light = 1 - v[3];
        return rgb((1 - v[0]) * light, (1 - v[1]) * light, (1 - v[2]) * light);
    }
    return v.size() == 3 ? rgb(v[0], v[1], v[2]) : rgb(v[0], v[0], v[0]);
}

ColourSpace colour_space(const Object& object) {
    const std::string name = object.is_array() ? object.at(0).name() : object.name();
    if (name == "Separation" || name == "DeviceN") return ColourSpace::ink;
    if (name == "Indexed" || name == "Lab" || name == "Pattern") return ColourSpace::unknown;
    return ColourSpace::by_count;
}

} // namespace vanthu::read::pdf
