#include "write/docx/box.h"

#include "write/docx/units.h"

#include <algorithm>
#include <cmath>

namespace vanthu::write::docx {

BoxSpace box_space(const flow::ParagraphStyle& style) {
    constexpr double times_line_height = 1.149; // of the size; the metrics of Times New Roman
    constexpr int word_limit = 31;
    const double free = style.box_height - box_thickness - style.size * times_line_height * style.line_spacing;
    const int total = std::clamp(static_cast<int>(std::lround(free)), 0, 2 * word_limit);
    return {total / 2, total - total / 2};
}

Indents box_indents(const flow::ParagraphStyle& style, int width) {
    const int side = twips(box_side_space + box_thickness / 2);
    const int before = twips(style.left_indent);
    const int after = twips(style.right_indent);
    const int room = style.box_width > 0 ? width - before - after - twips(style.box_width) : 0;
    switch (style.align) {
    case flow::Align::right:
        return {before + room + side, after + side};
    case flow::Align::centre:
        return {before + room / 2 + side, after + room - room / 2 + side};
    case flow::Align::left:
    case flow::Align::justify:
        break;
    }
    return {before + side, after + room + side};
}

} // namespace vanthu::write::docx
