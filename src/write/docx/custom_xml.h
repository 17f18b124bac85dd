// customXml/item1.xml: the data that the document was made from, so that the file can be read back without guessing.
#pragma once

#include "ooxml/package_writer.h"

#include <string_view>

namespace vanthu::write::docx {

/// Adds the part and its properties to the package, related to word/document.xml. `source` is JSON and outlives the
/// package.
void add_source(ooxml::PackageWriter& package, std::string_view source);

} // namespace vanthu::write::docx
