#include "interpret/scanner.h"
#include "interpret/values.h"
#include "text/unicode.h"

#include <algorithm>

namespace vanthu::interpret {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && std::string_view(" ,").find(text.front()) != std::string_view::npos) text.remove_prefix(1);
    while (!text.empty() && std::string_view(" ,").find(text.back()) != std::string_view::npos) text.remove_suffix(1);
    return text;
}

class CitationScanner {
  public:
    CitationScanner(std::string_view text, const forms::ReadWords& words)
        : text_(text), spelled_(text::spell_out(text)), words_(words), scanner_(spelled_) {}

    std::vector<model::Citation> citations() {
        while (!scanner_.done()) {
            const std::size_t start = scanner_.at();
            if (at_word_start(start) && cite()) {
                list_.back().raw = trimmed(source(start, scanner_.at()));
                continue;
            }
            scanner_.go(start);
            scanner_.skip();
        }
        return std::move(list_);
    }

  private:
    std::string_view source(std::size_t from, std::size_t to) const {
        return text_.substr(spelled_.places[from], spelled_.places[to] - spelled_.places[from]);
    }
    std::string_view source(std::size_t from) const { return source(from, spelled_.key.size()); }
    bool at_word_start(std::size_t at) const {
        return at == 0 ||
               !(is_digit(spelled_.key[at - 1]) || (spelled_.key[at - 1] >= 'a' && spelled_.key[at - 1] <= 'z'));
    }
    bool says(std::string_view list) { return scanner_.words(words_.spelled(list)); }

    /// The type in the words of the list, whose case is right; empty: none stands here.
    std::string type_here() {
        const auto& spelled = words_.spelled("document-type");
        std::size_t best = spelled.size();
        for (std::size_t i = 0; i < spelled.size(); ++i)
            if (spelled_.has(spelled[i], scanner_.at()) &&
                (best == spelled.size() || spelled[i].size() > spelled[best].size()))
                best = i;
        if (best == spelled.size()) return "";
        scanner_.go(scanner_.at() + spelled[best].size());
        return words_.list("document-type")[best];
    }

    bool is_law(const std::string& type) const {
        const auto& laws = words_.list("document-type-of-law");
        return std::find(laws.begin(), laws.end(), type) != laws.end();
    }

    bool cite() {
        const std::size_t start = scanner_.at();
        model::Citation citation;
        citation.type = type_here();
        scanner_.space();
        const bool named = is_law(citation.type) && opens_capital(source(start)) && name(citation);
        const bool numbered = number(citation);
        if (!named && !numbered) return false;
        if (citation.type.empty()) citation.type = type_before(start);
        date(citation);
        issuer(citation);
        end_ = scanner_.at();
        list_.push_back(std::move(citation));
        return true;
    }

    /// "… số 12/QĐ-UBND và số 13/QĐ-UBND": what has no type of its own has that of the one before it.
    std::string type_before(std::size_t start) const {
        if (list_.empty()) return "";
        const std::string_view between = std::string_view(spelled_.key).substr(end_, start - end_);
        const auto& joints = words_.spelled("word-and");
        const std::string_view joint = trimmed(between);
        const bool joined =
            joint.empty() || joint == ";" || std::find(joints.begin(), joints.end(), joint) != joints.end();
        return joined ? list_.back().type : "";
    }

    /// "134/NQ-CP", "05/2011/TTLT-BNV", "70-KL/TW"; behind "số" or, where the type was said, alone.
    bool number(model::Citation& citation) {
        const std::size_t start = scanner_.at();
        const bool called = says("citation-number");
        scanner_.sign(":");
        scanner_.space();
        const std::size_t begin = scanner_.at();
        const auto digits = scanner_.number();
        if ((called || !citation.type.empty()) && digits) {
            drafter_letter();
            const std::size_t separator = scanner_.at();
            if (scanner_.sign("/-") && symbol()) {
                citation.number = source(begin, separator);
                citation.symbol = without_spaces(source(separator + 1, scanner_.at()));
                return true;
            }
        }
        scanner_.go(start);
        return false;
    }

    static std::string without_spaces(std::string_view text) {
        std::string result(text);
        std::erase(result, ' ');
        return result;
    }

    /// "12a/QĐ-UBND".
    void drafter_letter() {
        const std::size_t at = scanner_.at();
        if (at + 1 < spelled_.key.size() && spelled_.key[at] >= 'a' && spelled_.key[at] <= 'z' &&
            spelled_.key[at + 1] == '/')
            scanner_.go(at + 1);
    }

    /// Groups of letters and digits, each with a capital, or a year.
    bool symbol() {
        bool letters = false;
        for (bool more = true; more;) {
            const std::size_t begin = scanner_.at();
            scanner_.space();
            const std::size_t group = scanner_.at();
            if (!symbol_group(letters, group > begin)) {
                scanner_.go(begin);
                return letters && scanner_.at() > 0 && back_before_sign();
            }
            const std::size_t end = scanner_.at();
            more = scanner_.sign("-/");
            if (!more) scanner_.go(end);
        }
        return letters;
    }

    bool back_before_sign() {
        scanner_.go(scanner_.at() - 1);
        return true;
    }

    bool symbol_group(bool& letters, bool behind_space) {
        const std::size_t begin = scanner_.at();
        if (scanner_.done() || spelled_.key[begin] == ' ') return false;
        if (const auto year = scanner_.number()) {
            const bool fits = !behind_space && year->digits == 4 && !letters;
            return fits && !scanner_.done() && spelled_.key[scanner_.at()] == '/';
        }
        if (!opens_capital(source(begin))) return false;
        do scanner_.skip();
        while (scanner_.sign("&"));
        const std::string_view group = source(begin, scanner_.at());
        if (behind_space && (!text::is_upper(group) || group.size() < 2)) return false;
        letters = true;
        return true;
    }

    void date(model::Citation& citation) {
        const std::size_t start = scanner_.at();
        scanner_.sign(",");
        scanner_.space();
        const DateWords names{words_.spelled("citation-day"), words_.spelled("citation-month"),
                              words_.spelled("citation-year")};
        const auto scanned = scan_date(scanner_, names);
        if (scanned) citation.date = scanned->date();
        if (!citation.date) scanner_.go(start);
    }

    void issuer(model::Citation& citation) {
        const std::size_t start = scanner_.at();
        scanner_.sign(",");
        scanner_.space();
        if (says("citation-issuer") && scanner_.space() && opens_capital(source(scanner_.at()))) {
            const std::size_t begin = scanner_.at();
            while (!scanner_.done() && !ends_issuer(begin)) scanner_.skip();
            citation.issuer = trimmed(source(begin, scanner_.at()));
        }
        if (citation.issuer.empty()) scanner_.go(start);
    }

    bool has_any(std::string_view list, std::size_t at) const {
        const auto& entries = words_.spelled(list);
        return std::any_of(entries.begin(), entries.end(), [&](const auto& entry) { return spelled_.has(entry, at); });
    }

    bool inside_joined_name(std::size_t begin, std::size_t at) const {
        for (const std::string& name : words_.spelled("organisation-joined"))
            for (std::size_t found = spelled_.find(name, begin); found < at; found = spelled_.find(name, found + 1))
                if (found + name.size() > at) return true;
        return false;
    }

    /// In a heading of capitals a capital says nothing.
    bool is_shouted(std::size_t begin, std::size_t at) const {
        const std::string_view rest = source(at);
        const std::string_view word = rest.substr(0, rest.find_first_of(" ,;.\n"));
        return word.size() > 2 && text::is_upper(word) && text::is_upper(source(begin, at));
    }

    bool ends_issuer(std::size_t begin) const {
        const std::size_t at = scanner_.at();
        const char c = spelled_.key[at];
        if (c == ',') return !inside_joined_name(begin, at);
        if (std::string_view(";.:()/\"").find(c) != std::string_view::npos || source(at).starts_with('\n')) return true;
        if (!at_word_start(at) || (opens_capital(source(at)) && !is_shouted(begin, at))) return false;
        if (has_any("word-and", at)) return !inside_joined_name(begin, at) && !goes_on_behind_and(at);
        return has_any("citation-issuer-end", at);
    }

    /// "và Bộ trưởng …" names another issuer; "và Kế hoạch số …", "và các …" do not.
    bool goes_on_behind_and(std::size_t at) const {
        Scanner ahead(spelled_, at);
        ahead.skip();
        ahead.space();
        if (ahead.done() || !opens_capital(source(ahead.at()))) return false;
        for (const std::string& type : words_.spelled("document-type"))
            if (spelled_.has(type, ahead.at())) {
                Scanner behind(spelled_, ahead.at() + type.size());
                behind.space();
                if (behind.words(words_.spelled("citation-number")) || behind.number()) return false;
            }
        return true;
    }

    /// The name of a law up to its date, its number, its year, or where another clause begins.
    bool name(model::Citation& citation) {
        const std::size_t begin = scanner_.at();
        if (!opens_capital(source(begin)) && !has_any("citation-amending", begin)) return false;
        std::size_t comma = std::string::npos;
        while (!scanner_.done() && !ends_name(begin)) {
            if (spelled_.key[scanner_.at()] == ',' && comma == std::string::npos) comma = scanner_.at();
            scanner_.skip();
        }
        if (comma != std::string::npos && !is_dated() && word_count(begin, comma) > 1) scanner_.go(comma);
        citation.name = trimmed(source(begin, scanner_.at()));
        skip_year();
        return !citation.name.empty();
    }

    std::size_t word_count(std::size_t begin, std::size_t end) const {
        return 1 + static_cast<std::size_t>(std::count(spelled_.key.begin() + static_cast<std::ptrdiff_t>(begin),
                                                       spelled_.key.begin() + static_cast<std::ptrdiff_t>(end), ' '));
    }

    /// Whether a number, a day or a year stands here, as words that only count with their figure.
    bool is_dated() const {
        return has_figure("citation-day") || has_figure("citation-year") || has_figure("citation-number");
    }
    bool has_figure(std::string_view list) const {
        Scanner ahead(spelled_, scanner_.at());
        return ahead.words(words_.spelled(list)) && ahead.space() && ahead.number();
    }

    bool ends_name(std::size_t begin) const {
        const std::size_t at = scanner_.at();
        if (std::string_view(";.:()/\"").find(spelled_.key[at]) != std::string_view::npos || is_digit(spelled_.key[at]))
            return true;
        if (source(at).starts_with('\n')) return true;
        if (!at_word_start(at)) return false;
        if (is_dated()) return true;
        const bool amending = has_any("citation-amending", begin);
        if (at > begin && !amending && opens_capital(source(at)) && has_any("document-type-of-law", at)) return true;
        return !amending && !opens_capital(source(at)) && has_any("citation-name-end", at);
    }

    /// "Luật Hợp tác xã năm 2012": the year is no date.
    void skip_year() {
        const std::size_t start = scanner_.at();
        scanner_.space();
        if (!says("citation-year") || !scanner_.space() || !scanner_.number()) scanner_.go(start);
    }

    std::string_view text_;
    text::Spelled spelled_;
    const forms::ReadWords& words_;
    Scanner scanner_;
    std::vector<model::Citation> list_;
    std::size_t end_ = 0; ///< of the citation before
};

} // namespace

std::vector<model::Citation> find_citations(std::string_view text, const forms::ReadWords& words) {
    return CitationScanner(text, words).citations();
}

} // namespace vanthu::interpret
