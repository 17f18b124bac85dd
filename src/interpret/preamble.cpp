// From the name of the type to the line above the articles.
#include "interpret/preamble.h"

#include "interpret/fold.h"
#include "interpret/reading.h"
#include "text/line_joining.h"
#include "text/unicode.h"

namespace vanthu::interpret {
namespace {

class PreambleReader {
  public:
    PreambleReader(Reading& reading, Pieces pieces) : reading_(reading), pieces_(pieces) {}

    std::size_t run() {
        if (reading_.form.kind().kind != "letter") {
            take_type();
            take_title();
        }
        take_addressees();
        take_bases();
        return at_;
    }

  private:
    bool done() const { return at_ >= pieces_.size(); }
    Piece& here() { return pieces_[at_]; }

    void skip_rules() {
        while (!done() && here().kind == Piece::Kind::rule) ++at_;
    }

    void take_type() {
        skip_rules();
        if (done() || !is_type_line(reading_, here())) return reading_.missing("/type");
        Piece& piece = here();
        if (reading_.form.kind().kind == "named") {
            reading_.document().type = natural_type(piece.text);
            reading_.note("/type", piece, 1);
        }
        piece.used = true;
        ++at_;
    }

    /// As the list of types writes it, else with one capital.
    std::string natural_type(const std::string& text) const {
        for (const std::string& type : reading_.words("document-type"))
            if (same_words(type, text)) return type;
        const std::string first = text::to_utf8(first_character(text));
        return text::to_upper(first) + text::to_lower(std::string_view(text).substr(first.size()));
    }

    /// Whether the piece belongs to what stands behind the subject.
    bool opens_part(const Piece& piece) const {
        if (!piece.is_text()) return true;
        if (piece.zone == Zone::signature) return true;
        if (reading_.is_ours(piece))
            return piece.style != "TypeName" && piece.style != "Subject" && piece.style != "IssuingAuthority";
        return is_basis_line(reading_, piece) || is_enactment(reading_, piece) || is_addressed(piece) ||
               reading_.form.wording("article-label").match_prefix(piece.text) ||
               label_of(piece.text, reading_.label_words).rank != Rank::none;
    }

    bool is_addressed(const Piece& piece) const {
        return behind(piece.text, reading_.form.wording("addressees-title").words()).has_value();
    }

    /// Subject and line of authority: centred, the subject first.
    void take_title() {
        std::vector<Piece*> subject, authority;
        for (bool ruled = false; !done(); ++at_) {
            if (here().kind == Piece::Kind::rule) {
                ruled = ruled || !subject.empty();
                continue;
            }
            if (opens_part(here()) || !belongs_to_title(here(), subject)) break;
            (is_authority(here(), subject, ruled || !authority.empty()) ? authority : subject).push_back(&here());
        }
        if (subject.empty())
            reading_.missing("/subject");
        else {
            reading_.document().subject = joined_text(subject);
            reading_.note("/subject", subject, reading_.bare || subject.size() > 1 ? 0.9 : 1);
        }
        if (authority.empty()) return;
        reading_.document().authority = joined_text(authority);
        reading_.note("/authority", authority, 1);
    }

    bool belongs_to_title(const Piece& piece, const std::vector<Piece*>& subject) const {
        if (reading_.is_ours(piece) || subject.empty() || piece.is_centred()) return true;
        return reading_.bare && text::is_upper(piece.text);
    }

    bool is_authority(const Piece& piece, const std::vector<Piece*>& subject, bool behind_rule) const {
        if (reading_.is_ours(piece)) return reading_.has_style(piece, "IssuingAuthority");
        if (subject.empty() || !text::is_upper(piece.text)) return false;
        return behind_rule || !text::is_upper(subject.front()->text);
    }

    void take_addressees() {
        skip_rules();
        if (done() || !here().is_text() || !is_addressed(here())) return;
        std::vector<std::string>& list = reading_.document().addressees;
        Piece& title = here();
        const auto end = behind(title.text, reading_.form.wording("addressees-title").words());
        take_addressee(title, std::string_view(title.text).substr(*end), list);
        for (++at_; !done() && here().is_text(); ++at_) {
            const Label label = label_of(here().text);
            const bool listed = reading_.is_ours(here()) ? reading_.has_style(here(), "Addressee")
                                                         : label.rank == Rank::dash || label.rank == Rank::plus;
            if (!listed) return;
            take_addressee(here(), here().text, list);
        }
    }

    void take_addressee(Piece& piece, std::string_view text, std::vector<std::string>& list) {
        std::string name = tidy(text);
        const Label label = label_of(name);
        if (label.rank >= Rank::dash) name = name.substr(label.end);
        piece.used = true;
        if (name.empty()) return;
        reading_.note("/addressees/" + std::to_string(list.size()), piece, 1);
        list.push_back(std::move(name));
    }

    /// Whether a line above the articles is still to come, so that what stands before it are bases.
    bool articles_ahead() const {
        for (std::size_t i = at_; i < pieces_.size(); ++i) {
            if (!pieces_[i].is_text()) continue;
            if (is_enactment(reading_, pieces_[i]) || is_article(reading_, pieces_[i])) return true;
            if (opens_closing(reading_, pieces_[i])) return false;
        }
        return false;
    }

    void take_bases() {
        const bool ahead = articles_ahead();
        for (; !done(); ++at_) {
            Piece& piece = here();
            if (piece.kind == Piece::Kind::rule) continue;
            if (!piece.is_text() || is_article(reading_, piece) || is_heading_line(reading_, piece)) return;
            if (is_enactment(reading_, piece)) return take_enactment(piece);
            const bool basis = is_basis(piece, ahead);
            if (!basis && ahead && is_enacting_sentence(piece)) return take_enactment(piece);
            if (!basis) return;
            take_basis(piece);
        }
    }

    bool is_basis(const Piece& piece, bool ahead) const {
        if (reading_.is_ours(piece)) return reading_.has_style(piece, "LegalBasis");
        const bool opens = is_basis_line(reading_, piece);
        const char32_t last = last_character(piece.text);
        if (!ahead)
            return opens ? last == U';' || last == U',' || last == U'.'
                         : !reading_.bare && reading_.looks_like(piece, "LegalBasis");
        if (opens) return true;
        return !is_enacting_sentence(piece) && label_of(piece.text).rank == Rank::none;
    }

    /// "Chính phủ ban hành Nghị định …", in normative documents.
    bool is_enacting_sentence(const Piece& piece) const {
        if (reading_.is_ours(piece) || is_basis_line(reading_, piece)) return false;
        for (const std::string& verb : reading_.words("enacting-verb"))
            if (find_words(piece.text, verb)) return true;
        return false;
    }

    void take_basis(Piece& piece) {
        std::vector<std::string>& bases = reading_.document().legal_bases;
        if (reading_.bare && !bases.empty() && goes_on(bases.back(), piece.text)) {
            text::join_line(bases.back(), piece.text);
            piece.used = true;
            return;
        }
        reading_.note("/legal_bases/" + std::to_string(bases.size()), piece,
                      is_basis_line(reading_, piece) || reading_.is_ours(piece) ? 1 : 0.8);
        const Label label = label_of(piece.text);
        const bool dashed = !reading_.is_ours(piece) && label.rank == Rank::dash;
        bases.push_back(piece.text.substr(dashed ? label.end : 0));
    }

    void take_enactment(Piece& piece) {
        if (!same_words(piece.text, reading_.form.wording("enactment").words())) {
            reading_.document().enactment = piece.text;
            reading_.note("/enactment", piece, 1);
        }
        piece.used = true;
        ++at_;
    }

    Reading& reading_;
    Pieces pieces_;
    std::size_t at_ = 0;
};

} // namespace

bool is_basis_line(const Reading& reading, const Piece& piece) {
    if (reading.is_ours(piece)) return reading.has_style(piece, "LegalBasis");
    const Label label = label_of(piece.text); // older texts list them with dashes
    const std::size_t begin = label.rank == Rank::dash ? label.end : 0;
    return behind_any(std::string_view(piece.text).substr(begin), reading.words("legal-basis")).has_value();
}

bool is_enactment(const Reading& reading, const Piece& piece) {
    if (reading.is_ours(piece)) return reading.has_style(piece, "Enactment");
    const auto is = [&](std::string_view words) {
        if (words.ends_with(":")) words.remove_suffix(1);
        const auto end = words.empty() ? std::nullopt : behind(piece.text, words);
        if (!end) return false;
        const std::string rest = tidy(std::string_view(piece.text).substr(*end));
        return rest == ":" || rest == ",:" || (rest.empty() && text::is_upper(piece.text));
    };
    if (is(reading.form.wording("enactment").words())) return true;
    for (const std::string& words : reading.words("enactment"))
        if (is(words)) return true;
    return false;
}

bool is_article(const Reading& reading, const Piece& piece) {
    if (!piece.is_text() || piece.zone != Zone::body) return false;
    if (reading.is_ours(piece)) return reading.has_style(piece, "Article");
    const auto found = reading.form.wording("article-label").match_prefix(piece.text);
    return found && !found->fields.at("number").empty();
}

bool is_heading_line(const Reading& reading, const Piece& piece) {
    if (!piece.is_text() || piece.zone != Zone::body) return false;
    if (reading.is_ours(piece)) return piece.style == "ChapterLabel" || piece.style == "ChapterTitle";
    return label_of(piece.text, reading.label_words).rank <= Rank::subdivision;
}

bool goes_on(std::string_view text, std::string_view next) {
    const char32_t last = last_character(text);
    const char32_t first = first_character(next);
    const bool closed = last == U'.' || last == U';' || last == U':';
    return !closed && text::is_letter(first) && text::to_lower(text::to_utf8(first)) == text::to_utf8(first) &&
           label_of(next).rank == Rank::none;
}

std::size_t read_preamble(Reading& reading, Pieces pieces) { return PreambleReader(reading, pieces).run(); }

} // namespace vanthu::interpret
