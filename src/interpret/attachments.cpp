// What stands behind the signature: texts issued with the document, appendices.
#include "interpret/attached.h"
#include "interpret/fold.h"
#include "interpret/reading.h"
#include "interpret/tables.h"
#include "text/unicode.h"

namespace vanthu::interpret {
namespace {

class AttachmentReader {
  public:
    AttachmentReader(Reading& reading, Pieces pieces) : reading_(reading), pieces_(pieces) {}

    void run() {
        for (std::size_t at = 0; at < pieces_.size();) {
            if (!pieces_[at].is_text() && pieces_[at].kind == Piece::Kind::rule) {
                ++at;
                continue;
            }
            const Pieces rest = pieces_.subspan(at);
            AttachedHead head = read_attached_head(reading_, rest);
            const std::size_t body = head.end;
            const std::size_t end = find_end(rest, std::max<std::size_t>(body, 1), !head.label.empty());
            take(head, rest.subspan(body, end - body));
            at += end;
        }
    }

  private:
    /// A form below a label of its own has its own letterhead.
    std::size_t find_end(Pieces rest, std::size_t from, bool labelled) const {
        const auto of_form = [&](std::size_t at) {
            return labelled && is_letterhead_line(reading_, rest[at]) && !reference_follows(reading_, rest, at);
        };
        while (from < rest.size() && (!opens_attachment(reading_, rest, from) || of_form(from))) ++from;
        return from;
    }

    void take(AttachedHead& head, Pieces body) {
        std::vector<model::Attachment>& list = reading_.document().attachments;
        const std::string pointer = "/attachments/" + std::to_string(list.size());
        for (Piece* piece : head.letterhead) piece->used = is_known(*piece);
        if (!head.appendix && (head.title.empty() || head.subject.empty())) make_appendix(head);
        if (head.appendix && is_nothing(head, body)) return;
        if (head.appendix)
            list.emplace_back(appendix(head, body, pointer));
        else
            list.emplace_back(attached_text(head, body, pointer));
    }

    /// An attached text has a title and a subject; a form that lacks one of them goes as an appendix.
    static void make_appendix(AttachedHead& head) {
        head.appendix = true;
        head.title.insert(head.title.end(), head.subject.begin(), head.subject.end());
    }

    /// Text that opens no attachment: it stays a finding.
    static bool is_nothing(const AttachedHead& head, Pieces body) {
        const bool headless = head.label.empty() && head.reference.empty() && head.letterhead.empty();
        return headless &&
               find_piece(body, 0, [](const Piece& p) { return p.kind == Piece::Kind::table; }) == body.size();
    }

    /// The head of an attached text repeats the names of the first page.
    bool is_known(const Piece& piece) const {
        const model::Issuer& issuer = reading_.document().issuer;
        for (const std::string_view wording : {"national-name", "motto"})
            if (find_words(piece.text, reading_.form.wording(wording).words())) return true;
        return same_words(piece.text, issuer.parent) || same_words(piece.text, issuer.name) ||
               find_words(issuer.parent + " " + issuer.name, piece.text).has_value();
    }

    std::string value(const std::vector<Piece*>& from, const std::string& pointer, double trust = 1) {
        if (from.empty()) return {};
        reading_.note(pointer, from, trust);
        return joined_text(from);
    }

    /// The reference line may stand in the paragraph of the title.
    void part_reference(const std::vector<Piece*>& from, std::string& title, std::string& reference,
                        const std::string& pointer) {
        const std::size_t begin = title.rfind('(');
        if (from.empty() || reading_.is_ours(*from.back()) || !reference.empty() || !title.ends_with(")")) return;
        if (begin == std::string::npos || !mentions_attaching(reading_, title.substr(begin))) return;
        reference = title.substr(begin);
        title = tidy(title.substr(0, begin));
        reading_.note(pointer + "/reference", *from.back(), 0.95);
    }

    /// The title of a form stands below its letterhead.
    std::vector<Piece*> title_of_form(Pieces body) const {
        constexpr std::size_t longest_letterhead = 12;
        std::vector<Piece*> title;
        for (Piece& piece : body.first(std::min(body.size(), longest_letterhead))) {
            const bool fits = piece.is_text() && piece.zone == Zone::body && piece.is_bold() && piece.is_centred() &&
                              text::is_upper(piece.text) && !is_letterhead_line(reading_, piece);
            if (fits && !reading_.is_ours(piece))
                title.push_back(&piece);
            else if (!title.empty())
                break;
        }
        return title;
    }

    /// A form's own letterhead and signature are its text; only the state's name goes without saying.
    void keep_forms(Pieces body) {
        for (Piece& piece : body) {
            if (!piece.is_text() || piece.used || reading_.is_ours(piece)) continue;
            piece.used = is_letterhead_line(reading_, piece) && is_known(piece);
            piece.zone = Zone::body;
        }
    }

    model::AttachedText attached_text(AttachedHead& head, Pieces body, const std::string& pointer) {
        model::AttachedText text;
        text.kind = head.kind;
        text.title = value(head.title, pointer + "/title", head.trust);
        text.subject = value(head.subject, pointer + "/subject");
        text.reference = value(head.reference, pointer + "/reference");
        part_reference(head.subject, text.subject, text.reference, pointer);
        read_outline(reading_, body, pointer, text.sections);
        return text;
    }

    model::Appendix appendix(AttachedHead& head, Pieces body, const std::string& pointer) {
        model::Appendix appendix;
        take_label(head, appendix, pointer);
        if (const std::string title = value(head.title, pointer + "/title"); !title.empty())
            appendix.title += (appendix.title.empty() ? "" : " ") + title;
        appendix.reference = value(head.reference, pointer + "/reference");
        part_reference(head.title, appendix.title, appendix.reference, pointer);
        if (appendix.title.empty()) appendix.title = value(title_of_form(body), pointer + "/title", 0.8);
        keep_forms(body);
        read_outline(reading_, body, pointer, appendix.sections);
        for (Piece& piece : body)
            if (piece.kind == Piece::Kind::table && !appendix.table) {
                appendix.table = appendix_table(reading_, piece, pointer);
            }
        return appendix;
    }

    /// "PHỤ LỤC I DANH MỤC …" may stand in one line.
    void take_label(AttachedHead& head, model::Appendix& appendix, const std::string& pointer) {
        if (head.label.empty()) return;
        Piece& piece = *head.label.front();
        const bool whole = reading_.is_ours(piece);
        const std::size_t end = whole ? piece.text.size() : appendix_label_end(reading_, piece.text).value_or(0);
        appendix.label = tidy(std::string_view(piece.text).substr(0, end));
        appendix.title = tidy(std::string_view(piece.text).substr(end));
        reading_.note(pointer + "/label", piece, 1);
    }

    Reading& reading_;
    Pieces pieces_;
};

} // namespace

void read_attachments(Reading& reading, Pieces pieces) { AttachmentReader(reading, pieces).run(); }

} // namespace vanthu::interpret
