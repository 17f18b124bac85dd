// *.rels: which part belongs to which, and as what (ISO/IEC 29500-2, 9.3).
#pragma once

#include "ooxml/package_writer.h"
#include "ooxml/xml_writer.h"

#include <cstddef>
#include <string>
#include <vector>

namespace vanthu::ooxml {

/// "_rels/.rels" for the package, "word/_rels/document.xml.rels" for a part.
std::string relationships_name(const std::string& source);

std::string relationship_id(std::size_t index);

void write_relationships(XmlWriter& xml, const std::vector<Relationship>& relationships);

} // namespace vanthu::ooxml
