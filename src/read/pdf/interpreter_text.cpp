#include "read/pdf/encodings.h"
#include "read/pdf/interpreter.h"
#include "read/pdf/operator_key.h"

#include <algorithm>
#include <cmath>

namespace vanthu::read::pdf {
namespace {

constexpr std::size_t most_glyphs = 1'000'000;
constexpr double smallest_size = 0.01, largest_size = 5000, far_away = 1e5;

/// Slanted by the matrix, as for a font without an italic face.
bool is_slanted(const Matrix& m) {
    constexpr double least = 0.15;
    const double x = m.x_scale(), y = m.y_scale();
    return x > 0 && y > 0 && std::abs((m.a * m.c + m.b * m.d) / (x * y)) > least;
}

Face face_shown(const Font& font, const Matrix& m, int mode) {
    constexpr int fill_and_stroke = 2;
    const bool bold = font.face == Face::bold || font.face == Face::bold_italic || mode % 4 == fill_and_stroke;
    const bool italic = font.face == Face::italic || font.face == Face::bold_italic || is_slanted(m);
    return face_of(bold, italic);
}

} // namespace

std::u32string text_string(std::string_view bytes) {
    if (bytes.starts_with("\xFE\xFF")) return from_utf16(bytes.substr(2));
    std::u32string text;
    for (const char c : bytes) text.push_back(character_of(BaseEncoding::win_ansi, static_cast<std::uint8_t>(c)));
    return text;
}

bool Interpreter::text_state_operator(std::uint32_t key) {
    switch (key) {
    case operator_key("Tc"):
        state_.character_spacing = number(0);
        return true;
    case operator_key("Tw"):
        state_.word_spacing = number(0);
        return true;
    case operator_key("Tz"):
        state_.stretch = number(0) / 100;
        return true;
    case operator_key("TL"):
        state_.leading = number(0);
        return true;
    case operator_key("Ts"):
        state_.rise = number(0);
        return true;
    case operator_key("Tr"):
        state_.mode = static_cast<int>(std::clamp(number(0), 0.0, 7.0));
        return true;
    case operator_key("Tf"): {
        const Object font = resources_["Font"][std::string(text(0)).c_str()];
        state_.font = font ? &fonts_.font(font) : nullptr;
        state_.size = number(1);
        return true;
    }
    default:
        return false;
    }
}

bool Interpreter::text_position_operator(std::uint32_t key) {
    switch (key) {
    case operator_key("BT"):
        text_matrix_ = line_matrix_ = {};
        return true;
    case operator_key("Td"):
        next_line(number(0), number(1));
        return true;
    case operator_key("TD"):
        state_.leading = -number(1);
        next_line(number(0), number(1));
        return true;
    case operator_key("Tm"):
        text_matrix_ = line_matrix_ = matrix();
        return true;
    case operator_key("T*"):
        next_line(0, -state_.leading);
        return true;
    default:
        return false;
    }
}

bool Interpreter::show_operator(std::uint32_t key) {
    switch (key) {
    case operator_key("TJ"):
        show_array();
        return true;
    case operator_key("Tj"):
        show(text(0));
        return true;
    case operator_key("'"):
        next_line(0, -state_.leading);
        show(text(0));
        return true;
    case operator_key("\""):
        state_.word_spacing = number(0);
        state_.character_spacing = number(1);
        next_line(0, -state_.leading);
        show(text(2));
        return true;
    default:
        return false;
    }
}

void Interpreter::next_line(double x, double y) {
    line_matrix_ = Matrix{1, 0, 0, 1, x, y} * line_matrix_;
    text_matrix_ = line_matrix_;
}

void Interpreter::show_array() {
    for (const Operand& operand : lexer_->operands()) {
        if (operand.kind == Operand::Kind::string) show(operand.text);
        if (operand.kind != Operand::Kind::number) continue;
        const double shift = -operand.number / 1000 * state_.size;
        const bool down = state_.font && state_.font->is_vertical;
        text_matrix_ = Matrix{1, 0, 0, 1, down ? 0 : shift * state_.stretch, down ? shift : 0} * text_matrix_;
    }
}

void Interpreter::show(std::string_view bytes) {
    if (!state_.font) return;
    Font& font = *state_.font;
    const Matrix scaled{state_.size * state_.stretch, 0, 0, state_.size, 0, state_.rise};
    while (!bytes.empty()) {
        std::uint32_t code = 0;
        int length = 1;
        const Meaning& meaning = font.meaning(bytes, code, length);
        bytes.remove_prefix(static_cast<std::size_t>(length));
        const double spacing = state_.character_spacing + (meaning.is_space ? state_.word_spacing : 0);
        put(meaning, scaled * text_matrix_ * state_.ctm, font.is_vertical ? 1 : meaning.width);
        const double along =
            font.is_vertical ? -state_.size + spacing : (meaning.width * state_.size + spacing) * state_.stretch;
        if (font.is_vertical)
            text_matrix_ = Matrix{1, 0, 0, 1, 0, along} * text_matrix_;
        else
            text_matrix_.e += along * text_matrix_.a, text_matrix_.f += along * text_matrix_.b;
    }
}

/// `text_to_sheet` maps the em square.
void Interpreter::put(const Meaning& meaning, const Matrix& text_to_sheet, double advance) {
    const double size = text_to_sheet.y_scale() * state_.font->size_factor;
    if (!(size > smallest_size && size < largest_size) || ink_->glyphs.size() >= most_glyphs) return;
    if (!(std::abs(text_to_sheet.e) < far_away && std::abs(text_to_sheet.f) < far_away)) return;
    Glyph glyph;
    glyph.pen = {text_to_sheet.e, text_to_sheet.f};
    const bool down = state_.font->is_vertical;
    const Point em = down ? Point{-text_to_sheet.c, -text_to_sheet.d} : Point{text_to_sheet.a, text_to_sheet.b};
    const double em_length = std::hypot(em.x, em.y);
    if (!(em_length > smallest_size)) return;
    glyph.along = {em.x / em_length, em.y / em_length};
    glyph.advance = static_cast<float>(advance * em_length);
    glyph.spacing = static_cast<float>(state_.character_spacing / std::abs(state_.size) * em_length);
    glyph.size = static_cast<float>(size);
    glyph.font = state_.font;
    glyph.character = meaning.character;
    if (meaning.character == 0) glyph.longer = &state_.font->texts[meaning.longer];
    constexpr int stroked = 1, hidden = 3;
    const int mode = state_.mode % 4;
    glyph.colour = mode == stroked ? state_.stroke : state_.fill;
    glyph.hidden = mode == hidden || (mode != stroked && !state_.fill_seen);
    glyph.face = face_shown(*state_.font, text_to_sheet, state_.mode);
    ink_->glyphs.push_back(glyph);
}

void Interpreter::begin_marked() {
    constexpr std::size_t deepest = 10'000;
    if (marked_.size() >= deepest) return;
    Marked scope{false, {}, ink_->glyphs.size()};
    const auto& operands = lexer_->operands();
    for (std::size_t i = 1; i + 1 < operands.size(); ++i)
        if (operands[i].kind == Operand::Kind::name && operands[i].text == "ActualText" &&
            operands[i + 1].kind == Operand::Kind::string) {
            scope.has_text = true;
            scope.text = text_string(operands[i + 1].text);
        }
    if (operands.size() == 2 && operands[1].kind == Operand::Kind::name) {
        const Object text = resources_["Properties"][std::string(operands[1].text).c_str()]["ActualText"];
        scope.has_text = text.is_string();
        scope.text = text_string(text.string());
    }
    marked_.push_back(std::move(scope));
}

/// One glyph takes the place of those in the scope. A text that spans lines or words stays with its glyphs: where its
/// words stand cannot be told.
void Interpreter::end_marked() {
    if (marked_.empty()) return;
    Marked scope = std::move(marked_.back());
    std::erase(scope.text, U'\u00AD'); // a hyphen that only the line end shows
    marked_.pop_back();
    auto& glyphs = ink_->glyphs;
    if (!scope.has_text || scope.first_glyph >= glyphs.size()) return;
    Glyph whole = glyphs[scope.first_glyph];
    const Glyph& last = glyphs.back();
    const Point reach{last.pen.x - whole.pen.x, last.pen.y - whole.pen.y};
    constexpr double same_line = 0.2;
    const bool one_line = std::abs(reach.x * whole.along.y - reach.y * whole.along.x) <= whole.size * same_line;
    const bool has_space = scope.text.find_first_of(U" \u00A0\t\n\r") != std::u32string::npos;
    if (!one_line || (has_space && scope.text.size() > 1)) return;
    glyphs.resize(scope.first_glyph);
    if (scope.text.empty()) return;
    const double length = reach.x * whole.along.x + reach.y * whole.along.y + last.advance;
    whole.advance = static_cast<float>(std::max<double>(length, whole.advance));
    whole.spacing = last.spacing;
    ink_->texts.push_back(scope.text);
    whole.longer = &ink_->texts.back();
    whole.character = 0;
    glyphs.push_back(whole);
}

} // namespace vanthu::read::pdf
