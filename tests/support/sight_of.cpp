#include "support/sight_of.h"

#include <cmath>

namespace vanthu::test {
namespace {

constexpr std::string_view no_break_space = "\xC2\xA0";

/// Bytes of the white space at the beginning of the text; 0: none.
std::size_t space_length(std::string_view text) {
    if (text.starts_with(' ')) return 1;
    return text.starts_with(no_break_space) ? no_break_space.size() : 0;
}

std::size_t word_length(std::string_view text) {
    std::size_t length = 0;
    while (length < text.size() && space_length(text.substr(length)) == 0) ++length;
    return length;
}

bool touches(const pages::Word& word, const pages::Text& text) {
    return std::abs(word.baseline - text.y) < 0.1 && std::abs(word.box.x2 - text.x) < 0.1;
}

void add_words(const pages::Text& text, const Measure& measure, std::vector<pages::Word>& words) {
    bool joined = !words.empty() && touches(words.back(), text);
    double x = text.x;
    for (std::string_view rest = text.text; !rest.empty();) {
        if (const std::size_t space = space_length(rest); space > 0) {
            x += measure.width(rest.substr(0, space), text.face, text.size) + text.word_gap;
            rest.remove_prefix(space);
            joined = false;
            continue;
        }
        const std::size_t length = word_length(rest);
        pages::Word word = word_at(rest.substr(0, length), x, text.y, text.size, measure, text.face);
        word.colour = text.red ? 0xFF0000 : 0;
        word.joined = joined;
        x = word.box.x2;
        words.push_back(std::move(word));
        rest.remove_prefix(length);
    }
}

} // namespace

pages::Word word_at(std::string_view text, double x, double baseline, double size, const Measure& measure, Face face) {
    pages::Word word;
    word.text = text;
    word.box = {x, baseline - measure.ascent(size), x + measure.width(text, face, size), baseline + 0.22 * size};
    word.baseline = baseline;
    word.size = size;
    word.face = face;
    word.font = static_cast<std::uint16_t>(face);
    return word;
}

pages::Sight sight_of(const pages::Document& document, const Measure& measure) {
    pages::Sight sight;
    sight.fonts = {"Tinos-Regular", "Tinos-Bold", "Tinos-Italic", "Tinos-BoldItalic"};
    for (const pages::Page& page : document.pages) {
        pages::SeenPage& seen = sight.pages.emplace_back();
        seen.width = page.width;
        seen.height = page.height;
        seen.lines = page.lines;
        for (const pages::Text& text : page.texts) add_words(text, measure, seen.words);
    }
    return sight;
}

} // namespace vanthu::test
