// By which a line above or among the articles is known. Private to interpret.
#pragma once

#include "interpret/reading.h"

namespace vanthu::interpret {

bool is_basis_line(const Reading& reading, const Piece& piece);
bool is_enactment(const Reading& reading, const Piece& piece);    ///< QUYẾT ĐỊNH: above the articles
bool is_article(const Reading& reading, const Piece& piece);      ///< opens with "Điều 1."
bool is_heading_line(const Reading& reading, const Piece& piece); ///< Phần, Chương, Mục

/// Whether a line of plain text goes on with the sentence of the paragraph above.
bool goes_on(std::string_view text, std::string_view next);

} // namespace vanthu::interpret
