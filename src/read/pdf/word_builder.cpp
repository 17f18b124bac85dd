#include "read/pdf/word_builder.h"

#include "read/pdf/font.h"
#include "read/pdf/upright.h"
#include "text/unicode.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

namespace vanthu::read::pdf {
namespace {

// All in parts of the font size.
constexpr double word_gap = 0.17; ///< wider gaps part words
constexpr double step_back = 0.6; ///< how far a glyph may stand before the end of the last one
constexpr double same_baseline = 0.12;
constexpr double script_shift = 0.7;   ///< how far a superscript may leave the baseline
constexpr double drawn_again = 0.1;    ///< the same glyph this near is the same
constexpr double widest_spacing = 0.8; ///< character spacing beyond this is a jump
constexpr double mark_reach = 0.7;

bool is_white_space(char32_t c) {
    return c <= 0x20 || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 ||
           c == 0x202F || c == 0x205F || c == 0x3000;
}

bool is_unknown(char32_t c) { return c == 0xFFFD || (c >= 0xE000 && c < 0xF900) || c >= 0xF0000; }

bool is_mark_glyph(const Glyph& glyph) { return glyph.longer == nullptr && is_mark(glyph.character); }

/// A word that still grows.
struct Open {
    pages::Word word;
    Point start, end; ///< pens
    Point along;
    double spacing = 0;
    const Font* font = nullptr;
    Point last_pen;
    double last_advance = 0;
    char32_t last_character = 0;
    std::size_t characters = 0, unknown = 0;
};

class Builder {
  public:
    void take(const Glyph& glyph) {
        if (glyph.longer) {
            // ActualText and ligatures: no spaces inside but perhaps at the ends.
            if (std::ranges::all_of(*glyph.longer, is_white_space)) return end_word();
        } else if (is_white_space(glyph.character)) {
            return end_word();
        }
        place(glyph);
    }

    std::vector<pages::Word> finish() {
        close();
        tidy_words(words_, std::move(after_space_));
        return std::move(words_);
    }

  private:
    void end_word() {
        close();
        space_ = true;
    }

    void close() {
        if (!open_) return;
        Open& open = *open_;
        open.word.box = box(open);
        if (open.unknown > 0)
            open.word.trust = 1 - static_cast<float>(open.unknown) / static_cast<float>(open.characters);
        words_.push_back(std::move(open.word));
        open_.reset();
    }

    static pages::Box box(const Open& open) {
        const double size = open.word.size;
        const Point up{open.along.y, -open.along.x};
        const double high = open.font->ascent * size, low = open.font->descent * size;
        pages::Box result{std::numeric_limits<double>::max(), std::numeric_limits<double>::max(),
                          std::numeric_limits<double>::lowest(), std::numeric_limits<double>::lowest()};
        for (const Point& pen : {open.start, open.end})
            for (const double height : {high, low}) {
                const Point p{pen.x + up.x * height, pen.y + up.y * height};
                result = {std::min(result.x1, p.x), std::min(result.y1, p.y), std::max(result.x2, p.x),
                          std::max(result.y2, p.y)};
            }
        return result;
    }

    /// Where the glyph's pen stands, seen from the end of the open word.
    struct Offset {
        double gap = 0, off_line = 0;
    };
    static Offset offset(const Open& open, const Glyph& glyph, const Point& from) {
        const Point d{glyph.pen.x - from.x, glyph.pen.y - from.y};
        return {d.x * open.along.x + d.y * open.along.y, d.y * open.along.x - d.x * open.along.y};
    }

    static bool same_style(const Open& open, const Glyph& glyph) {
        constexpr double near_size = 0.03;
        return open.word.font == glyph.font->number && open.word.face == glyph.face &&
               open.word.colour == glyph.colour && std::abs(open.word.size - glyph.size) <= near_size * open.word.size;
    }

    static bool is_drawn_again(const Open& open, const Glyph& glyph) {
        constexpr double part_of_glyph = 0.4; // narrow letters do follow each other closely
        if (glyph.longer || glyph.character != open.last_character || is_mark_glyph(glyph)) return false;
        const Offset again = offset(open, glyph, open.last_pen);
        return std::abs(again.off_line) < drawn_again * glyph.size &&
               std::abs(again.gap) < std::min(drawn_again * glyph.size, part_of_glyph * open.last_advance);
    }

    void place(const Glyph& glyph) {
        if (!open_) return begin(glyph, false);
        Open& open = *open_;
        const double size = std::max<double>(open.word.size, glyph.size);
        const bool same_way = quarter(open.along) == quarter(glyph.along) && open.word.hidden == glyph.hidden;
        if (same_way && is_drawn_again(open, glyph)) return;
        Offset there = offset(open, glyph, open.end);
        if (same_way && is_mark_glyph(glyph) && std::abs(there.off_line) < mark_reach * size &&
            there.gap > -2 * mark_reach * size && there.gap < mark_reach * size)
            return append(glyph);
        there.gap -= std::clamp(open.spacing, -widest_spacing * size, widest_spacing * size);
        const bool touches = same_way && there.gap <= word_gap * size && there.gap >= -step_back * size;
        const bool on_line = std::abs(there.off_line) <= same_baseline * size;
        if (touches && on_line && same_style(open, glyph)) return append(glyph);
        constexpr double smaller = 0.85;
        const bool is_script = std::min<double>(open.word.size, glyph.size) < smaller * size &&
                               std::abs(there.off_line) <= script_shift * size;
        const bool joined = touches && (on_line || is_script);
        close();
        begin(glyph, joined);
    }

    void begin(const Glyph& glyph, bool joined) {
        open_.emplace();
        open_->start = open_->end = glyph.pen;
        open_->along = glyph.along;
        open_->font = glyph.font;
        pages::Word& word = open_->word;
        word.baseline = glyph.pen.y;
        word.size = glyph.size;
        word.colour = glyph.colour;
        word.font = glyph.font->number;
        word.face = glyph.face;
        word.hidden = glyph.hidden;
        word.joined = joined;
        after_space_.push_back(space_);
        space_ = false;
        append(glyph);
    }

    void append(const Glyph& glyph) {
        Open& open = *open_;
        if (glyph.longer)
            for (const char32_t c : *glyph.longer) add(c);
        else
            add(glyph.character);
        const Point end{glyph.pen.x + glyph.along.x * glyph.advance, glyph.pen.y + glyph.along.y * glyph.advance};
        // A mark reaches back over its letter; the letter's end counts.
        const bool reaches_on =
            (end.x - open.end.x) * open.along.x + (end.y - open.end.y) * open.along.y >= 0 || !is_mark_glyph(glyph);
        if (reaches_on) open.end = end;
        if (!is_mark_glyph(glyph)) {
            open.spacing = glyph.spacing;
            open.last_pen = glyph.pen;
            open.last_advance = glyph.advance;
            open.last_character = glyph.longer ? 0 : glyph.character;
        }
    }

    void add(char32_t character) {
        if (is_white_space(character)) return;
        open_->word.text += text::to_utf8(character);
        ++open_->characters;
        if (is_unknown(character)) ++open_->unknown;
    }

    std::optional<Open> open_;
    bool space_ = false;
    std::vector<pages::Word> words_;
    std::vector<bool> after_space_;
};

} // namespace

std::vector<pages::Word> build_words(std::vector<Glyph> glyphs) {
    put_marks_behind_letters(glyphs);
    Builder builder;
    for (const Glyph& glyph : glyphs) builder.take(glyph);
    return builder.finish();
}

} // namespace vanthu::read::pdf
