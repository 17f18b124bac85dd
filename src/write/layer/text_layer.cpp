#include "write/layer/text_layer.h"

#include "text/unicode.h"
#include "write/pdf/pdf_syntax.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <numbers>

namespace vanthu::write {
namespace {

using pages::Word;
using read::pdf::Matrix;

Matrix inverse(const Matrix& m) {
    const double det = m.a * m.d - m.b * m.c;
    return {m.d / det, -m.b / det, -m.c / det, m.a / det, (m.c * m.f - m.d * m.e) / det, (m.b * m.e - m.a * m.f) / det};
}

/// From the straightened sheet back to the one as it was scanned: both have one middle.
Matrix unstraightened(const pages::SeenPage& page) {
    const double angle = -page.skew * std::numbers::pi / 180;
    const double x = page.width / 2, y = page.height / 2;
    const Matrix turn{std::cos(angle), std::sin(angle), -std::sin(angle), std::cos(angle), 0, 0};
    return Matrix{1, 0, 0, 1, -x, -y} * turn * Matrix{1, 0, 0, 1, x, y};
}

class Layer {
  public:
    explicit Layer(const LayerFont& font, std::string_view font_name) : font_(font), font_name_(font_name) {}

    std::string write(const pages::SeenPage& page, const Matrix& to_sheet) {
        // Text space is the sheet as it was scanned with y turned up. Words stay level where a sheet was scanned askew:
        // poppler cuts words, and Ghostscript mixes lines, whose letters stand on a slope.
        const Matrix m = Matrix{1, 0, 0, -1, 0, 0} * inverse(to_sheet);
        as_scanned_ = unstraightened(page);
        out_ = fmt::format("q\nBT\n3 Tr\n{:.6f} {:.6f} {:.6f} {:.6f} {:.3f} {:.3f} Tm\n", m.a, m.b, m.c, m.d, m.e, m.f);
        for (std::size_t i = 0; i < page.words.size(); ++i)
            write_word(page.words[i], i + 1 < page.words.size() ? &page.words[i + 1] : nullptr);
        return out_ + "ET\nQ\n";
    }

  private:
    void write_word(const Word& word, const Word* next) {
        if (!(word.box.x2 > word.box.x1)) return;
        set_size(word);
        const double width = word.box.x2 - word.box.x1;
        const auto middle = as_scanned_.apply(word.box.x1 + width / 2, baseline_of(word));
        move_to(middle.x - width / 2, -middle.y);
        std::string codes;
        double natural = 0;
        text::for_each_character(word.text, [&](char32_t character) {
            const LayerFont::Glyph glyph = font_.glyph(character);
            append_hex16(codes, glyph.id);
            natural += glyph.advance;
        });
        show(codes, natural, width);
        if (next) write_space(word, *next);
    }

    /// So that copying gives words. None over the gap between columns, which is no space.
    void write_space(const Word& word, const Word& next) {
        constexpr double widest = 2.5, least = 0.02, most_overlap = 0.3, most_shift = 0.5; // of the size
        const double gap = next.box.x1 - word.box.x2;
        const bool same_line = std::abs(baseline_of(next) - baseline_of(word)) < most_shift * size_;
        if (next.joined || !same_line || gap < -most_overlap * size_ || gap > widest * size_) return;
        const LayerFont::Glyph space = font_.glyph(U' ');
        std::string code;
        append_hex16(code, space.id);
        show(code, space.advance, std::max(gap, least * size_));
    }

    static double baseline_of(const Word& word) {
        constexpr double descent = 0.2;
        const bool is_known = word.baseline > word.box.y1 && word.baseline <= word.box.y2;
        return is_known ? word.baseline : word.box.y2 - descent * (word.box.y2 - word.box.y1);
    }

    /// In quarters of a point: recognised sizes vary from word to word.
    void set_size(const Word& word) {
        const double given = word.size > 0 ? word.size : word.box.y2 - word.box.y1;
        const double size = std::max(1.0, std::round(given * 4) / 4);
        if (size == size_) return;
        size_ = size;
        fmt::format_to(std::back_inserter(out_), "/{} {} Tf\n", font_name_, size);
    }

    /// Steps between rounded places, so that rounding does not add up over the page.
    void move_to(double x, double y) {
        const std::int64_t to_x = to_hundredths(x), to_y = to_hundredths(y);
        append_hundredths(out_, to_x - x_);
        out_ += ' ';
        append_hundredths(out_, to_y - y_);
        out_ += " Td\n";
        x_ = to_x;
        y_ = to_y;
    }

    /// `natural`: width of the codes in 1/1000 of the size.
    void show(std::string_view codes, double natural, double width) {
        if (!(natural > 0)) return;
        append_hundredths(out_, to_hundredths(std::clamp(100000 * width / (natural * size_), 1.0, 10000.0)));
        out_ += " Tz <";
        out_ += codes;
        out_ += "> Tj\n";
    }

    const LayerFont& font_;
    std::string_view font_name_;
    Matrix as_scanned_;
    std::string out_;
    double size_ = 0;
    std::int64_t x_ = 0, y_ = 0;
};

} // namespace

std::string text_layer(const pages::SeenPage& page, const Matrix& to_sheet, const LayerFont& font,
                       std::string_view font_name) {
    return Layer(font, font_name).write(page, to_sheet);
}

} // namespace vanthu::write
