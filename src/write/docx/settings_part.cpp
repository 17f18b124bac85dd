#include "write/docx/settings_part.h"

#include "write/docx/names.h"

namespace vanthu::write::docx {
namespace {

using ooxml::Element;
using ooxml::XmlWriter;

void write_setting(XmlWriter& xml, const char* name, const char* value) {
    xml.element("w:compatSetting",
                {{"w:name", name}, {"w:uri", "http://schemas.microsoft.com/office/word"}, {"w:val", value}});
}

} // namespace

void write_settings(XmlWriter& xml) {
    xml.declaration();
    const Element root(xml, "w:settings", {{"xmlns:w", ns_word}});
    xml.element("w:zoom", {{"w:percent", 100}});
    xml.element("w:characterSpacingControl", {{"w:val", "doNotCompress"}});
    {
        // Word 2013 and later: tables begin at the margin, gaps between paragraphs are the larger of after and before.
        const Element compatibility(xml, "w:compat");
        write_setting(xml, "compatibilityMode", "15");
        write_setting(xml, "overrideTableStyleFontSizeAndJustification", "1");
        write_setting(xml, "enableOpenTypeFeatures", "1");
        write_setting(xml, "doNotFlipMirrorIndents", "1");
        write_setting(xml, "differentiateMultirowTableHeaders", "1");
    }
    xml.element("w:themeFontLang", {{"w:val", "vi-VN"}});
    xml.element("w:decimalSymbol", {{"w:val", ","}});
    xml.element("w:listSeparator", {{"w:val", ";"}});
}

} // namespace vanthu::write::docx
