#include "read/scan/text_reader.h"

#include "read/scan/plausible.h"
#include "read/scan/second_look.h"
#include "text/look_alike.h"

#include <algorithm>
#include <cmath>

namespace vanthu::read::scan {
namespace {

constexpr float doubtful = 0.25F; ///< confidence below which a word must at least be spelled like one
constexpr float faint = 0.2F;     ///< the same of a dash or quotation mark
constexpr float hopeless = 0.5F;  ///< mean confidence of a line that is no text
constexpr float sure = 0.85F;     ///< confidence of a word that is surely text
constexpr float enough = 8;       ///< bytes of such words that make a line text

bool is_noise(const ReadWord& word) {
    const Kind kind = kind_of(word.text);
    if (kind == Kind::strange) return true;
    if (kind == Kind::syllable || (kind == Kind::odd && text::may_be_mended(word.text))) return false;
    return word.confidence < (kind == Kind::mark ? faint : doubtful);
}

pages::Box in_points(const ReadWord& word, const Sheet& sheet) {
    const double points = 72 / sheet.dots_per_inch;
    return {word.x1 * points, word.y1 * points, word.x2 * points, word.y2 * points};
}

/// One box for what stands together.
void note(std::vector<pages::Box>& places, const pages::Box& box) {
    constexpr double near = 12;
    for (pages::Box& place : places) {
        if (box.x1 > place.x2 + near || box.x2 < place.x1 - near || box.y1 > place.y2 + near ||
            box.y2 < place.y1 - near)
            continue;
        place = {std::min(place.x1, box.x1), std::min(place.y1, box.y1), std::max(place.x2, box.x2),
                 std::max(place.y2, box.y2)};
        return;
    }
    places.push_back(box);
}

/// Whether a line is no rule, seal, dirt: some of it is surely text, or most of it probably.
bool is_text(std::vector<ReadWord>::const_iterator first, std::vector<ReadWord>::const_iterator last) {
    float sum = 0, letters = 0, surely = 0;
    for (auto word = first; word != last; ++word) {
        const Kind kind = kind_of(word->text);
        if (kind == Kind::strange || kind == Kind::mark) continue;
        const auto weight = static_cast<float>(word->text.size());
        sum += word->confidence * weight * (kind == Kind::odd ? 0.5F : 1.0F);
        letters += weight;
        if (kind != Kind::odd && word->confidence >= sure) surely += weight;
    }
    return surely >= enough || (letters > 0 && sum / letters >= hopeless);
}

} // namespace

SheetText read_text(const Sheet& sheet, Recogniser& recogniser) {
    const std::vector<ReadWord> words = read_carefully(sheet.grey, Layout::columns, sheet.dots_per_inch, recogniser);
    SheetText text;
    for (auto first = words.begin(); first != words.end();) {
        const auto last = std::find_if(first, words.end(), [&](const ReadWord& w) { return w.line != first->line; });
        const bool keep = is_text(first, last);
        for (; first != last; ++first) {
            if (keep && !is_noise(*first))
                text.words.push_back(*first);
            else if (kind_of(first->text) != Kind::mark)
                note(text.unreadable, in_points(*first, sheet));
        }
    }
    return text;
}

} // namespace vanthu::read::scan
