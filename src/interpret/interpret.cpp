#include "interpret/interpret.h"

#include "interpret/attached.h"
#include "interpret/fold.h"
#include "interpret/preamble.h"
#include "interpret/reading.h"
#include "interpret/tables.h"
#include "interpret/values.h"

namespace vanthu::interpret {
namespace {

/// The number of pieces in front of the first attachment where the document's own text is not there (its pages may be
/// pictures); all of them where it is.
std::size_t own_pieces(const Reading& reading, Pieces pieces) {
    const std::size_t own = find_piece(pieces, 0, [&](const Piece& piece) {
        return is_type_line(reading, piece) || is_letterhead_line(reading, piece) || opens_closing(reading, piece) ||
               is_article(reading, piece);
    });
    std::size_t at = 0;
    while (at < own && !opens_attachment(reading, pieces.first(own), at)) ++at;
    return at < own ? at : pieces.size();
}

/// Where nothing names the issuing body, the line of authority does, unless it names an office.
void take_issuer_from_authority(Reading& reading) {
    model::Document& document = reading.document();
    if (!document.issuer.name.empty()) return;
    const bool office = behind_any(document.authority, reading.words("office-title")).has_value();
    if (document.authority.empty() || office) return reading.missing("/issuer/name");
    document.issuer.name = document.authority;
    for (const model::Provenance& entry : std::vector(reading.result.provenance))
        if (entry.pointer == "/authority")
            reading.result.provenance.push_back({"/issuer/name", entry.places, entry.raw, entry.trust * 0.5, {}});
    reading.unsure("/issuer/name", document.issuer.name);
}

void add_citations(Reading& reading) {
    for (model::Provenance& entry : reading.result.provenance) {
        const std::string_view pointer = entry.pointer;
        const bool cites = pointer.starts_with("/legal_bases/") || pointer.starts_with("/articles/") ||
                           pointer.starts_with("/sections/") || pointer.ends_with("/subject") ||
                           pointer.ends_with("/reference");
        if (!cites || pointer.ends_with("/number")) continue;
        std::string text = entry.raw;
        for (char& c : text)
            if (c == '\n') c = ' ';
        entry.citations = find_citations(text, reading.knowledge.words);
    }
}

void tell_missing(Reading& reading) {
    const model::Document& document = reading.document();
    if (document.symbol.empty()) reading.missing("/symbol");
    if (document.place.empty()) reading.missing("/place");
}

} // namespace

Result<model::ReadDocument> interpret(const flow::Document& flow, const Knowledge& knowledge) {
    Reading reading(flow, knowledge);
    const Pieces all(reading.pieces);
    const std::size_t own = own_pieces(reading, all);
    Pieces rest = all.first(own);
    for (const auto part : {read_head, read_preamble, read_body, read_closing})
        rest = rest.subspan(part(reading, rest));
    read_attachments(reading, own < all.size() ? all.subspan(own) : rest);
    take_issuer_from_authority(reading);
    check_references(reading);
    tell_missing(reading);
    read_tables(reading);
    add_citations(reading);
    reading.tell_leftovers();
    return Result<model::ReadDocument>::of(std::move(reading.result), std::move(reading.findings));
}

} // namespace vanthu::interpret
