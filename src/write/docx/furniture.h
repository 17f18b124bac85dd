// Headers and footers: word/header1.xml … and word/footer1.xml …, each distinct one once.
#pragma once

#include "flow/flow.h"
#include "ooxml/package_writer.h"
#include "write/docx/section.h"
#include "write/docx/style_book.h"

#include <vector>

namespace vanthu::write::docx {

/// Adds the parts to the package, related to word/document.xml. Returns one section a sheet. `document` and `book`
/// outlive the package.
std::vector<Section> add_furniture(ooxml::PackageWriter& package, const flow::Document& document,
                                   const StyleBook& book);

} // namespace vanthu::write::docx
