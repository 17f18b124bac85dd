#include "write/docx/custom_xml.h"

#include "write/docx/names.h"

#include <algorithm>
#include <cstddef>

namespace vanthu::write::docx {
namespace {

using ooxml::Element;
using ooxml::XmlWriter;

constexpr const char* ns_source = "urn:vanthu:source";
constexpr const char* item_id =
    "{6E8B3D52-4C0F-4B61-9B0E-7A5C2F1D9E34}"; // of this kind of part, the same in every document

class SourcePart {
  public:
    explicit SourcePart(std::string_view source) : rest_(source) {}

    bool write_next(XmlWriter& xml) {
        if (!begun_) {
            xml.declaration();
            xml.open("source", {{"xmlns", ns_source}, {"mediaType", "application/json"}});
            begun_ = true;
        }
        const std::string_view slice = rest_.substr(0, slice_end());
        xml.character_data(slice);
        rest_.remove_prefix(slice.size());
        if (!rest_.empty()) return true;
        xml.close();
        return false;
    }

  private:
    std::size_t slice_end() const {
        constexpr std::size_t slice_size = 0x10000;
        std::size_t end = std::min(slice_size, rest_.size());
        while (end < rest_.size() && (static_cast<unsigned char>(rest_[end]) & 0xC0) == 0x80) ++end;
        return end;
    }

    std::string_view rest_;
    bool begun_ = false;
};

void write_item_properties(XmlWriter& xml) {
    xml.declaration();
    const Element root(
        xml, "ds:datastoreItem",
        {{"ds:itemID", item_id}, {"xmlns:ds", "http://schemas.openxmlformats.org/officeDocument/2006/customXml"}});
    const Element references(xml, "ds:schemaRefs");
    xml.element("ds:schemaRef", {{"ds:uri", ns_source}});
}

} // namespace

void add_source(ooxml::PackageWriter& package, std::string_view source) {
    package.relate("word/document.xml", {rel_custom_xml, "../customXml/item1.xml"});
    package.relate("customXml/item1.xml", {rel_custom_xml_properties, "itemProps1.xml"});
    package.add("customXml/item1.xml", "",
                [part = SourcePart(source)](XmlWriter& xml) mutable { return part.write_next(xml); });
    package.add("customXml/itemProps1.xml", type_custom_xml_properties, ooxml::whole(write_item_properties));
}

} // namespace vanthu::write::docx
