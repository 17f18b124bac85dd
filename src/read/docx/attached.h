// The data that vanthu stores in the documents it makes: a custom XML part.
#pragma once

#include "base/bytes.h"
#include "ooxml/package_reader.h"

#include <optional>
#include <vector>

namespace vanthu::read::docx {

std::optional<Bytes> read_attached_document(ooxml::PackageReader& package,
                                            const std::vector<ooxml::Reference>& references);

} // namespace vanthu::read::docx
