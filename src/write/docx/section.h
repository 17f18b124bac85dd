// w:sectPr: sheet, margins, page numbers, header and footer of a group of pages.
#pragma once

#include "flow/flow.h"
#include "ooxml/xml_writer.h"

#include <string>

namespace vanthu::write::docx {

/// A sheet of the flow and the relationships of its headers and footers.
struct Section {
    const flow::Sheet* sheet = nullptr;
    std::string header; ///< of all pages but the first
    std::string first_header;
    std::string first_footer;
};

/// Twips between the margins.
int text_width(const flow::PageSetup& page);

void write_section(ooxml::XmlWriter& xml, const Section& section);

} // namespace vanthu::write::docx
