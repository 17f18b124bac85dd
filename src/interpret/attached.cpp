#include "interpret/attached.h"

#include "interpret/fold.h"
#include "text/unicode.h"

#include <algorithm>

namespace vanthu::interpret {
namespace {

constexpr std::size_t longest_head = 14; // pieces

std::optional<model::TextKind> text_kind(const Reading& reading, std::string_view title) {
    using model::TextKind;
    for (const auto& [list, kind] :
         {std::pair("attached-programme", TextKind::programme), std::pair("attached-plan", TextKind::plan),
          std::pair("attached-regulation", TextKind::regulation)})
        if (behind_any(title, reading.words(list))) return kind;
    return std::nullopt;
}

bool is_label(const Reading& reading, const Piece& piece) {
    if (!piece.is_text()) return false;
    if (reading.is_ours(piece)) return piece.style == "AppendixLabel";
    const auto end = appendix_label_end(reading, piece.text);
    if (!end) return false;
    const std::string_view rest = std::string_view(piece.text).substr(*end);
    const bool alone = tidy(rest).empty() && (piece.opens_page || piece.look.align == flow::Align::right);
    return (tidy(rest).size() <= 1 || text::is_upper(rest)) &&
           (reading.bare || piece.is_centred() || piece.is_bold() || alone);
}

bool in_head(const Reading& reading, const Piece& piece) {
    if (!piece.is_text() || piece.zone == Zone::signature) return false;
    if (piece.zone == Zone::letterhead) return true;
    if (reading.is_ours(piece))
        return piece.style == "TypeName" || piece.style == "Subject" || piece.style == "AppendixLabel" ||
               piece.style == "AppendixTitle" || piece.style == "Reference";
    if (label_of(piece.text, reading.label_words).rank != Rank::none && !piece.is_centred()) return false;
    const bool title = piece.is_bold() && text::is_upper(piece.text);
    return reading.bare || piece.is_centred() || title || is_label(reading, piece) || is_reference(reading, piece);
}

/// "Mẫu TP-CC-01", "Mẫu 1.2": without its code the word begins any title.
std::optional<std::size_t> form_label_end(std::string_view text, const std::vector<std::string>& words) {
    const auto end = behind_any(text, words);
    if (!end) return std::nullopt;
    const std::size_t begin = std::min(text.find_first_not_of(' ', *end), text.size());
    const std::size_t code_end = std::min(text.find_first_of(" :", begin), text.size());
    const std::string_view code = text.substr(begin, code_end - begin);
    const bool plain = code.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-./") == std::string_view::npos;
    if (!plain || code.find_first_of("0123456789") == std::string_view::npos) return std::nullopt;
    return code_end;
}

class HeadParser {
  public:
    HeadParser(const Reading& reading, Pieces pieces) : reading_(reading), pieces_(pieces) {}

    AttachedHead run() {
        std::vector<Piece*> titles;
        for (; head_.end < pieces_.size(); ++head_.end) {
            Piece& piece = pieces_[head_.end];
            if (piece.kind == Piece::Kind::rule) continue;
            if (goes_on_reference(piece) || (head_.reference.empty() && is_reference(reading_, piece)))
                head_.reference.push_back(&piece);
            else if (!head_.reference.empty() || !in_head(reading_, piece) || is_text_already(piece, titles))
                break;
            else if (titles.empty() && head_.label.empty() && is_letterhead_line(reading_, piece))
                head_.letterhead.push_back(&piece);
            else if (head_.label.empty() && titles.empty() && is_label(reading_, piece))
                head_.label.push_back(&piece);
            else
                titles.push_back(&piece);
        }
        share(titles);
        return std::move(head_);
    }

  private:
    /// A reference line that was cut: its bracket is still open.
    bool goes_on_reference(const Piece& piece) const {
        if (head_.reference.empty() || !piece.is_text() || reading_.is_ours(piece)) return false;
        const std::string& first = head_.reference.front()->text;
        return first.starts_with("(") && !head_.reference.back()->text.ends_with(")") && head_.reference.size() < 5;
    }

    /// Plain text without looks: a head is its title, a subject, and the reference line.
    bool is_text_already(const Piece& piece, const std::vector<Piece*>& titles) const {
        if (!reading_.bare || titles.empty()) return false;
        return titles.size() >= 2 && !text::is_upper(piece.text) && !reference_near(piece);
    }

    bool reference_near(const Piece& piece) const {
        const auto at = static_cast<std::size_t>(&piece - pieces_.data());
        return reference_follows(reading_, pieces_, at);
    }

    void share(const std::vector<Piece*>& titles) {
        const auto ours = [&](const Piece* piece) { return reading_.is_ours(*piece); };
        const bool named = !titles.empty() && ours(titles.front()) && titles.front()->style == "TypeName";
        const auto kind = titles.empty() ? std::nullopt : text_kind(reading_, titles.front()->text);
        const bool form = head_.letterhead.empty() || head_.reference.empty();
        head_.appendix = !head_.label.empty() || (!named && !kind && form);
        if (head_.appendix) {
            head_.title = titles;
            return;
        }
        head_.kind = kind.value_or(model::TextKind::programme);
        head_.trust = kind ? 1 : 0.5;
        for (Piece* piece : titles) {
            const bool subject = ours(piece) ? piece->style == "Subject" : !head_.title.empty();
            (subject ? head_.subject : head_.title).push_back(piece);
        }
    }

    const Reading& reading_;
    Pieces pieces_;
    AttachedHead head_;
};

} // namespace

bool reference_follows(const Reading& reading, Pieces pieces, std::size_t at) {
    const std::size_t last = std::min(pieces.size(), at + longest_head);
    for (std::size_t i = at; i < last; ++i) {
        if (pieces[i].kind == Piece::Kind::rule) continue;
        if (!in_head(reading, pieces[i])) return false;
        if (is_reference(reading, pieces[i])) return i > at;
    }
    return false;
}

bool mentions_attaching(const Reading& reading, std::string_view text) {
    const auto& list = reading.words("reference");
    return std::any_of(list.begin(), list.end(), [&](const std::string& words) { return find_words(text, words); });
}

std::optional<std::size_t> appendix_label_end(const Reading& reading, std::string_view text) {
    auto end = behind(text, reading.form.wording("appendix-label").words());
    if (!end) end = behind_any(text, reading.words("appendix-label"));
    if (!end) return form_label_end(text, reading.words("form-label"));
    if (const auto number = behind_any(text.substr(*end), reading.words("citation-number"))) *end += *number;
    const std::size_t begin = std::min(text.find_first_not_of(' ', *end), text.size());
    const std::size_t word_end = std::min(text.find_first_of(" .:", begin), text.size());
    const std::string_view numeral = text.substr(begin, word_end - begin);
    const bool roman = !numeral.empty() && numeral.find_first_not_of("IVXLC") == std::string_view::npos;
    const bool digits = !numeral.empty() && numeral.find_first_not_of("0123456789") == std::string_view::npos;
    const bool letter = numeral.size() == 1 && numeral[0] >= 'A' && numeral[0] <= 'Z';
    std::size_t result = roman || digits || letter ? word_end : *end;
    if (result < text.size() && (text[result] == '.' || text[result] == ':')) ++result;
    return result;
}

bool is_reference(const Reading& reading, const Piece& piece) {
    if (!piece.is_text() || piece.zone != Zone::body) return false;
    if (reading.is_ours(piece)) return piece.style == "Reference";
    if (piece.text.starts_with("(")) return mentions_attaching(reading, piece.text);
    return piece.is_italic() && piece.is_centred() && !piece.is_bold();
}

bool opens_attachment(const Reading& reading, Pieces pieces, std::size_t at) {
    const Piece& piece = pieces[at];
    if (!piece.is_text()) return false;
    if (is_letterhead_line(reading, piece)) return at == 0 || !is_letterhead_line(reading, pieces[at - 1]);
    if (reading.is_ours(piece)) return piece.style == "AppendixLabel" || piece.style == "TypeName";
    if (is_label(reading, piece)) return true;
    const bool titled = text::is_upper(piece.text) && text_kind(reading, piece.text);
    if (!titled && !piece.opens_page) return false;
    return (reading.bare || piece.is_centred()) && reference_follows(reading, pieces, at);
}

AttachedHead read_attached_head(const Reading& reading, Pieces pieces) { return HeadParser(reading, pieces).run(); }

} // namespace vanthu::interpret
