// What a paragraph of an outline opens with: "Chương I", "II.", "1.", "a)", "-". Private to interpret.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace vanthu::interpret {

/// From the outermost to the innermost.
enum class Rank : std::uint8_t {
    part, ///< Phần
    chapter,
    division,    ///< Mục
    subdivision, ///< Tiểu mục
    capital,     ///< A.
    roman,
    article,
    number,  ///< 1.
    number2, ///< 1.1.
    number3,
    letter, ///< a)
    dash,
    plus,
    none
};

struct Label {
    Rank rank = Rank::none;
    std::string text;    ///< as printed: "II.", "a)", "-"
    std::size_t end = 0; ///< where the text behind it begins
    bool first = false;  ///< of its row: "1.", "a)", "I."
    char mark = 0;       ///< what closes it: '.', ')', '/'
};

/// Words that open the label of an article or of what holds articles, by rank: part, chapter, division, subdivision,
/// article.
struct LabelWords {
    std::vector<std::string> part, chapter, division, subdivision, article;
};

/// The label that `text` opens with by its form alone: numerals, letters, dashes.
Label label_of(std::string_view text);

/// The same, and labels that open with a word.
Label label_of(std::string_view text, const LabelWords& words);

} // namespace vanthu::interpret
