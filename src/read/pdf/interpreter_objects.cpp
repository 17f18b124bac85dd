// Pictures and forms that content draws.
#include "read/pdf/interpreter.h"

#include <algorithm>
#include <cmath>

namespace vanthu::read::pdf {

void Interpreter::place(const Object& object) {
    const std::string kind = object["Subtype"].name();
    if (kind == "Image") place_picture(object, object["Width"].number_or(0), object["Height"].number_or(0));
    if (kind == "Form") execute_form(object);
}

void Interpreter::place_picture(const Object& object, double width, double height) {
    constexpr std::size_t most_pictures = 10'000;
    constexpr double most_pixels = 1e6;
    if (ink_->pictures.size() >= most_pictures) return;
    const Matrix& m = state_.ctm;
    const double x1 = m.e + std::min({0.0, m.a, m.c, m.a + m.c}), x2 = m.e + std::max({0.0, m.a, m.c, m.a + m.c});
    const double y1 = m.f + std::min({0.0, m.b, m.d, m.b + m.d}), y2 = m.f + std::max({0.0, m.b, m.d, m.b + m.d});
    if (!std::isfinite(x1) || !std::isfinite(x2) || !std::isfinite(y1) || !std::isfinite(y2)) return;
    ink_->pictures.push_back({{x1, y1, x2, y2},
                              static_cast<std::uint32_t>(std::clamp(width, 0.0, most_pixels)),
                              static_cast<std::uint32_t>(std::clamp(height, 0.0, most_pixels))});
    ink_->drawn.push_back({object, Matrix{1, 0, 0, -1, 0, 1} * m, state_.fill});
    if (state_.is_opaque && !state_.blends && !state_.is_masked && object && !object["SMask"] && !object["Mask"] &&
        !object["ImageMask"].truth_or(false))
        hide_under({x1, y1, x2, y2});
}

/// Text that a picture of the sheet covers is a layer for searching, whatever its rendering mode.
void Interpreter::hide_under(const pages::Box& box) {
    constexpr double least_side = 200;
    constexpr std::size_t most_covers = 20;
    if (box.x2 - box.x1 < least_side || box.y2 - box.y1 < least_side || ink_->covers++ >= most_covers) return;
    for (Glyph& glyph : ink_->glyphs)
        if (glyph.pen.x >= box.x1 && glyph.pen.x <= box.x2 && glyph.pen.y >= box.y1 && glyph.pen.y <= box.y2)
            glyph.hidden = true;
}

void Interpreter::execute_form(const Object& form) {
    constexpr int deepest_form = 20;
    if (depth_ >= deepest_form || !form.is_stream()) return;
    const auto decoded = forms_.get(form);
    if (!decoded->complete) ink_->unread = "form";
    const State outer = state_;
    const std::vector<State> outer_saved = std::move(saved_);
    const Matrix outer_text = text_matrix_, outer_line = line_matrix_;
    saved_.clear();
    const Object own = form["Resources"], map = form["Matrix"];
    if (map.size() == 6)
        state_.ctm = Matrix{map.at(0).number_or(1), map.at(1).number_or(0), map.at(2).number_or(0),
                            map.at(3).number_or(1), map.at(4).number_or(0), map.at(5).number_or(0)} *
                     state_.ctm;
    ++depth_;
    execute(decoded->bytes, own ? own : resources_);
    --depth_;
    state_ = outer;
    saved_ = outer_saved;
    text_matrix_ = outer_text;
    line_matrix_ = outer_line;
}

} // namespace vanthu::read::pdf
