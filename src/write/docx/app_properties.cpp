#include "write/docx/properties.h"

namespace vanthu::write::docx {

void write_app_properties(ooxml::XmlWriter& xml) {
    xml.declaration();
    const ooxml::Element root(xml, "Properties",
                              {{"xmlns", "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"}});
    xml.element("Application", {}, "vanthu");
}

} // namespace vanthu::write::docx
