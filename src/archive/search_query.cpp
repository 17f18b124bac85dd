#include "archive/search_query.h"

#include "text/search_words.h"
#include "text/spelling.h"
#include "text/syllable.h"
#include "text/unicode.h"

#include <fmt/format.h>

#include <charconv>

namespace vanthu::archive {
namespace {

constexpr std::size_t most_terms = 32;
constexpr std::size_t longest_word = 64;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::string_view without_zeros(std::string_view digits) {
    while (digits.size() > 1 && digits[0] == '0') digits.remove_prefix(1);
    return digits;
}

/// The number that a piece is, "52/QĐ-UBND," → "52/qd-ubnd"; empty where it is none (a date is none).
std::string number_in(std::string_view piece) {
    std::string folded = text::folded_letters(piece);
    while (!folded.empty() && folded.back() != '-' &&
           std::string_view(".,;:)(\"'/").find(folded.back()) != std::string::npos)
        folded.pop_back();
    std::size_t digits = 0;
    while (digits < folded.size() && is_digit(folded[digits])) ++digits;
    const bool has_parts = digits > 0 && digits + 1 < folded.size() && folded[digits] == '/';
    if (!has_parts || folded.find_first_of("abcdefghijklmnopqrstuvwxyz") == std::string::npos) return {};
    return std::string(without_zeros(std::string_view(folded).substr(0, digits))) + folded.substr(digits);
}

class QueryParser {
  public:
    explicit QueryParser(std::string_view typed) : typed_(typed) {}

    SearchQuery parse() {
        for (std::size_t at = 0; at < typed_.size();) at = typed_[at] == '"' ? quoted(at + 1) : word(at);
        // Quotation marks of typesetters come in pairs that look like letters to nobody; they are simply no words.
        query_.open = query_.open && !query_.terms.empty() && !query_.terms.back().quoted &&
                      query_.terms.back().folded.back().size() > 1;
        query_.date = date();
        return std::move(query_);
    }

  private:
    std::size_t quoted(std::size_t from) {
        const std::size_t end = std::min(typed_.find('"', from), typed_.size());
        add(typed_.substr(from, end - from), true);
        return end + 1;
    }

    std::size_t word(std::size_t from) {
        const std::size_t end = std::min(typed_.find_first_of(" \t\r\n\v\f\"", from), typed_.size());
        if (end == from) {
            query_.open = false;
            return from + 1;
        }
        const std::string_view piece = typed_.substr(from, end - from);
        if (std::string number = number_in(piece); !number.empty()) query_.numbers.push_back(std::move(number));
        add(piece, false);
        query_.open = end == typed_.size();
        return end;
    }

    void add(std::string_view piece, bool quoted) {
        SearchTerm term;
        term.quoted = quoted;
        text::SearchWords words(piece);
        for (text::SearchWord word; words.next(word);) {
            const std::string_view raw = piece.substr(word.begin, word.end - word.begin);
            if (word.folded.size() > longest_word) continue;
            term.folded.emplace_back(word.folded);
            term.exact.push_back(text::spelling(raw));
            query_.accented = query_.accented || text::has_marked_letter(raw);
            if (!query_.numbers.empty()) note_number(word.folded);
        }
        if (!term.folded.empty() && query_.terms.size() < most_terms) query_.terms.push_back(std::move(term));
    }

    void note_number(std::string_view word) {
        int value = 0;
        const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
        if (error == std::errc() && end == word.data() + word.size()) figures_.push_back(value);
    }

    /// Day, month and year are the last three figures behind a document's number, whatever words stand between.
    std::string date() const {
        if (query_.numbers.empty() || figures_.size() < 3) return {};
        const auto* last = &figures_[figures_.size() - 3];
        const bool is_date = last[0] >= 1 && last[0] <= 31 && last[1] >= 1 && last[1] <= 12 && last[2] >= 1900;
        return is_date ? fmt::format("{:04}-{:02}-{:02}", last[2], last[1], last[0]) : std::string();
    }

    std::string_view typed_;
    SearchQuery query_;
    std::vector<int> figures_;
};

} // namespace

SearchQuery parse_query(std::string_view typed) {
    const auto composed = text::to_nfc(typed);
    return QueryParser(composed ? std::string_view(*composed) : typed).parse();
}

std::string number_key(std::string_view number, std::string_view symbol) {
    const std::string folded = text::folded_letters(number);
    if (folded.empty()) return {};
    std::string key(without_zeros(folded));
    if (!symbol.empty()) key += '/' + text::folded_letters(symbol);
    return key;
}

} // namespace vanthu::archive
