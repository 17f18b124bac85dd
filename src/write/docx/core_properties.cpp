#include "write/docx/properties.h"

#include <string>

namespace vanthu::write::docx {
namespace {

void write_text(ooxml::XmlWriter& xml, const char* name, const std::string& text) {
    if (!text.empty()) xml.element(name, {}, text);
}

} // namespace

void write_core_properties(ooxml::XmlWriter& xml, const flow::Info& info) {
    xml.declaration();
    const ooxml::Element root(xml, "cp:coreProperties",
                              {{"xmlns:cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"},
                               {"xmlns:dc", "http://purl.org/dc/elements/1.1/"},
                               {"xmlns:dcterms", "http://purl.org/dc/terms/"},
                               {"xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"}});
    write_text(xml, "dc:title", info.title);
    write_text(xml, "dc:subject", info.subject);
    write_text(xml, "dc:creator", info.author);
    write_text(xml, "cp:keywords", info.keywords);
    write_text(xml, "cp:lastModifiedBy", info.author);
    // The document's own date: a clock would change the bytes. A draft has none and gets the first day that ZIP knows.
    const std::string instant = (info.date.empty() ? "1980-01-01" : info.date) + "T00:00:00Z";
    xml.element("dcterms:created", {{"xsi:type", "dcterms:W3CDTF"}}, instant);
    xml.element("dcterms:modified", {{"xsi:type", "dcterms:W3CDTF"}}, instant);
    write_text(xml, "dc:language", info.language);
}

} // namespace vanthu::write::docx
