// Whether a string of characters can be a word of a document. Private to read/scan.
#pragma once

#include <cstdint>
#include <string_view>

namespace vanthu::read::scan {

enum class Kind : std::uint8_t {
    syllable, ///< spelled as Vietnamese allows
    name,     ///< capitals, digits, signs in between: numbers, symbols, abbreviations
    odd,      ///< letters that no rule of spelling allows
    mark,     ///< a dash, a bracket, quotation marks, nothing else
    strange,  ///< signs that documents do not have
};

Kind kind_of(std::string_view utf8);

} // namespace vanthu::read::scan
