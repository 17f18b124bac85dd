// Pieces of HTML. Private to the report.
#pragma once

#include <string>
#include <string_view>

namespace vanthu::write {

/// As text or as the value of an attribute in double quotes; control characters and what turns the direction of
/// writing are shown as \u{NNNN}.
std::string escaped(std::string_view text);

/// A relative path as the value of href or src: each byte that is no plain letter or digit as %NN.
std::string link_to(std::string_view path);

/// The looks of the report.
std::string_view style_sheet();

} // namespace vanthu::write
