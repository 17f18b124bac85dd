#include "read/pdf/interpreter.h"

#include "read/pdf/operator_key.h"

#include <algorithm>
#include <cmath>

namespace vanthu::read::pdf {
namespace {

constexpr int deepest_form = 20;
constexpr std::size_t most_saved = 1000;
} // namespace

Interpreter::Interpreter(FontLoader& fonts, FormCache& forms, std::size_t most_operators)
    : fonts_(fonts), forms_(forms), operators_left_(most_operators) {}

void Interpreter::run(std::string_view content, const Object& resources, const Matrix& to_sheet, Ink& ink) {
    ink_ = &ink;
    state_ = {};
    state_.ctm = to_sheet;
    saved_.clear();
    marked_.clear();
    execute(content, resources);
    while (!marked_.empty()) end_marked();
}

void Interpreter::run_form(const Object& form, const Object& resources, const Matrix& to_sheet, Ink& ink) {
    ink_ = &ink;
    state_ = {};
    state_.ctm = to_sheet;
    saved_.clear();
    resources_ = resources;
    execute_form(form);
}

void Interpreter::execute(std::string_view content, const Object& resources) {
    const Object outer_resources = resources_;
    const ContentLexer* const outer_lexer = lexer_;
    ContentLexer lexer(content);
    resources_ = resources;
    lexer_ = &lexer;
    while (lexer.next()) {
        if (operators_left_ == 0) {
            ink_->unread = "operators";
            break;
        }
        --operators_left_;
        const std::uint32_t key = operator_key(lexer.name());
        if (!show_operator(key) && !path_operator(key) && !paint_operator(key) && !text_position_operator(key) &&
            !text_state_operator(key) && !state_operator(key) && !colour_operator(key))
            other_operator(key);
    }
    resources_ = outer_resources;
    lexer_ = outer_lexer;
}

double Interpreter::number(std::size_t index) const {
    const auto& operands = lexer_->operands();
    return index < operands.size() ? operands[index].number : 0;
}

std::string_view Interpreter::text(std::size_t index) const {
    const auto& operands = lexer_->operands();
    return index < operands.size() ? operands[index].text : std::string_view();
}

Matrix Interpreter::matrix() const { return {number(0), number(1), number(2), number(3), number(4), number(5)}; }

bool Interpreter::state_operator(std::uint32_t key) {
    switch (key) {
    case operator_key("q"):
        if (saved_.size() < most_saved) saved_.push_back(state_);
        return true;
    case operator_key("Q"):
        if (!saved_.empty()) state_ = saved_.back(), saved_.pop_back();
        return true;
    case operator_key("cm"):
        state_.ctm = matrix() * state_.ctm;
        return true;
    case operator_key("w"):
        state_.line_width = std::abs(number(0));
        return true;
    case operator_key("gs"):
        graphics_state();
        return true;
    default:
        return false;
    }
}

void Interpreter::graphics_state() {
    const Object entry = resources_["ExtGState"][std::string(text(0)).c_str()];
    state_.line_width = entry["LW"].number_or(state_.line_width);
    if (const auto alpha = entry["ca"].number()) {
        state_.fill_seen = *alpha > 0;
        state_.is_opaque = *alpha >= 1;
    }
    if (const Object blend = entry["BM"]) state_.blends = blend.name() != "Normal" && blend.name() != "Compatible";
    if (const Object mask = entry["SMask"]) state_.is_masked = mask.name() != "None";
    if (const auto alpha = entry["CA"].number()) state_.stroke_seen = *alpha > 0;
    const Object font = entry["Font"];
    if (font.size() < 2) return;
    state_.font = &fonts_.font(font.at(0));
    state_.size = font.at(1).number_or(0);
}

bool Interpreter::path_operator(std::uint32_t key) {
    switch (key) {
    case operator_key("m"):
        path_.move_to(point(0));
        return true;
    case operator_key("l"):
        path_.line_to(point(0));
        return true;
    case operator_key("c"):
        path_.curve_to(point(4));
        return true;
    case operator_key("v"):
    case operator_key("y"):
        path_.curve_to(point(2));
        return true;
    case operator_key("h"):
        path_.close();
        return true;
    case operator_key("re"):
        path_.rectangle(state_.ctm, number(0), number(1), number(2), number(3));
        return true;
    default:
        return false;
    }
}

bool Interpreter::paint_operator(std::uint32_t key) {
    switch (key) {
    case operator_key("s"):
        path_.close();
        [[fallthrough]];
    case operator_key("S"):
        paint(false, true);
        return true;
    case operator_key("f"):
    case operator_key("F"):
    case operator_key("f*"):
        paint(true, false);
        return true;
    case operator_key("b"):
    case operator_key("b*"):
        path_.close();
        [[fallthrough]];
    case operator_key("B"):
    case operator_key("B*"):
        paint(true, true);
        return true;
    case operator_key("n"):
        path_.clear();
        return true;
    default:
        return false;
    }
}

void Interpreter::paint(bool fills, bool strokes) {
    constexpr double hairline = 0.1;
    if (fills && state_.fill_seen) path_.fill(state_.fill, *ink_);
    if (strokes && state_.stroke_seen)
        path_.stroke(std::max(hairline, state_.line_width * state_.ctm.scale()), state_.stroke, *ink_);
    path_.clear();
}

bool Interpreter::colour_operator(std::uint32_t key) {
    switch (key) {
    case operator_key("g"):
        set_colour(false, 1);
        return true;
    case operator_key("G"):
        set_colour(true, 1);
        return true;
    case operator_key("rg"):
        set_colour(false, 3);
        return true;
    case operator_key("RG"):
        set_colour(true, 3);
        return true;
    case operator_key("k"):
        set_colour(false, 4);
        return true;
    case operator_key("K"):
        set_colour(true, 4);
        return true;
    case operator_key("cs"):
        set_space(false);
        return true;
    case operator_key("CS"):
        set_space(true);
        return true;
    case operator_key("sc"):
    case operator_key("scn"):
        set_scn(false);
        return true;
    case operator_key("SC"):
    case operator_key("SCN"):
        set_scn(true);
        return true;
    default:
        return false;
    }
}

void Interpreter::set_colour(bool stroking, std::size_t count) {
    std::vector<double> values;
    for (std::size_t i = 0; i < count; ++i) values.push_back(number(i));
    (stroking ? state_.stroke_space : state_.fill_space) = ColourSpace::by_count;
    (stroking ? state_.stroke : state_.fill) = colour_of(ColourSpace::by_count, values);
}

void Interpreter::set_scn(bool stroking) {
    std::vector<double> values;
    for (const Operand& operand : lexer_->operands())
        if (operand.kind == Operand::Kind::number) values.push_back(operand.number);
    (stroking ? state_.stroke : state_.fill) = colour_of(stroking ? state_.stroke_space : state_.fill_space, values);
}

void Interpreter::set_space(bool stroking) {
    const std::string name(text(0));
    const Object named = resources_["ColorSpace"][name.c_str()];
    const ColourSpace space = named               ? colour_space(named)
                              : name == "Pattern" ? ColourSpace::unknown
                                                  : ColourSpace::by_count;
    (stroking ? state_.stroke_space : state_.fill_space) = space;
    (stroking ? state_.stroke : state_.fill) = 0;
}

void Interpreter::other_operator(std::uint32_t key) {
    switch (key) {
    case operator_key("Do"):
        place(resources_["XObject"][std::string(text(0)).c_str()]);
        break;
    case operator_key("BDC"):
        begin_marked();
        break;
    case operator_key("BMC"):
        marked_.push_back({});
        break;
    case operator_key("EMC"):
        end_marked();
        break;
    case operator_key("ID"): {
        double width = 0, height = 0;
        const auto& operands = lexer_->operands();
        for (std::size_t i = 0; i + 1 < operands.size(); ++i) {
            if (operands[i].kind != Operand::Kind::name) continue;
            if (operands[i].text == "W" || operands[i].text == "Width") width = operands[i + 1].number;
            if (operands[i].text == "H" || operands[i].text == "Height") height = operands[i + 1].number;
        }
        place_picture({}, width, height);
        break;
    }
    default:
        break;
    }
}

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
