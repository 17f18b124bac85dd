// Bytes of a text file as NFC: UTF-8, UTF-16, or an encoding from before Unicode.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace vanthu::read::plain {

struct Decoded {
    std::string text;
    std::string encoding; ///< what it was; empty: UTF-8
};

/// None where the bytes are no text.
std::optional<Decoded> decode(std::string_view bytes);

} // namespace vanthu::read::plain
