// What one run of interpret knows and has found so far. Private to interpret.
#pragma once

#include "interpret/form.h"
#include "interpret/interpret.h"
#include "interpret/labels.h"
#include "interpret/piece.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace vanthu::interpret {

using Pieces = std::span<Piece>;

class Reading {
  public:
    Reading(const flow::Document& flow, const Knowledge& knowledge);

    const flow::Document& flow;
    const Knowledge& knowledge;
    Form form; ///< of the kind of document in hand
    LabelWords label_words;
    std::vector<Piece> pieces;  ///< of the text, in order
    std::vector<Piece> margins; ///< of headers and footers
    bool bare = false;          ///< without any looks, as plain text is
    model::ReadDocument result;
    Diagnostics findings;

    model::Document& document() { return result.document; }
    const std::vector<std::string>& words(std::string_view list) const { return knowledge.words.list(list); }

    /// Another kind of document than the one it was taken for.
    void set_kind(std::string_view kind);

    /// Whether the piece has that style of the templates by name.
    static bool has_style(const Piece& piece, std::string_view name) { return piece.style == name; }

    /// Whether its style is one of the templates at all: then its name says what it is.
    bool is_ours(const Piece& piece) const;

    /// By name where the style is one of the templates; else by weight, slant and alignment.
    bool looks_like(const Piece& piece, std::string_view style) const;

    /// Marks the pieces as used and tells where the value of `pointer` came from.
    void note(std::string_view pointer, std::span<Piece* const> from, double trust);
    void note(std::string_view pointer, Piece& from, double trust);

    /// The lines in which the text of the piece stood, where the reader kept them.
    std::vector<std::string> printed_lines(const Piece& piece) const;

    void missing(std::string_view pointer, const Piece* near = nullptr);
    void unsure(std::string_view pointer, std::string_view value, const Piece* near = nullptr);
    void tell(std::string code, Severity severity, Arguments arguments, std::string_view pointer,
              const Piece* near = nullptr);

    /// Pieces without a place in the model become findings.
    void tell_leftovers();

  private:
    void take_margins();
    void part_lines();
    void join_end_marks();
    std::vector<model::SheetPlace> places(const Piece& piece) const;
    Place place_of(const Piece* piece, std::string_view pointer) const;
};

/// The texts of pieces that are one paragraph, put together.
std::string joined_text(std::span<Piece* const> pieces);

/// The index of the first piece from `from` that fits; the number of pieces where none does.
template <class Wanted> std::size_t find_piece(Pieces pieces, std::size_t from, Wanted wanted) {
    while (from < pieces.size() && !wanted(pieces[from])) ++from;
    return from;
}

// The parts of a document, in the order in which they are read. Each returns the index of the first piece behind it.
std::size_t read_head(Reading& reading, Pieces pieces);                      ///< letterhead and marks
std::size_t read_preamble(Reading& reading, Pieces pieces);                  ///< type … line above the articles
std::size_t read_body(Reading& reading, Pieces pieces);                      ///< articles, sections
std::size_t read_closing(Reading& reading, Pieces pieces);                   ///< signature, recipients
void read_attachments(Reading& reading, Pieces pieces);                      ///< all that stands behind
void read_outline(Reading& reading, Pieces pieces, std::string_view pointer, ///< sections of a body or attachment
                  std::vector<model::Section>& sections);
void check_references(Reading& reading); ///< numbers and dates that attachments give the document

/// Whether the piece opens the closing part of a document.
bool opens_closing(const Reading& reading, const Piece& piece);

/// Whether it names the type: QUYẾT ĐỊNH, THÔNG TƯ.
bool is_type_line(const Reading& reading, const Piece& piece);

/// Whether a head of a text begins here: for attachments, which may stand on the same sheets.
bool is_letterhead_line(const Reading& reading, const Piece& piece);

} // namespace vanthu::interpret
