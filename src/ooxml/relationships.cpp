#include "ooxml/relationships.h"

namespace vanthu::ooxml {

std::string relationships_name(const std::string& source) {
    const std::size_t slash = source.rfind('/');
    const std::size_t folder = slash == std::string::npos ? 0 : slash + 1;
    return source.substr(0, folder) + "_rels/" + source.substr(folder) + ".rels";
}

std::string relationship_id(std::size_t index) { return "rId" + std::to_string(index + 1); }

void write_relationships(XmlWriter& xml, const std::vector<Relationship>& relationships) {
    xml.declaration();
    const Element root(xml, "Relationships",
                       {{"xmlns", "http://schemas.openxmlformats.org/package/2006/relationships"}});
    for (std::size_t i = 0; i < relationships.size(); ++i)
        xml.element("Relationship",
                    {{"Id", relationship_id(i)}, {"Type", relationships[i].type}, {"Target", relationships[i].target}});
}

} // namespace vanthu::ooxml
