// Pages as text that a human can read and a diff can show.
#pragma once

#include "pages/pages.h"

#include <string>

namespace vanthu::test {

/// One line for each text, "x y size face text" in points to one decimal, then one for each ruling line. Bold is "b",
/// italic "i", red "r"; the gap added to spaces stands as "+1.2" where there is one; furniture is marked "*",
/// the space at the end of a line that goes on "␣".
std::string dump_pages(const pages::Document& document);

} // namespace vanthu::test
