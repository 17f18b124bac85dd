// How a document reads, in order and without places: styled paragraphs, tables, groups of sheets. A DOCX is a flow.
// Lengths are points.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace vanthu::flow {

enum class Align : std::uint8_t { left, centre, right, justify };

/// What a paragraph is, for tagged PDF, outlines and Word's navigation.
/// Furniture (read documents only) is no text of the document: running heads, page numbers, stamps of signing programs.
enum class Tag : std::uint8_t { paragraph, title, heading1, heading2, heading3, list_item, furniture };

/// A named style: everything the decree says of a kind of paragraph.
struct ParagraphStyle {
    std::string name;  ///< English identifier, e.g. "LegalBasis"; the style id in DOCX
    std::string title; ///< name that Word shows
    double size = 14;  ///< points
    bool bold = false;
    bool italic = false;
    bool red = false; ///< only stamps (annex I, III.2b)
    Align align = Align::left;
    double first_indent = 0;
    double left_indent = 0;
    double right_indent = 0;
    double space_before =
        0; ///< the gap between two paragraphs is the larger of after and before, as in Word's tables of old
    double space_after = 0;
    double line_spacing = 1; ///< multiple of the single line
    bool keep_next = false;  ///< no page turn between this paragraph and the next block
    bool keep_lines = false; ///< no page turn inside
    bool boxed = false;      ///< single-line box around the text (marks)
    double box_width = 0;
    double box_height = 0;
    Tag tag = Tag::paragraph;
    std::uint8_t outline_level = 0; ///< 1..3: entry in the PDF outline; 0: none

    bool operator==(const ParagraphStyle&) const = default;
};

/// Differences of a run from its paragraph: the flags are added.
struct CharacterStyle {
    std::string name;
    std::string title;
    bool bold = false;
    bool italic = false;

    bool operator==(const CharacterStyle&) const = default;
};

/// Index into Document::character_styles plus one; 0 = as the paragraph.
using CharacterStyleIndex = std::uint8_t;

/// U+2028: a line ends here although the paragraph goes on (names in a letterhead). Reads as a space.
inline constexpr std::string_view line_end = "\xE2\x80\xA8";

struct Run {
    std::string text; ///< UTF-8, NFC; U+00A0 where no line may end, `line_end` where one must
    CharacterStyleIndex style = 0;
    bool label = false; ///< the number, letter or dash in front of a list item

    bool operator==(const Run&) const = default;
};

/// Index into Document::origins plus one; 0: made, not read.
using OriginIndex = std::uint32_t;

/// Index into Document::sources plus one; 0: not told.
using SourceIndex = std::uint32_t;

struct Paragraph {
    std::uint16_t style = 0; ///< index into Document::styles
    std::vector<Run> runs;
    OriginIndex origin = 0;
    SourceIndex source = 0;

    bool operator==(const Paragraph&) const = default;
};

/// A solid horizontal line of its own, centred in its container.
struct Rule {
    double length = 0;
    double space_before = 0; ///< from the bottom of the line of text above
    double space_after = 0;
    double thickness = 0.75;

    bool operator==(const Rule&) const = default;
};

using Content = std::variant<Paragraph, Rule>;

struct Cell {
    std::uint16_t span = 1; ///< columns covered
    std::vector<Content> content;
    std::uint16_t row_span = 1; ///< rows covered; 0: covered by the cell above, without content (read documents only)

    bool operator==(const Cell&) const = default;
};

enum class RowKind : std::uint8_t { layout, header, section, task };

struct Row {
    RowKind kind = RowKind::layout;
    std::vector<Cell> cells; ///< the spans add up to the number of columns

    bool operator==(const Row&) const = default;
};

enum class TableKind : std::uint8_t {
    letterhead, ///< without borders; places the head side by side
    signature,  ///< without borders; recipients | signature
    data        ///< all borders; header rows repeated on every page; rows kept whole
};

struct Table {
    TableKind kind = TableKind::data;
    std::string title;           ///< what the table is about, for assistive technology; may be empty
    std::vector<double> widths;  ///< one a column, points, padding included
    double padding = 0;          ///< left and right in every cell
    double padding_vertical = 0; ///< above and below in every cell
    double border = 0;           ///< thickness; 0 = none
    std::vector<Row> rows;       ///< header rows first
    OriginIndex origin = 0;
    bool keep_with_previous = false; ///< the signature: at least two lines of text stay with it
    double space_before = 0;

    bool operator==(const Table&) const = default;
};

using Block = std::variant<Paragraph, Rule, Table>;

struct PageSetup {
    double width = 0; ///< of the sheet as it is read: width > height is landscape
    double height = 0;
    double top = 0, bottom = 0, left = 0, right = 0;
    double number_size = 14;    ///< page number, centred in the top margin
    double number_distance = 0; ///< top of the sheet to the top of the number's line

    bool operator==(const PageSetup&) const = default;
};

/// Pages that belong together: the decision, each attached text, each appendix. Numbered from 1, the first number
/// hidden.
struct Sheet {
    PageSetup page;
    std::vector<Block> blocks;
    std::vector<Content> first_header; ///< in the top margin of the first page (circulation mark)
    std::vector<Content> first_footer; ///< at the bottom of the first page, inside the margins (contact line)

    bool operator==(const Sheet&) const = default;
};

/// Facts about the whole document, for Info, XMP, core properties.
struct Info {
    std::string title;
    std::string author;
    std::string subject;
    std::string keywords;
    std::string date;     ///< ISO 8601 date of the document, empty in a draft
    std::string language; ///< BCP 47, "vi"

    bool operator==(const Info&) const = default;
};

/// Where a piece of what was read stands. A text that goes on over a page turn has a spot on each page.
struct Spot {
    std::uint32_t page = 0;                ///< from 1; 0: not known (a DOCX has no pages)
    double x1 = 0, y1 = 0, x2 = 0, y2 = 0; ///< points from the top left corner

    bool operator==(const Spot&) const = default;
};

/// Where a paragraph or table was read, from what, and how sure that is.
struct Origin {
    std::vector<Spot> spots;
    std::string part; ///< of a package; empty for a PDF
    std::string raw;  ///< the text as it stood there, lines parted by "\n"; empty: as the paragraph's
    float trust = 1;  ///< 0..1

    bool operator==(const Origin&) const = default;
};

struct Document {
    Info info;
    std::string font_name; ///< family that DOCX names: Times New Roman
    std::vector<ParagraphStyle> styles;
    std::vector<CharacterStyle> character_styles;
    std::vector<Sheet> sheets;
    std::vector<Origin> origins; ///< read documents only
    /// JSON Pointers into the data that the paragraphs were made of; only where they were asked for.
    std::vector<std::string> sources;

    bool operator==(const Document&) const = default;
};

} // namespace vanthu::flow
