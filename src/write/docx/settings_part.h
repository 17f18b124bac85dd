// word/settings.xml and word/fontTable.xml: how Word is to read the rest.
#pragma once

#include "ooxml/xml_writer.h"

#include <string>

namespace vanthu::write::docx {

void write_settings(ooxml::XmlWriter& xml);
void write_font_table(ooxml::XmlWriter& xml, const std::string& font_name);

} // namespace vanthu::write::docx
