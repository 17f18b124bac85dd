// The letterhead: Quốc hiệu, the issuing body, number, place and date, marks.
#include "interpret/fold.h"
#include "interpret/issuer.h"
#include "interpret/reading.h"
#include "text/unicode.h"

#include <algorithm>
#include <charconv>
#include <chrono>

namespace vanthu::interpret {
namespace {

int number_of(std::string_view digits) {
    std::string plain;
    for (const char c : digits)
        if (c >= '0' && c <= '9') plain += c;
    int value = 0;
    std::from_chars(plain.data(), plain.data() + plain.size(), value);
    return value;
}

std::optional<model::Date> date_of(const Fields& fields) {
    const auto part = [&](std::string_view name) {
        const auto found = fields.find(name);
        return found == fields.end() ? 0 : number_of(found->second);
    };
    const model::Date date{part("date.year"), part("date.month"), part("date.day")};
    const std::chrono::year_month_day real{std::chrono::year{date.year},
                                           std::chrono::month{static_cast<unsigned>(date.month)},
                                           std::chrono::day{static_cast<unsigned>(date.day)}};
    if (date.year < 1900 || !real.ok()) return std::nullopt;
    return date;
}

class HeadReader {
  public:
    HeadReader(Reading& reading, Pieces pieces)
        : reading_(reading), pieces_(pieces), national_(words_of("national-name")), motto_(words_of("motto")),
          number_(pattern_with("number")), date_(pattern_with("date.day")) {}

    void run() {
        for (Piece& piece : reading_.margins)
            if (piece.is_text()) take_mark(piece);
        if (!contact_.empty()) {
            reading_.document().contact = joined_text(contact_);
            reading_.note("/contact", contact_, reading_.is_ours(*contact_.front()) ? 1 : 0.6);
        }
        for (Piece& piece : pieces_)
            if (piece.is_text() && !piece.used) take(piece);
        if (!number_found_ || !date_found_) take_split_lines();
        drop_lines_above_letterhead();
        read_issuer(reading_, issuer_);
        if (!number_found_) reading_.missing("/number");
        if (!date_found_) reading_.missing("/date");
    }

  private:
    /// Lines in capitals above a letterhead (of a gazette), or where there is no letterhead at all, name no issuer.
    void drop_lines_above_letterhead() {
        const auto in_letterhead = [](const IssuerLine& line) { return line.piece->zone == Zone::letterhead; };
        const auto first = std::find_if(issuer_.begin(), issuer_.end(), in_letterhead);
        if (first != issuer_.end()) issuer_.erase(issuer_.begin(), first);
        if (!motto_found_ && !number_found_ && !date_found_) issuer_.clear();
    }

    std::string words_of(std::string_view wording) const { return reading_.form.wording(wording).words(); }

    Pattern pattern_with(std::string_view field) const {
        const Slot* slot = reading_.form.with_field(field);
        return slot ? slot->pattern : Pattern();
    }

    void take(Piece& piece) {
        if (take_mark(piece) || take_number(piece, piece.text) || take_date(piece, piece.text) ||
            take_date(piece, without_odd_day(piece.text)))
            return;
        if (take_fixed(piece) || take_subject(piece)) return;
        if (piece.text.starts_with('/') && take_number(piece, number_prefix() + piece.text)) return;
        if (opens_number(piece.text)) return; // a finding: no number that could be read
        const bool left = piece.zone == Zone::letterhead && piece.column == 0 && !looks_like_number_label(piece.text);
        const bool above = piece.zone == Zone::body && text::is_upper(piece.text) && !motto_found_;
        if (left || above) issuer_.push_back({&piece, piece.text});
    }

    /// The name of the state and its motto, which a reader may have put behind the body's name.
    bool take_fixed(Piece& piece) {
        for (const std::string* words : {&national_, &motto_}) {
            const auto begin = find_words(piece.text, *words);
            if (!begin) continue;
            motto_found_ = motto_found_ || words == &motto_;
            piece.used = true;
            const std::string left = tidy(std::string_view(piece.text).substr(0, *begin));
            if (!left.empty()) issuer_.push_back({&piece, left});
            return true;
        }
        const std::u32string letters = fold(piece.text).letters; // ---o0o---
        piece.used = letters.find_first_not_of(U"-_*.=~o0") == std::u32string::npos &&
                     letters.find_first_of(U"-_*=~") != std::u32string::npos;
        return piece.used;
    }

    bool take_mark(Piece& piece) {
        model::Marks& marks = reading_.document().marks;
        for (const std::string& urgency : reading_.form.choices("marks.urgency"))
            if (same_words(piece.text, urgency)) {
                marks.urgency = urgency;
                return reading_.note("/marks/urgency", piece, 1), true;
            }
        for (const std::string& circulation : reading_.words("circulation"))
            if (same_words(piece.text, circulation)) {
                marks.circulation = circulation;
                return reading_.note("/marks/circulation", piece, 1), true;
            }
        if (piece.zone != Zone::footer && !reading_.has_style(piece, "Contact")) return false;
        if (piece.sheet > 0) return false;
        contact_.push_back(&piece);
        return true;
    }

    bool take_number(Piece& piece, std::string_view text) {
        const auto fields = number_found_ ? std::nullopt : number_.match(text);
        if (!fields) return false;
        number_found_ = true;
        model::Document& document = reading_.document();
        document.number = fields->at("number");
        document.symbol = fields->at("symbol");
        if (document.number.empty())
            reading_.tell("read-missing", Severity::note, {{"field", "/number"}}, "/number", &piece);
        else
            reading_.note("/number", piece, 1);
        reading_.note("/symbol", piece, 1);
        return true;
    }

    /// "Số:"; a number written by hand may have taken it along when a scan was read, so that "/QĐ-UBND" is left.
    std::string number_prefix() const {
        const std::string words = number_.words();
        return words.substr(0, words.find(':') + 1) + " ";
    }

    /// "Sá:" of a scan: as long as "Số:", with the same first letter.
    bool looks_like_number_label(std::string_view text) const {
        const std::u32string label = fold(number_prefix()).letters, other = fold(text).letters;
        return text.ends_with(':') && !label.empty() && other.size() == label.size() && other.front() == label.front();
    }

    /// "Số:" with something else than a number behind it.
    bool opens_number(std::string_view text) const {
        const std::string prefix = number_prefix();
        const auto end = behind(text, prefix.substr(0, std::max<std::size_t>(prefix.size(), 2) - 2));
        return prefix.size() > 2 && end && tidy(text.substr(*end)).starts_with(":");
    }

    /// A day written by hand and read as what is no number is a day left open.
    static std::string without_odd_day(const std::string& text) {
        const std::size_t word = text.find(' ', text.find(", ") + 2), end = text.find(' ', word + 1);
        if (text.find(", ") == text.npos || word == text.npos || end == text.npos) return text;
        const std::string_view day = std::string_view(text).substr(word + 1, end - word - 1);
        const bool is_odd =
            day.find_first_of("0123456789") != day.npos && day.find_first_not_of("0123456789") != day.npos;
        return is_odd ? text.substr(0, word) + text.substr(end) : text;
    }

    bool take_date(Piece& piece, std::string_view text) {
        const auto fields = date_found_ ? std::nullopt : date_.match(text);
        if (!fields || fields->at("place").empty()) return false;
        date_found_ = true;
        reading_.document().place = without_number(piece, fields->at("place"));
        reading_.document().date = date_of(*fields);
        reading_.note("/place", piece, 1);
        if (reading_.document().date)
            reading_.note("/date", piece, 1);
        else
            reading_.tell("read-missing", Severity::note, {{"field", "/date"}}, "/date", &piece);
        return true;
    }

    /// A reader may have put the number in front of the place.
    std::string without_number(Piece& piece, const std::string& place) {
        for (std::size_t at = place.find(' '); at != std::string::npos; at = place.find(' ', at + 1)) {
            const std::string_view front = std::string_view(place).substr(0, at);
            if (!number_.match(front)) continue;
            take_number(piece, front);
            return place.substr(at + 1);
        }
        return place;
    }

    /// "V/v …" below the number, in letters.
    bool take_subject(Piece& piece) {
        if (piece.zone != Zone::letterhead || piece.column != 0) return false;
        const auto end = behind_any(piece.text, reading_.words("about"));
        std::string& subject = reading_.document().subject;
        if (!end && !(subject_ && !text::is_upper(piece.text))) return false;
        subject += subject.empty() ? tidy(std::string_view(piece.text).substr(end.value_or(0))) : " " + piece.text;
        subject_ = true;
        return reading_.note("/subject", piece, 0.95), true;
    }

    /// Numbers and dates whose line was cut in two.
    void take_split_lines() {
        for (std::size_t i = 0; i + 1 < pieces_.size(); ++i) {
            Piece& first = pieces_[i];
            Piece& second = pieces_[i + 1];
            if (!first.is_text() || !second.is_text() || first.used || second.used) continue;
            const std::string text = first.text + " " + second.text;
            if (take_number(first, text) || take_date(first, text)) {
                second.used = true;
                std::erase_if(issuer_, [&](const IssuerLine& line) { return line.piece->used; });
            }
        }
    }

    Reading& reading_;
    Pieces pieces_;
    std::string national_, motto_;
    Pattern number_, date_;
    std::vector<IssuerLine> issuer_;
    std::vector<Piece*> contact_;
    bool number_found_ = false, date_found_ = false, motto_found_ = false, subject_ = false;
};

bool is_addressed(const Reading& reading, const Piece& piece) {
    return behind(piece.text, reading.form.wording("addressees-title").words()).has_value();
}

bool opens_text(const Reading& reading, const Piece& piece) {
    if (!piece.is_text() || piece.zone != Zone::body) return piece.zone == Zone::signature;
    if (reading.is_ours(piece) || is_addressed(reading, piece)) return true;
    const Label label = label_of(piece.text);
    const bool labelled = label.rank != Rank::none && !fold(piece.text.substr(label.end)).letters.empty() &&
                          text::is_letter(fold(piece.text.substr(label.end)).letters.front());
    return labelled || behind_any(piece.text, reading.words("legal-basis")) ||
           reading.form.wording("article-label").match_prefix(piece.text);
}

/// A letter has no type: it is addressed, and says what it is about below its number.
bool is_letter(const Reading& reading, Pieces head, Pieces rest) {
    for (const Piece& piece : head)
        if (piece.zone == Zone::letterhead && piece.column == 0 && behind_any(piece.text, reading.words("about")))
            return true;
    return !rest.empty() && is_addressed(reading, rest.front());
}

} // namespace

bool is_type_line(const Reading& reading, const Piece& piece) {
    if (!piece.is_text() || piece.zone != Zone::body) return false;
    if (reading.is_ours(piece)) return reading.has_style(piece, "TypeName");
    if (!text::is_upper(piece.text)) return false;
    for (const forms::KindTemplate& kind : reading.knowledge.templates.kinds)
        if (same_words(piece.text, kind.title)) return true;
    return is_any(piece.text, reading.words("document-type"));
}

/// Where the text of a letter begins; the number of pieces where there is no letterhead of one.
static std::size_t behind_letterhead_of_letter(const Reading& reading, Pieces pieces) {
    const auto in_letterhead = [](const Piece& piece) { return piece.zone == Zone::letterhead; };
    const std::size_t begin = find_piece(pieces, 0, in_letterhead);
    const std::size_t end =
        find_piece(pieces, begin, [&](const Piece& piece) { return piece.is_text() && !in_letterhead(piece); });
    return is_letter(reading, pieces.first(end), {}) ? end : pieces.size();
}

/// The name of the state in capitals, or its motto at the end of a short line: sentences name the state too.
static bool prints_national_head(const Reading& reading, std::string_view text) {
    constexpr std::size_t most_words = 24;
    const std::string state = reading.form.wording("national-name").words();
    const std::string motto = reading.form.wording("motto").words();
    if (const auto begin = find_words(text, state)) {
        const auto end = behind(text.substr(*begin), state);
        return end && text::is_upper(text.substr(*begin, *end)) && word_count(text) <= most_words;
    }
    const auto begin = find_words(text, motto);
    if (!begin || word_count(text) > most_words) return false;
    const auto end = behind(text.substr(*begin), motto);
    const std::u32string rest = fold(text.substr(*begin + end.value_or(0))).letters;
    return end && std::none_of(rest.begin(), rest.end(), text::is_letter);
}

bool is_letterhead_line(const Reading& reading, const Piece& piece) {
    if (!piece.is_text()) return false;
    return piece.zone == Zone::letterhead || prints_national_head(reading, piece.text);
}

std::size_t read_head(Reading& reading, Pieces pieces) {
    const std::size_t type = find_piece(pieces, 0, [&](const Piece& piece) { return is_type_line(reading, piece); });
    const std::size_t text = find_piece(pieces, 0, [&](const Piece& piece) { return opens_text(reading, piece); });
    std::size_t end = std::min(type, text);
    if (type > text || type == pieces.size()) end = std::min(end, behind_letterhead_of_letter(reading, pieces));
    if (end == type && end < pieces.size()) {
        if (!same_words(pieces[end].text, reading.form.kind().title)) reading.set_kind("named");
    } else if (is_letter(reading, pieces.first(end), pieces.subspan(end)))
        reading.set_kind("letter");
    HeadReader(reading, pieces.first(end)).run();
    return end;
}

} // namespace vanthu::interpret
