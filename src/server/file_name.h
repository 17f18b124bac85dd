// Names of files in the heads of requests and answers. Private to server.
#pragma once

#include <string>
#include <string_view>

namespace vanthu::server {

/// "%C4%90.pdf" → "Đ.pdf"; what is no escape stays.
std::string percent_decoded(std::string_view text);

/// Without folders and control characters, at most 200 bytes of whole characters; "file" where nothing is left.
std::string plain_name(std::string_view name);

/// "a.pdf" → "a".
std::string stem_of(std::string_view name);

/// Content-Disposition (RFC 6266) of a file to be kept, never shown.
std::string attachment(std::string_view name);

} // namespace vanthu::server
