#include "read/docx/section.h"

#include "read/docx/properties.h"

#include <cmath>

namespace vanthu::read::docx {
namespace {

// What Word takes where a document does not say: A4, an inch all around.
constexpr double usual_width = 595.3;
constexpr double usual_height = 841.9;
constexpr double usual_margin = 72;

} // namespace

Section read_section(const ooxml::XmlElement& properties) {
    Section section;
    flow::PageSetup& page = section.sheet.page;
    const ooxml::XmlElement size = properties.child("w:pgSz");
    page.width = length(size.attribute("w:w")).value_or(usual_width);
    page.height = length(size.attribute("w:h")).value_or(usual_height);
    const ooxml::XmlElement margins = properties.child("w:pgMar");
    const auto margin = [&](std::string_view name) {
        return std::abs(length(margins.attribute(name)).value_or(usual_margin));
    };
    page.top = margin("w:top");
    page.bottom = margin("w:bottom");
    page.left = margin("w:left");
    page.right = margin("w:right");
    page.number_distance = length(margins.attribute("w:header")).value_or(0);
    section.continuous = properties.value("w:type") == "continuous";
    if (const ooxml::XmlElement first = properties.child("w:titlePg")) section.first_differs = is_on(first);
    for (const ooxml::XmlElement each : properties)
        if (each.is("w:headerReference") || each.is("w:footerReference"))
            section.references.push_back({std::string(each.attribute("r:id")), each.is("w:headerReference"),
                                          each.attribute("w:type") == "first"});
    return section;
}

} // namespace vanthu::read::docx
