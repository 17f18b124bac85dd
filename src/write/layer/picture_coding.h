// A stored picture as PDF states it.
#pragma once

#include "pages/raster.h"

#include <optional>
#include <string>

namespace vanthu::write {

struct CodedPicture {
    std::string entries; ///< of the image's dictionary: size, colours, filter
    Bytes data;
    bool is_plain = false; ///< the data are samples, still to be deflated
};

/// None where PDF does not know the coding or the file is broken.
std::optional<CodedPicture> coded_picture(const pages::StoredPicture& picture);

} // namespace vanthu::write
