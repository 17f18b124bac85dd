#include "interpret/issuer.h"

#include "interpret/fold.h"

#include <algorithm>

namespace vanthu::interpret {
namespace {

bool is_superior(const Reading& reading, const IssuerLine& line) {
    if (reading.is_ours(*line.piece)) return reading.has_style(*line.piece, "ParentAgency");
    return !line.piece->is_bold();
}

/// Whether a line begins the name of a body of its own.
bool opens_name(const Reading& reading, const std::string& text) {
    return !behind_any(text, reading.words("place-unit")) && behind_any(text, reading.words("organisation-start"));
}

/// "VĂN PHÒNG" says what kind of body, not which one: its name goes on in the next line.
bool is_kind_only(const Reading& reading, const std::string& text) {
    const std::vector<std::string>& kinds = reading.words("organisation-start");
    return std::any_of(kinds.begin(), kinds.end(), [&](const std::string& kind) { return same_words(text, kind); });
}

/// How many of the lines name the superior.
std::size_t superior_lines(const Reading& reading, const std::vector<IssuerLine>& lines) {
    const auto superior = [&](const IssuerLine& line) { return is_superior(reading, line); };
    const auto first_own = std::find_if_not(lines.begin(), lines.end(), superior);
    if (first_own != lines.begin() && first_own != lines.end())
        return static_cast<std::size_t>(first_own - lines.begin());
    if (reading.is_ours(*lines.front().piece)) return 0;
    for (std::size_t i = 1; i < lines.size(); ++i)
        if (opens_name(reading, lines[i].text) && !is_kind_only(reading, lines[i - 1].text)) return i;
    return 0;
}

std::string joined(const std::vector<IssuerLine>& lines, std::size_t begin, std::size_t end) {
    std::string text;
    for (std::size_t i = begin; i < end; ++i) text += (i > begin ? " " : "") + lines[i].text;
    return text;
}

std::vector<Piece*> pieces_of(const std::vector<IssuerLine>& lines, std::size_t begin, std::size_t end) {
    std::vector<Piece*> result;
    for (std::size_t i = begin; i < end; ++i) result.push_back(lines[i].piece);
    return result;
}

} // namespace

void read_issuer(Reading& reading, const std::vector<IssuerLine>& lines) {
    if (lines.empty()) return;
    const std::size_t superior = superior_lines(reading, lines);
    const double trust = lines.size() == 1 || reading.is_ours(*lines.front().piece) ? 1 : 0.9;
    reading.document().issuer = {joined(lines, 0, superior), joined(lines, superior, lines.size())};
    if (superior > 0) reading.note("/issuer/parent", pieces_of(lines, 0, superior), trust);
    reading.note("/issuer/name", pieces_of(lines, superior, lines.size()), trust);
}

} // namespace vanthu::interpret
