// Heads of attached texts and appendices. Private to interpret.
#pragma once

#include "interpret/reading.h"

namespace vanthu::interpret {

/// The head of one attachment: all above its outline or table.
struct AttachedHead {
    std::vector<Piece*> letterhead, label, title, subject, reference;
    bool appendix = false;
    model::TextKind kind = model::TextKind::programme;
    double trust = 1;
    std::size_t end = 0; ///< behind the head
};

/// Whether an attachment begins at `at`: a letterhead, "Phụ lục II", the name of a type above a line "(Kèm theo …)".
bool opens_attachment(const Reading& reading, Pieces pieces, std::size_t at);

AttachedHead read_attached_head(const Reading& reading, Pieces pieces);

/// "(Kèm theo …)".
bool is_reference(const Reading& reading, const Piece& piece);

/// Whether a reference line follows within the head that would begin at `at`.
bool reference_follows(const Reading& reading, Pieces pieces, std::size_t at);

/// "(kèm theo Quyết định số …)"
bool mentions_attaching(const Reading& reading, std::string_view text);

/// Where the numeral behind "Phụ lục" ends in `text`; none where it is no such label.
std::optional<std::size_t> appendix_label_end(const Reading& reading, std::string_view text);

} // namespace vanthu::interpret
