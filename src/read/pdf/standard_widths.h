// Rough widths of fonts that a file names without measuring them: the standard 14 and their kin.
#pragma once

#include <string_view>

namespace vanthu::read::pdf {

/// Advance in em.
float standard_width(std::string_view font_name, char32_t character);

} // namespace vanthu::read::pdf
