#include "read/docx/borders.h"

#include "read/docx/properties.h"

namespace vanthu::read::docx {
namespace {

struct Name {
    std::string_view name;
    Side side;
};

constexpr std::array names = {
    Name{"w:top", Side::top},
    Name{"w:left", Side::left},
    Name{"w:start", Side::left},
    Name{"w:bottom", Side::bottom},
    Name{"w:right", Side::right},
    Name{"w:end", Side::right},
    Name{"w:insideH", Side::inside_horizontal},
    Name{"w:insideV", Side::inside_vertical},
};

double thickness_of(const ooxml::XmlElement& border) {
    const std::string_view kind = border.attribute("w:val");
    if (kind.empty() || kind == "nil" || kind == "none") return 0;
    constexpr double eighths_per_point = 8;
    return whole_number(border.attribute("w:sz")).value_or(4) / eighths_per_point;
}

} // namespace

void Borders::apply(const Borders& over) {
    for (std::size_t i = 0; i < side_count; ++i)
        if (over.thickness[i]) thickness[i] = over.thickness[i];
}

Borders read_borders(const ooxml::XmlElement& element) {
    Borders result;
    for (const ooxml::XmlElement border : element)
        for (const Name& each : names)
            if (border.is(each.name)) result.thickness[static_cast<std::size_t>(each.side)] = thickness_of(border);
    return result;
}

} // namespace vanthu::read::docx
