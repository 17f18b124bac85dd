// docProps/core.xml and docProps/app.xml: facts about the document (ISO/IEC 29500-2, 11; -1, 15.2.12.3).
#pragma once

#include "flow/flow.h"
#include "ooxml/xml_writer.h"

namespace vanthu::write::docx {

void write_core_properties(ooxml::XmlWriter& xml, const flow::Info& info);
void write_app_properties(ooxml::XmlWriter& xml);

} // namespace vanthu::write::docx
