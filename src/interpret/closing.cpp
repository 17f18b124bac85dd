// Who signed, and who gets it.
#include "interpret/fold.h"
#include "interpret/labels.h"
#include "interpret/reading.h"
#include "text/line_joining.h"
#include "text/unicode.h"

#include <algorithm>

namespace vanthu::interpret {
namespace {

std::optional<std::size_t> behind_recipients_title(const Reading& reading, const Piece& piece) {
    if (const auto end = behind(piece.text, reading.form.wording("recipients-title").words())) return end;
    return behind_any(piece.text, reading.words("recipients-title"));
}

bool is_recipients_title(const Reading& reading, const Piece& piece) {
    if (reading.is_ours(piece)) return piece.style == "RecipientsTitle";
    return behind_recipients_title(reading, piece).has_value();
}

/// "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH": capitals, with a mark or the title of an office.
bool is_authority_line(const Reading& reading, const Piece& piece) {
    constexpr std::size_t most_words = 14;
    if (!piece.is_text() || !text::is_upper(piece.text) || word_count(piece.text) > most_words) return false;
    if (label_of(piece.text).rank != Rank::none && !behind_any(piece.text, reading.words("authority-mark")))
        return false;
    return behind_any(piece.text, reading.words("authority-mark")) ||
           behind_any(piece.text, reading.words("office-title"));
}

bool is_noise(const Reading& reading, const Piece& piece) {
    std::string plain;
    for (const char32_t c : fold(piece.text).letters)
        if (c != U'(' && c != U')' && c != U'[' && c != U']') plain += text::to_utf8(c);
    return is_any(plain, reading.words("signature-noise"));
}

/// 2 to 6 words that begin with capitals, without digits.
bool is_person(const Piece& piece) {
    const std::size_t words = word_count(piece.text);
    if (words < 2 || words > 7) return false;
    bool word_begins = true, all = true;
    text::for_each_character(piece.text, [&](char32_t c) {
        if (word_begins) all = all && text::is_letter(c) && text::is_upper(text::to_utf8(c));
        if (!text::is_letter(c) && c != U' ' && c != U'.') all = false;
        word_begins = c == U' ';
    });
    return all;
}

/// "DN-1.21", "HB.05", "PL.(30)"
bool is_drafter_mark(const Piece& piece) {
    Folded folded = fold(piece.text);
    std::erase_if(folded.letters, [](char32_t c) { return c == U'(' || c == U')'; });
    const auto is_digit = [](char32_t c) { return c >= U'0' && c <= U'9'; };
    const auto digits = std::find_if(folded.letters.begin(), folded.letters.end(), is_digit);
    const auto letters = std::find_if_not(folded.letters.begin(), folded.letters.end(), text::is_letter);
    if (letters == folded.letters.begin() || letters - folded.letters.begin() > 6 || folded.letters.size() > 14)
        return false;
    if (digits - letters != 1 || (*letters != U'-' && *letters != U'.')) return false;
    return std::all_of(digits, folded.letters.end(), [&](char32_t c) { return is_digit(c) || c == U'.' || c == U'-'; });
}

class ClosingReader {
  public:
    ClosingReader(Reading& reading, Pieces pieces) : reading_(reading), pieces_(pieces) {}

    std::size_t run() {
        const std::size_t end =
            !pieces_.empty() && pieces_.front().zone == Zone::signature ? take_table() : take_lines();
        finish();
        return end;
    }

  private:
    std::size_t take_table() {
        const std::size_t end =
            find_piece(pieces_, 0, [](const Piece& piece) { return piece.zone != Zone::signature; });
        const Pieces table = pieces_.first(end);
        std::size_t left = 0, right = 0;
        for (const Piece& piece : table) right = std::max(right, piece.column);
        for (const Piece& piece : table)
            if (is_recipients_title(reading_, piece)) left = piece.column;
        title_ = has_lost_title(table, left);
        for (Piece& piece : table) {
            const bool in_left = right > 0 ? piece.column == left : belongs_left(piece);
            if (in_left)
                take_recipient(piece);
            else
                signing_.push_back(&piece);
        }
        return take_rest_of_table(end);
    }

    /// A scan may show the list of recipients only.
    bool has_lost_title(Pieces table, std::size_t left) const {
        constexpr std::ptrdiff_t fewest = 3;
        const auto is_item = [&](const Piece& piece) {
            return piece.column == left && label_of(piece.text).rank == Rank::dash;
        };
        const auto is_title = [&](const Piece& piece) { return is_recipients_title(reading_, piece); };
        return std::ranges::none_of(table, is_title) && std::ranges::count_if(table, is_item) >= fewest;
    }

    /// What a page turn parted from the table.
    std::size_t take_rest_of_table(std::size_t at) {
        const auto names = [&](const Piece* piece) {
            return is_person(*piece) && !is_authority_line(reading_, *piece);
        };
        for (; at < pieces_.size(); ++at) {
            Piece& piece = pieces_[at];
            if (!piece.is_text() || reading_.is_ours(piece) || is_letterhead_line(reading_, piece)) return at;
            const bool named = std::any_of(signing_.begin(), signing_.end(), names);
            if (title_ && goes_on_list(piece))
                take_recipient(piece);
            else if (!named && !signing_.empty() && (is_noise(reading_, piece) || is_person(piece)))
                signing_.push_back(&piece);
            else
                return at;
        }
        return at;
    }

    bool belongs_left(const Piece& piece) {
        return is_recipients_title(reading_, piece) ||
               (title_ && !is_authority_line(reading_, piece) && signing_.empty());
    }

    std::size_t take_lines() {
        bool named = false;
        std::size_t at = 0;
        for (bool listing = false; at < pieces_.size(); ++at) {
            Piece& piece = pieces_[at];
            if (piece.kind == Piece::Kind::rule) continue;
            if (!piece.is_text() || is_letterhead_line(reading_, piece)) break;
            if (is_recipients_title(reading_, piece))
                take_recipient(piece), listing = true;
            else if (is_authority_line(reading_, piece) && !named)
                signing_.push_back(&piece);
            else if (listing && goes_on_list(piece))
                take_recipient(piece);
            else if (!named && belongs_to_signature(piece, listing)) {
                signing_.push_back(&piece);
                named = is_person(piece);
            } else
                break;
        }
        return at;
    }

    bool belongs_to_signature(const Piece& piece, bool listing) const {
        if (is_authority_line(reading_, piece)) return true;
        if (signing_.empty()) return false;
        return is_noise(reading_, piece) || is_person(piece) || (text::is_upper(piece.text) && !listing);
    }

    bool goes_on_list(const Piece& piece) const {
        if (reading_.is_ours(piece)) return piece.style == "Recipient" || piece.style == "DrafterMark";
        if (label_of(piece.text).rank >= Rank::dash && label_of(piece.text).rank != Rank::none) return true;
        if (is_drafter_mark(piece) || behind_any(piece.text, reading_.words("filing"))) return true;
        const char32_t first = first_character(piece.text);
        return first == U'(' || (text::is_letter(first) && !text::is_upper(text::to_utf8(first)));
    }

    void take_recipient(Piece& piece) {
        if (!title_ && is_recipients_title(reading_, piece)) {
            title_ = true;
            piece.used = true;
            const std::size_t end = behind_recipients_title(reading_, piece).value_or(piece.text.size());
            const std::string rest = tidy(std::string_view(piece.text).substr(end));
            if (!rest.empty() && rest != ":") add_recipient(piece, rest);
            return;
        }
        if (is_mark(piece)) {
            reading_.document().drafter_mark = piece.text;
            return reading_.note("/drafter_mark", piece, 0.95);
        }
        if (!title_) return; // a finding: text without a place
        const Label label = label_of(piece.text);
        const bool item = label.rank >= Rank::dash && label.rank != Rank::none;
        std::vector<std::string>& list = reading_.document().recipients;
        if (item || list.empty() || piece.style == "Recipient" || is_closed(list.back()))
            return add_recipient(piece, piece.text.substr(item ? label.end : 0));
        text::join_line(list.back(), piece.text);
        piece.used = true;
    }

    /// Whether the list's lines end with their own marks.
    bool is_closed(const std::string& recipient) const {
        const char32_t last = last_character(recipient);
        return last == U';' || last == U'.';
    }

    bool is_mark(const Piece& piece) const {
        if (!reading_.document().drafter_mark.empty()) return false;
        if (reading_.is_ours(piece)) return piece.style == "DrafterMark";
        return is_drafter_mark(piece) || (piece.look.align == flow::Align::right && word_count(piece.text) < 4);
    }

    void add_recipient(Piece& piece, std::string text) {
        std::vector<std::string>& list = reading_.document().recipients;
        if (text.empty()) return;
        reading_.note("/recipients/" + std::to_string(list.size()), piece, 1);
        list.push_back(std::move(text));
    }

    /// The last line is the name where it can be one; what stands above it are authority and title.
    void finish() {
        std::erase_if(signing_, [&](Piece* piece) {
            const bool noise = piece->kind != Piece::Kind::text || is_noise(reading_, *piece);
            piece->used = piece->used || noise;
            return noise;
        });
        model::Signature& signature = reading_.document().signature;
        if (!signing_.empty() && is_name(*signing_.back())) {
            signature.name = signing_.back()->text;
            const bool sure = reading_.is_ours(*signing_.back()) || is_person(*signing_.back());
            reading_.note("/signature/name", *signing_.back(), sure ? 1 : 0.6);
            signing_.pop_back();
        } else
            reading_.missing("/signature/name", signing_.empty() ? nullptr : signing_.back());
        for (Piece* piece : signing_) add_authority(*piece);
        if (signature.authority.empty()) reading_.missing("/signature/authority");
    }

    /// A reader may have put several lines into one paragraph: each opens with a mark or the title of an office.
    void add_authority(Piece& piece) {
        std::vector<std::string>& authority = reading_.document().signature.authority;
        const std::size_t first = authority.size();
        for (const std::string& line : reading_.printed_lines(piece)) {
            const bool opens =
                behind_any(line, reading_.words("authority-mark")) || behind_any(line, reading_.words("office-title"));
            if (authority.size() == first || opens) {
                reading_.note("/signature/authority/" + std::to_string(authority.size()), piece, 1);
                authority.push_back(line);
            } else
                authority.back() += " " + line;
        }
    }

    bool is_name(const Piece& piece) const {
        if (reading_.is_ours(piece)) return piece.style == "SignerName";
        return is_person(piece) ? !is_authority_line(reading_, piece) : !text::is_upper(piece.text);
    }

    Reading& reading_;
    Pieces pieces_;
    std::vector<Piece*> signing_;
    bool title_ = false;
};

} // namespace

bool opens_closing(const Reading& reading, const Piece& piece) {
    if (!piece.is_text()) return false;
    if (piece.zone != Zone::body) return piece.zone == Zone::signature;
    if (reading.is_ours(piece)) return false;
    if (is_recipients_title(reading, piece)) return true;
    const bool apart = reading.bare || piece.is_centred() || piece.is_bold() || piece.column > 0;
    return apart && is_authority_line(reading, piece);
}

std::size_t read_closing(Reading& reading, Pieces pieces) { return ClosingReader(reading, pieces).run(); }

} // namespace vanthu::interpret
