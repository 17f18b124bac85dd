#include "support/dump_sight.h"

#include <fmt/format.h>

namespace vanthu::test {
namespace {

std::string flags(const pages::Word& word) {
    std::string result;
    if (word.face == Face::bold || word.face == Face::bold_italic) result += 'b';
    if (word.face == Face::italic || word.face == Face::bold_italic) result += 'i';
    if (word.hidden) result += 'h';
    if (word.joined) result += 'j';
    if (word.raised) result += 'r';
    if (word.trust < 1) result += '?';
    return result.empty() ? "-" : result;
}

} // namespace

std::string dump_sight(const pages::Sight& sight) {
    std::string text;
    for (std::size_t i = 0; i < sight.pages.size(); ++i) {
        const pages::SeenPage& page = sight.pages[i];
        text += fmt::format("page {} {:.0f}x{:.0f}", i + 1, page.width, page.height);
        if (page.rotation != 0) text += fmt::format(" turned {}", page.rotation);
        text += page.image_only ? " image\n" : "\n";
        for (const pages::Word& word : page.words)
            text += fmt::format("w {:.1f} {:.1f} {:.1f} {:.1f} {} {} {}\n", word.box.x1, word.baseline, word.box.x2,
                                word.size, sight.fonts[word.font], flags(word), word.text);
        for (const pages::Line& line : page.lines)
            text += fmt::format("l {:.1f} {:.1f} {:.1f} {:.1f} {:.2f}{}\n", line.x1, line.y1, line.x2, line.y2,
                                line.thickness, line.red ? " red" : "");
        for (const pages::Picture& picture : page.pictures)
            text += fmt::format("p {:.1f} {:.1f} {:.1f} {:.1f} {}x{}\n", picture.box.x1, picture.box.y1, picture.box.x2,
                                picture.box.y2, picture.width, picture.height);
    }
    return text;
}

std::string plain_text(const pages::Sight& sight) {
    std::string text;
    for (const pages::SeenPage& page : sight.pages)
        for (const pages::Word& word : page.words) {
            if (!text.empty() && !word.joined) text += ' ';
            text += word.text;
        }
    return text;
}

} // namespace vanthu::test
