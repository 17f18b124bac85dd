// [Content_Types].xml: what each part of a package is (ISO/IEC 29500-2, 10.1.2).
#pragma once

#include "ooxml/xml_writer.h"

#include <string>
#include <vector>

namespace vanthu::ooxml {

struct ContentType {
    std::string part; ///< without a slash in front
    std::string type;
};

inline constexpr const char* content_types_name = "[Content_Types].xml";

void write_content_types(XmlWriter& xml, const std::vector<ContentType>& types);

} // namespace vanthu::ooxml
