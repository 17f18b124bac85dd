#include "write/docx/section.h"

#include "write/docx/units.h"

namespace vanthu::write::docx {
namespace {

void write_reference(ooxml::XmlWriter& xml, const char* element, const char* type, const std::string& relationship) {
    xml.element(element, {{"w:type", type}, {"r:id", relationship}});
}

void write_sheet_size(ooxml::XmlWriter& xml, const flow::PageSetup& page) {
    xml.open("w:pgSz", {{"w:w", twips(page.width)}, {"w:h", twips(page.height)}});
    if (page.width > page.height) xml.attribute({"w:orient", "landscape"});
    xml.close();
}

} // namespace

int text_width(const flow::PageSetup& page) { return twips(page.width) - twips(page.left) - twips(page.right); }

void write_section(ooxml::XmlWriter& xml, const Section& section) {
    const flow::PageSetup& page = section.sheet->page;
    const ooxml::Element properties(xml, "w:sectPr");
    write_reference(xml, "w:headerReference", "default", section.header);
    write_reference(xml, "w:headerReference", "first", section.first_header);
    write_reference(xml, "w:footerReference", "first", section.first_footer);
    write_sheet_size(xml, page);
    // A footer grows upwards from its distance: at the bottom margin it stands inside the margins, as the contact line
    // must.
    xml.element("w:pgMar", {{"w:top", twips(page.top)},
                            {"w:right", twips(page.right)},
                            {"w:bottom", twips(page.bottom)},
                            {"w:left", twips(page.left)},
                            {"w:header", twips(page.number_distance)},
                            {"w:footer", twips(page.bottom)},
                            {"w:gutter", 0}});
    xml.element("w:pgNumType", {{"w:start", 1}});
    xml.element("w:titlePg");
}

} // namespace vanthu::write::docx
