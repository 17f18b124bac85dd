#include "jobs/scanned_sheets.h"

#include <algorithm>
#include <utility>

namespace vanthu::jobs {
namespace {

using pages::Box;
using pages::SeenPage;
using pages::Word;

double area(const Box& box) { return std::max(0.0, box.x2 - box.x1) * std::max(0.0, box.y2 - box.y1); }

Box common(const Box& a, const Box& b) {
    return {std::max(a.x1, b.x1), std::max(a.y1, b.y1), std::min(a.x2, b.x2), std::min(a.y2, b.y2)};
}

/// Words of the file are certain, recognised ones are not.
void merge(std::vector<Word> own, SeenPage& page) {
    constexpr double same_place = 0.5;
    std::erase_if(page.words, [&own](const Word& word) {
        return std::ranges::any_of(own, [&word](const Word& certain) {
            return area(common(word.box, certain.box)) > same_place * std::min(area(word.box), area(certain.box));
        });
    });
    std::ranges::move(own, std::back_inserter(page.words));
}

float mean_trust(const std::vector<Word>& words) {
    if (words.empty()) return 1;
    double sum = 0;
    for (const Word& word : words) sum += static_cast<double>(word.trust);
    return static_cast<float>(sum / static_cast<double>(words.size()));
}

void put(SeenPage recognised, std::uint16_t font, SeenPage& page) {
    for (Word& word : recognised.words) word.font = font;
    // A sheet that was turned to be read has the words of its own turned away.
    if (recognised.rotation == 0) merge(std::move(page.words), recognised);
    recognised.pictures = std::move(page.pictures);
    recognised.rotation = (recognised.rotation + page.rotation) % 360;
    recognised.unread = recognised.unread || page.unread;
    page = std::move(recognised);
}

} // namespace

float put_recognised(std::vector<RecognisedPage> recognised, pages::Sight& sight, Diagnostics& findings) {
    float least = 1;
    const auto font = static_cast<std::uint16_t>(sight.fonts.size());
    if (!recognised.empty()) sight.fonts.emplace_back();
    for (RecognisedPage& sheet : recognised) {
        if (sheet.page == 0 || sheet.page > sight.pages.size()) continue;
        const bool is_read = !sheet.result.page.image_only;
        least = std::min(least, mean_trust(sheet.result.page.words));
        put(std::move(sheet.result.page), font, sight.pages[sheet.page - 1]);
        std::erase_if(findings, [&sheet](const Diagnostic& finding) {
            return finding.code == "pdf-page-is-image" && finding.place.page == sheet.page;
        });
        Diagnostic note{
            is_read ? "scan-recognised" : "scan-empty", is_read ? Severity::note : Severity::warning, {}, {}};
        note.place.page = sheet.page;
        findings.push_back(std::move(note));
    }
    return least;
}

} // namespace vanthu::jobs
