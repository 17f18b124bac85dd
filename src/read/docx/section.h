// w:sectPr: the sheet's size and margins, its headers and footers (ECMA-376 part 1, 17.6, 17.10).
#pragma once

#include "flow/flow.h"
#include "ooxml/xml_tree.h"

#include <string>
#include <vector>

namespace vanthu::read::docx {

struct FurnitureReference {
    std::string relationship;
    bool header = false;
    bool first = false; ///< on the first page only
};

struct Section {
    flow::Sheet sheet;
    std::vector<FurnitureReference> references;
    bool first_differs = false; ///< the first page has a header and a footer of its own
    bool continuous = false;    ///< begins on the page of the section before it
};

Section read_section(const ooxml::XmlElement& properties);

} // namespace vanthu::read::docx
