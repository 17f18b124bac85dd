#include "read/scan/rules.h"

#include <algorithm>
#include <cmath>

namespace vanthu::read::scan {
namespace {

constexpr double least_run = 0.3;        ///< inch; longer than any stroke of body type
constexpr double most_thickness = 0.05;  ///< inch
constexpr double most_drift = 0.025;     ///< inch between pieces of one line, and between doubled lines
constexpr double most_gap_across = 0.15; ///< inch; broken lines
constexpr double most_gap_down = 0.1;    ///< less: a row without a border there may be that low
constexpr double closed_gap = 0.01;      ///< inch; white specks in a faint line

int pixels_of(double inch, double dots_per_inch) {
    return std::max(1, static_cast<int>(std::lround(inch * dots_per_inch)));
}

/// Straight runs of ink along one direction.
Bitmap runs_of(const Bitmap& ink, bool across, double dpi) {
    const int gap = pixels_of(closed_gap, dpi) | 1, run = pixels_of(least_run, dpi);
    const Bitmap closed(pixCloseSafeBrick(nullptr, ink.get(), across ? gap : 1, across ? 1 : gap));
    return Bitmap(closed ? pixOpenBrick(nullptr, closed.get(), across ? run : 1, across ? 1 : run) : nullptr);
}

/// A run that was found, with its ends: a line may rise or fall a little.
struct Piece {
    double from = 0, to = 0, at_from = 0, at_to = 0, thickness = 1;
};

/// Where the run's middle lies at its ends, by its first and last columns of pixels.
double middle_near(PIX* part, bool across, bool end) {
    const int length = across ? pixGetWidth(part) : pixGetHeight(part);
    const int width = across ? pixGetHeight(part) : pixGetWidth(part);
    const int depth = std::min(length, 8);
    double sum = 0, count = 0;
    for (int along = end ? length - depth : 0, stop = along + depth; along < stop; ++along)
        for (int beside = 0; beside < width; ++beside) {
            l_uint32 value = 0;
            pixGetPixel(part, across ? along : beside, across ? beside : along, &value);
            sum += value * (beside + 0.5);
            count += value;
        }
    return count > 0 ? sum / count : width / 2.0;
}

Piece piece_of(PIX* part, const BOX& box, bool across) {
    l_int32 area = 0;
    pixCountPixels(part, &area, nullptr);
    Piece piece;
    piece.from = across ? box.x : box.y;
    piece.to = piece.from + (across ? box.w : box.h);
    const double base = across ? box.y : box.x;
    piece.at_from = base + middle_near(part, across, false);
    piece.at_to = base + middle_near(part, across, true);
    piece.thickness = area / std::max(1.0, piece.to - piece.from);
    return piece;
}

std::vector<Piece> pieces_of(const Bitmap& runs, bool across, double dpi) {
    std::vector<Piece> result;
    PIXA* parts = nullptr;
    BOXA* boxes = runs ? pixConnComp(runs.get(), &parts, 8) : nullptr;
    for (l_int32 i = 0; boxes && i < boxaGetCount(boxes); ++i) {
        BOX box{};
        boxaGetBoxGeometry(boxes, i, &box.x, &box.y, &box.w, &box.h);
        PIX* part = pixaGetPix(parts, i, L_CLONE);
        const Piece piece = piece_of(part, box, across);
        if (piece.thickness <= most_thickness * dpi) result.push_back(piece);
        pixDestroy(&part);
    }
    boxaDestroy(&boxes);
    pixaDestroy(&parts);
    return result;
}

/// Whether `next` goes on where `line` ends, or runs beside it as the second of a doubled line.
bool goes_on(const Piece& line, const Piece& next, double gap, double drift) {
    if (next.from > line.to + gap) return false;
    const double share = std::clamp((next.from - line.from) / std::max(1.0, line.to - line.from), 0.0, 1.0);
    const double there = line.at_from + share * (line.at_to - line.at_from);
    return std::abs(there - next.at_from) <= drift;
}

/// Pieces of one line made one, from its begin to its end.
std::vector<Piece> joined(std::vector<Piece> pieces, double gap, double drift) {
    std::sort(pieces.begin(), pieces.end(), [](const Piece& a, const Piece& b) { return a.from < b.from; });
    std::vector<Piece> lines;
    for (const Piece& piece : pieces) {
        const auto line =
            std::find_if(lines.begin(), lines.end(), [&](const Piece& one) { return goes_on(one, piece, gap, drift); });
        if (line == lines.end()) {
            lines.push_back(piece);
        } else if (piece.to > line->to) {
            line->to = piece.to;
            line->at_to = piece.at_to;
        }
    }
    return lines;
}

std::vector<RasterRule> rules_of(const std::vector<Piece>& pieces) {
    std::vector<RasterRule> rules;
    for (const Piece& piece : pieces)
        rules.push_back({(piece.at_from + piece.at_to) / 2, piece.from, piece.to, piece.thickness});
    std::sort(rules.begin(), rules.end(),
              [](const RasterRule& a, const RasterRule& b) { return a.at != b.at ? a.at < b.at : a.from < b.from; });
    return rules;
}

double usual_thickness(const std::vector<RasterRule>& rules) {
    if (rules.empty()) return 1;
    std::vector<double> all;
    for (const RasterRule& rule : rules) all.push_back(rule.thickness);
    std::nth_element(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(all.size() / 2), all.end());
    return all[all.size() / 2];
}

/// The ink of lines along one direction with its frayed edges, but not the strokes that cross it.
Bitmap ink_of_lines(const Bitmap& ink, const Bitmap& runs, bool across, double thickness) {
    const int through = static_cast<int>(std::lround(thickness)) + 4, fringe = 5;
    const Bitmap strokes(pixOpenBrick(nullptr, ink.get(), across ? 1 : through, across ? through : 1));
    Bitmap lines(pixDilateBrick(nullptr, runs.get(), across ? 3 : fringe, across ? fringe : 3));
    pixAnd(lines.get(), lines.get(), ink.get());
    pixSubtract(lines.get(), lines.get(), strokes.get());
    return lines;
}

Bitmap ink_of_rules(const Bitmap& ink, const Bitmap& across, const Bitmap& down, const Ruling& ruling) {
    Bitmap lines = ink_of_lines(ink, across, true, usual_thickness(ruling.horizontal));
    const Bitmap standing = ink_of_lines(ink, down, false, usual_thickness(ruling.vertical));
    pixOr(lines.get(), lines.get(), standing.get());
    const Bitmap wide(pixDilateBrick(nullptr, across.get(), 5, 5)), high(pixDilateBrick(nullptr, down.get(), 5, 5));
    pixAnd(wide.get(), wide.get(), high.get()); // where they cross each is a stroke through the other
    pixOr(lines.get(), lines.get(), wide.get());
    return lines;
}

} // namespace

Ruling find_rules(const Bitmap& ink, double dots_per_inch) {
    Ruling ruling;
    const Bitmap across = runs_of(ink, true, dots_per_inch), down = runs_of(ink, false, dots_per_inch);
    if (!across || !down) return ruling;
    const double drift = most_drift * dots_per_inch;
    ruling.horizontal =
        rules_of(joined(pieces_of(across, true, dots_per_inch), most_gap_across * dots_per_inch, drift));
    ruling.vertical = rules_of(joined(pieces_of(down, false, dots_per_inch), most_gap_down * dots_per_inch, drift));
    ruling.pixels = ink_of_rules(ink, across, down, ruling);
    return ruling;
}

} // namespace vanthu::read::scan
