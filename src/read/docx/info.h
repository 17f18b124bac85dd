// docProps/core.xml: title, author and the like.
#pragma once

#include "flow/flow.h"
#include "ooxml/package_reader.h"

#include <vector>

namespace vanthu::read::docx {

flow::Info read_info(ooxml::PackageReader& package, const std::vector<ooxml::Reference>& references);

} // namespace vanthu::read::docx
