// A flow as one row of pieces: paragraphs with their looks and where they stand, rules, data tables. Private to
// interpret.
#pragma once

#include "flow/flow.h"

#include <string>
#include <string_view>
#include <vector>

namespace vanthu::interpret {

enum class Zone : std::uint8_t { body, letterhead, signature, header, footer };

struct Piece {
    enum class Kind : std::uint8_t { text, rule, table };

    Kind kind = Kind::text;
    Zone zone = Zone::body;
    std::string text;               ///< NFC, single spaces, no line ends
    std::vector<std::string> lines; ///< of `text`, where the source had forced line ends
    std::size_t label = 0;          ///< bytes of `text` that are marked as a label (number, letter, dash)
    std::size_t strong = 0;         ///< bytes at its beginning that are bold
    std::string_view style;         ///< name in the flow
    flow::ParagraphStyle look{};    ///< with bold and italic as all of its text is
    std::size_t sheet = 0;
    std::size_t row = 0, column = 0; ///< of a letterhead or signature
    std::size_t group = 0;           ///< the paragraph or layout table that it came from, counted over the flow
    bool opens_page = false;         ///< the first on a sheet or page
    flow::OriginIndex origin = 0;
    const flow::Table* table = nullptr;
    bool used = false; ///< its text has a place in the model

    bool is_text() const { return kind == Kind::text; }
    bool is_bold() const { return look.bold; }
    bool is_italic() const { return look.italic; }
    bool is_centred() const { return look.align == flow::Align::centre; }
};

/// Words that say what a table without borders is for.
struct LayoutWords {
    std::vector<std::string> letterhead, signature;
};

/// Furniture and empty paragraphs are left out. Paragraphs of several lines that each open with a list's label, and
/// lines whose columns are parted by tabs, are taken apart.
std::vector<Piece> pieces_of(const flow::Document& flow, const LayoutWords& words);

/// Plain text with line ends as spaces.
std::string text_of(const flow::Paragraph& paragraph);

} // namespace vanthu::interpret
