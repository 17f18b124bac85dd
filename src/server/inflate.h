#pragma once

#include "base/bytes.h"

#include <string_view>

namespace vanthu::server {

/// The content of gzip that the program itself made. Empty where it is none. Private to server.
Bytes inflate(std::string_view gzip);

} // namespace vanthu::server
