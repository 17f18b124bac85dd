#include "ooxml/content_types.h"

namespace vanthu::ooxml {

void write_content_types(XmlWriter& xml, const std::vector<ContentType>& types) {
    xml.declaration();
    const Element root(xml, "Types", {{"xmlns", "http://schemas.openxmlformats.org/package/2006/content-types"}});
    xml.element("Default",
                {{"Extension", "rels"}, {"ContentType", "application/vnd.openxmlformats-package.relationships+xml"}});
    xml.element("Default", {{"Extension", "xml"}, {"ContentType", "application/xml"}});
    for (const ContentType& type : types)
        xml.element("Override", {{"PartName", "/" + type.part}, {"ContentType", type.type}});
}

} // namespace vanthu::ooxml
