// Runs content streams (ISO 32000-1, 8 and 9): glyphs, ruling marks and pictures where they stand on the sheet.
#pragma once

#include "read/pdf/colour.h"
#include "read/pdf/content_lexer.h"
#include "read/pdf/font_loader.h"
#include "read/pdf/ink.h"
#include "read/pdf/path.h"

#include <memory>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace vanthu::read::pdf {

/// Form XObjects decoded once and kept while there is room: letterheads and watermarks come back on every page.
class FormCache {
  public:
    explicit FormCache(ObjectStore& store) : store_(store) {}
    std::shared_ptr<const ObjectStore::Decoded> get(const Object& form);

  private:
    ObjectStore& store_;
    std::unordered_map<const void*, std::shared_ptr<const ObjectStore::Decoded>> kept_;
    std::size_t bytes_ = 0;
};

class Interpreter {
  public:
    Interpreter(FontLoader& fonts, FormCache& forms, std::size_t most_operators);

    /// Adds what `content` draws to `ink`. Throws LimitReached where streams are too large.
    void run(std::string_view content, const Object& resources, const Matrix& to_sheet, Ink& ink);

    /// The same for a form XObject, as annotations show it.
    void run_form(const Object& form, const Object& resources, const Matrix& to_sheet, Ink& ink);

  private:
    struct State {
        Matrix ctm;
        std::uint32_t fill = 0, stroke = 0;
        ColourSpace fill_space = ColourSpace::by_count, stroke_space = ColourSpace::by_count;
        bool fill_seen = true, stroke_seen = true; ///< not fully transparent
        bool is_opaque = true, blends = false, is_masked = false;
        double line_width = 1;
        Font* font = nullptr;
        double size = 0, character_spacing = 0, word_spacing = 0, stretch = 1, leading = 0, rise = 0;
        int mode = 0;
    };
    struct Marked {
        bool has_text = false;
        std::u32string text;
        std::size_t first_glyph = 0;
    };

    void execute(std::string_view content, const Object& resources);
    void execute_form(const Object& form);
    bool state_operator(std::uint32_t key);
    bool path_operator(std::uint32_t key);
    bool paint_operator(std::uint32_t key);
    bool colour_operator(std::uint32_t key);
    bool text_state_operator(std::uint32_t key);
    bool text_position_operator(std::uint32_t key);
    bool show_operator(std::uint32_t key);
    void other_operator(std::uint32_t key);

    void paint(bool fills, bool strokes);
    void set_colour(bool stroking, std::size_t count);
    void set_scn(bool stroking);
    void set_space(bool stroking);
    void graphics_state();
    void next_line(double x, double y);
    void show(std::string_view bytes);
    void show_array();
    void put(const Meaning& meaning, const Matrix& text_to_sheet, double advance);
    void place(const Object& object);
    void place_picture(const Object& object, double width, double height);
    void hide_under(const pages::Box& box);
    void begin_marked();
    void end_marked();

    double number(std::size_t index) const;
    std::string_view text(std::size_t index) const;
    Matrix matrix() const;
    Point point(std::size_t index) const { return state_.ctm.apply(number(index), number(index + 1)); }

    FontLoader& fonts_;
    FormCache& forms_;
    std::size_t operators_left_;
    Ink* ink_ = nullptr;
    const ContentLexer* lexer_ = nullptr;
    Object resources_;
    State state_;
    std::vector<State> saved_;
    Matrix text_matrix_, line_matrix_;
    Path path_;
    std::vector<Marked> marked_;
    int depth_ = 0;
};

/// Characters of a text string (PDFDocEncoding is read as Windows-1252, which it resembles).
std::u32string text_string(std::string_view bytes);

} // namespace vanthu::read::pdf
