#include "read/pdf/page_reader.h"
#include "read/pdf/text_layer.h"

#include <algorithm>
#include <array>

namespace vanthu::read::pdf {
namespace {

constexpr double most_of_the_sheet = 0.7;
constexpr std::size_t stamped_words = 25; ///< page numbers and the like are no text of its own
constexpr std::size_t banner_words = 60;  ///< nor are banners of signatures over a picture
constexpr std::size_t many_outlines = 100;

/// Part of the sheet under pictures, over a grid, so that strips and tiles add up and copies do not.
double covered(const pages::SeenPage& page) {
    constexpr std::size_t cells = 32;
    std::array<bool, cells * cells> hit{};
    for (const pages::Picture& picture : page.pictures)
        for (std::size_t row = 0; row < cells; ++row)
            for (std::size_t column = 0; column < cells; ++column) {
                const double x = (static_cast<double>(column) + 0.5) * page.width / cells;
                const double y = (static_cast<double>(row) + 0.5) * page.height / cells;
                if (x >= picture.box.x1 && x <= picture.box.x2 && y >= picture.box.y1 && y <= picture.box.y2)
                    hit[row * cells + column] = true;
            }
    return static_cast<double>(std::ranges::count(hit, true)) / static_cast<double>(hit.size());
}

Diagnostic finding(const char* code, Severity severity, unsigned number) {
    Diagnostic result{code, severity, {}, {}};
    result.place.page = number;
    return result;
}

} // namespace

void judge_pictures(ReadPage& read, unsigned number, Diagnostics& findings) {
    pages::SeenPage& page = read.page;
    const auto hidden = static_cast<std::size_t>(std::ranges::count_if(page.words, &pages::Word::hidden));
    const std::size_t visible = page.words.size() - hidden;
    if (visible > banner_words) return;
    const bool is_picture = covered(page) >= most_of_the_sheet;
    if (!is_picture && visible > stamped_words) return;
    if (is_picture && hidden > stamped_words) {
        const bool is_sound = is_sound_layer(page.words);
        findings.push_back(is_sound ? finding("pdf-text-layer", Severity::note, number)
                                    : finding("pdf-layer-distrusted", Severity::note, number));
        if (is_sound) return;
    }
    page.image_only = is_picture || (page.words.empty() && read.outlines >= many_outlines);
    if (!page.image_only) return;
    std::erase_if(page.words, [](const pages::Word& word) { return word.hidden; });
    findings.push_back(finding("pdf-page-is-image", Severity::warning, number));
}

} // namespace vanthu::read::pdf
