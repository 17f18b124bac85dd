// The words of a sheet as a content stream of invisible text.
#pragma once

#include "pages/sight.h"
#include "read/pdf/matrix.h"
#include "write/layer/layer_font.h"

#include <string>
#include <string_view>

namespace vanthu::write {

/// `to_sheet`: the page's default user space → the upright sheet that the words' places are of; `font_name`: in the
/// page's resources, without slash. The words keep their order; each is as wide as its box, and a space as wide as the
/// gap stands between words of a line.
std::string text_layer(const pages::SeenPage& page, const read::pdf::Matrix& to_sheet, const LayerFont& font,
                       std::string_view font_name);

} // namespace vanthu::write
