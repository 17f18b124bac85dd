// word/styles.xml: every formatting of the document, by name.
#pragma once

#include "flow/flow.h"
#include "ooxml/xml_writer.h"
#include "write/docx/style_book.h"

namespace vanthu::write::docx {

void write_styles(ooxml::XmlWriter& xml, const flow::Document& document, const StyleBook& book);

} // namespace vanthu::write::docx
