// Characters of the fonts Symbol and Wingdings, which have no Unicode of their own.
#pragma once

#include <string>
#include <string_view>

namespace vanthu::read::docx {

/// w:sym: `code` is the character's place in the font (0xF000 added or not). U+FFFD where it is not known.
std::string symbol(char32_t code, std::string_view font);

/// The text of a bullet: characters of symbol fonts as their Unicode look-alikes, an unknown one as U+2022.
std::string bullet(std::string_view text, std::string_view font);

} // namespace vanthu::read::docx
