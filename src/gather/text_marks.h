// What the ends and beginnings of lines tell: is a sentence over, does a list item begin. Private to gather.
#pragma once

#include <string_view>

namespace vanthu::gather {

/// Ends with . ; : ! ? or a closing ./.
bool ends_sentence(std::string_view text);

/// Ends so that something must follow: a comma, hyphen, slash or an open bracket without its closing one.
bool ends_open(std::string_view text);

/// First letter is a small one.
bool starts_small(std::string_view text);

/// "1", "01.", "2)", "(3)", "IV", "IV.", "a)", "1.2": the whole text is an ordinal.
bool is_ordinal(std::string_view text);

/// Starts with the label of a list item and a space: a dash, bullet, number or letter with its mark.
bool starts_item(std::string_view text);

} // namespace vanthu::gather
