// Lines of a letterhead as the issuing body and its superior. Private to interpret.
#pragma once

#include "interpret/reading.h"

namespace vanthu::interpret {

struct IssuerLine {
    Piece* piece = nullptr;
    std::string text;
};

/// Annex I, II.2: the superior in regular letters, the issuing body in bold ones; without looks the words tell whether
/// a second line goes on with the name (ỦY BAN NHÂN DÂN | TỈNH KHÁNH HÒA) or begins another (UBND TỈNH … | SỞ …).
void read_issuer(Reading& reading, const std::vector<IssuerLine>& lines);

} // namespace vanthu::interpret
