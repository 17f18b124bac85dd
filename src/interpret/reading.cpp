#include "interpret/reading.h"

#include "interpret/fold.h"
#include "text/line_joining.h"

#include <algorithm>
#include <iterator>

namespace vanthu::interpret {
namespace {

constexpr std::string_view first_kind = "decision";

/// Plain text knows of no sides.
bool has_no_looks(const flow::Document& flow) {
    return std::all_of(flow.styles.begin(), flow.styles.end(),
                       [](const flow::ParagraphStyle& style) { return style.align == flow::Align::left; });
}

const forms::KindTemplate& kind_or_first(const forms::Templates& templates, std::string_view name) {
    const forms::KindTemplate* kind = templates.kind(name);
    return kind ? *kind : templates.kinds.front();
}

LabelWords label_words_of(const forms::ReadWords& words, const Form& form) {
    std::string article = form.wording("article-label").words();
    article.resize(std::min(article.find_first_of(" .:"), article.size()));
    return {words.list("outline-part"),
            words.list("outline-chapter"),
            words.list("outline-division"),
            words.list("outline-subdivision"),
            {std::move(article)}};
}

} // namespace

Reading::Reading(const flow::Document& read_flow, const Knowledge& known)
    : flow(read_flow), knowledge(known), form(kind_or_first(known.templates, first_kind), known.templates),
      label_words(label_words_of(known.words, form)) {
    LayoutWords layout;
    layout.letterhead = words("letterhead");
    for (const std::string_view name : {"national-name", "motto"})
        layout.letterhead.push_back(form.wording(name).words());
    layout.signature = words("recipients-title");
    layout.signature.push_back(form.wording("recipients-title").words());
    pieces = pieces_of(flow, layout);
    take_margins();
    part_lines();
    join_end_marks();
    bare = has_no_looks(flow);
    result.document.kind = form.kind().kind;
}

/// Forced line ends part what a letterhead's cell or a title says: "QUYẾT ĐỊNH" and what it is about.
void Reading::part_lines() {
    std::vector<Piece> parted;
    for (Piece& piece : pieces) {
        const bool title = piece.zone == Zone::body && piece.lines.size() > 1 && piece.is_centred() &&
                           is_any(piece.lines.front(), words("document-type"));
        const bool parts = piece.lines.size() > 1 && !is_ours(piece) && (piece.zone == Zone::letterhead || title);
        if (!piece.is_text() || !parts) {
            parted.push_back(std::move(piece));
            continue;
        }
        std::size_t end = 0;
        for (std::size_t i = 0; i < piece.lines.size(); ++i) {
            Piece line = piece;
            line.text = tidy(piece.lines[i]);
            line.lines = {};
            line.label = 0;
            end += line.text.size() + (i > 0 ? 1 : 0);
            line.look.bold = piece.look.bold || end <= piece.strong;
            line.strong = line.look.bold ? line.text.size() : 0;
            line.opens_page = piece.opens_page && i == 0;
            if (!line.text.empty()) parted.push_back(std::move(line));
        }
    }
    pieces = std::move(parted);
}

/// The end mark on a line of its own.
void Reading::join_end_marks() {
    for (std::size_t i = 1; i < pieces.size(); ++i) {
        const bool mark = pieces[i].is_text() && pieces[i].text == "./." && !is_ours(pieces[i]);
        if (!mark || !pieces[i - 1].is_text() || pieces[i - 1].zone != Zone::body) continue;
        std::string& text = pieces[i - 1].text;
        if (text.ends_with('.')) text.pop_back();
        text += pieces[i].text;
        pieces[i].used = true;
    }
    std::erase_if(pieces, [](const Piece& piece) { return piece.used; });
}

void Reading::take_margins() {
    const auto in_margin = [](const Piece& piece) { return piece.zone == Zone::header || piece.zone == Zone::footer; };
    std::copy_if(pieces.begin(), pieces.end(), std::back_inserter(margins), in_margin);
    std::erase_if(pieces, in_margin);
}

void Reading::set_kind(std::string_view kind) {
    if (!knowledge.templates.kind(kind)) return;
    form = Form(kind_or_first(knowledge.templates, kind), knowledge.templates);
    result.document.kind = kind;
}

bool Reading::is_ours(const Piece& piece) const {
    const auto& styles = knowledge.templates.styles;
    return std::any_of(styles.begin(), styles.end(), [&](const auto& style) { return style.name == piece.style; });
}

bool Reading::looks_like(const Piece& piece, std::string_view style) const {
    if (is_ours(piece)) return piece.style == style;
    const flow::ParagraphStyle& wanted = knowledge.templates.styles[knowledge.templates.style(style)];
    const auto side = [](flow::Align align) { return align == flow::Align::justify ? flow::Align::left : align; };
    return piece.look.bold == wanted.bold && piece.look.italic == wanted.italic &&
           side(piece.look.align) == side(wanted.align);
}

std::vector<model::SheetPlace> Reading::places(const Piece& piece) const {
    std::vector<model::SheetPlace> found;
    if (piece.origin == 0 || piece.origin > flow.origins.size()) return found;
    for (const flow::Spot& spot : flow.origins[piece.origin - 1].spots)
        found.push_back({spot.page, spot.x1, spot.y1, spot.x2, spot.y2});
    return found;
}

void Reading::note(std::string_view pointer, std::span<Piece* const> from, double trust) {
    model::Provenance entry;
    entry.pointer = pointer;
    entry.trust = trust;
    for (Piece* piece : from) {
        piece->used = true;
        for (const model::SheetPlace& place : places(*piece)) entry.places.push_back(place);
        const flow::Origin* origin =
            piece->origin && piece->origin <= flow.origins.size() ? &flow.origins[piece->origin - 1] : nullptr;
        if (origin) entry.trust = std::min(entry.trust, trust * static_cast<double>(origin->trust));
        if (!entry.raw.empty()) entry.raw += '\n';
        entry.raw += origin && !origin->raw.empty() ? origin->raw : piece->text;
    }
    result.provenance.push_back(std::move(entry));
}

void Reading::note(std::string_view pointer, Piece& from, double trust) {
    Piece* const only = &from;
    note(pointer, std::span(&only, 1), trust);
}

Place Reading::place_of(const Piece* piece, std::string_view pointer) const {
    Place place;
    place.pointer = pointer;
    if (!piece) return place;
    if (const auto found = places(*piece); !found.empty()) {
        place.page = found.front().page;
        place.box = {found.front().x1, found.front().y1, found.front().x2, found.front().y2};
    }
    return place;
}

void Reading::tell(std::string code, Severity severity, Arguments arguments, std::string_view pointer,
                   const Piece* near) {
    findings.push_back({std::move(code), severity, std::move(arguments), place_of(near, pointer)});
}

void Reading::missing(std::string_view pointer, const Piece* near) {
    tell("read-missing", Severity::warning, {{"field", std::string(pointer)}}, pointer, near);
}

void Reading::unsure(std::string_view pointer, std::string_view value, const Piece* near) {
    tell("read-unsure", Severity::warning, {{"field", std::string(pointer)}, {"value", std::string(value)}}, pointer,
         near);
}

void Reading::tell_leftovers() {
    for (const auto* list : {&margins, &pieces})
        for (const Piece& piece : *list)
            if (piece.is_text() && !piece.used)
                tell("read-leftover", Severity::warning, {{"text", piece.text}}, "", &piece);
}

std::vector<std::string> Reading::printed_lines(const Piece& piece) const {
    if (piece.lines.size() > 1) return piece.lines;
    std::vector<std::string> lines{std::string()};
    const bool known = piece.origin > 0 && piece.origin <= flow.origins.size();
    for (const char c : known ? flow.origins[piece.origin - 1].raw : std::string()) {
        if (c == '\n')
            lines.emplace_back();
        else
            lines.back() += c;
    }
    std::string all;
    for (std::string& line : lines) all += (line = tidy(line));
    if (fold(all).letters != fold(piece.text).letters) return {piece.text};
    return lines;
}

std::string joined_text(std::span<Piece* const> pieces) {
    std::string text;
    for (const Piece* piece : pieces) {
        if (text.empty())
            text = piece->text;
        else
            text::join_line(text, piece->text);
    }
    return text;
}

} // namespace vanthu::interpret
