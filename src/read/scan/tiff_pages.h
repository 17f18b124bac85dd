// The pages of a TIFF file as files of their own, so that each can be recognised by another process.
#pragma once

#include "base/bytes.h"

#include <optional>
#include <string_view>
#include <vector>

namespace vanthu::read::scan {

/// Nothing is decoded; the bytes of the strips and of the tags are copied. None where the directory is broken at its
/// first page or there are more than `most` pages; what follows a broken page is left out.
std::optional<std::vector<Bytes>> tiff_pages(std::string_view tiff, std::size_t most);

} // namespace vanthu::read::scan
