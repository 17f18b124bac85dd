#include "write/docx/names.h"
#include "write/docx/settings_part.h"

namespace vanthu::write::docx {

void write_font_table(ooxml::XmlWriter& xml, const std::string& font_name) {
    xml.declaration();
    const ooxml::Element root(xml, "w:fonts", {{"xmlns:w", ns_word}});
    const ooxml::Element font(xml, "w:font", {{"w:name", font_name}});
    // A serif face, should the machine not have this one.
    xml.element("w:family", {{"w:val", "roman"}});
    xml.element("w:pitch", {{"w:val", "variable"}});
}

} // namespace vanthu::write::docx
