// What must not stand in any text: letters that only look right, marks of secrecy, cited dates that do not exist, wrong
// capitals in citations (annex I, I.I.4 and III.2; annex II, V).
#include "check/dates.h"
#include "check/findings.h"
#include "check/text_walk.h"
#include "text/unicode.h"

namespace vanthu::check {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

void check_letters(const Context& context, const std::string& text, const JsonPath& path) {
    for (const forms::CheckWords::Letter& letter : context.words.foreign_letters)
        if (text.find(letter.wrong) != std::string::npos)
            context.warn("foreign-letter", "R-FONT-04", path, {{"found", letter.wrong}, {"expected", letter.right}});
}

/// A text that is a mark of secrecy and nothing else, or has one of two words in it.
void check_secrecy(const Context& context, const std::string& text, const JsonPath& path) {
    for (const std::string& mark : context.words.secrecy) {
        const std::size_t at = text.find(mark);
        if (at == std::string::npos) continue;
        const bool alone = text.size() <= mark.size() + 2;
        if (alone || mark.find(' ') != std::string::npos)
            return context.warn("secret-mark", "R-MARK-01", path, {{"found", mark}});
    }
}

void check_dates(const Context& context, const std::string& text, const JsonPath& path) {
    for (const CitedDate& cited : cited_dates(text, context.words))
        if (!cited.date) context.warn("cited-date-invalid", "R-BASIS-02", path, {{"cited", std::string(cited.text)}});
}

/// A document that is cited by number cannot be younger than the one that cites it.
void check_citations(const Context& context, const std::string& text, const JsonPath& path) {
    if (!context.document.date) return;
    const std::vector<CitedNumber> numbers = cited_numbers(text, context.words);
    if (numbers.empty()) return;
    for (const CitedDate& cited : cited_dates(text, context.words))
        for (const CitedNumber& number : numbers) {
            const std::size_t behind = number.begin + number.text.size();
            const bool belongs = cited.begin >= behind && cited.begin - behind <= context.words.day.size() + 3;
            if (belongs && cited.date && is_later(*cited.date, *context.document.date))
                context.warn("cited-date-later", "R-BASIS-02", path,
                             {{"cited", std::string(cited.text)}, {"date", short_date(*context.document.date)}});
        }
}

/// Whether a sentence begins at `at`: there any word has a capital.
bool begins_sentence(const std::string& text, std::size_t at) {
    while (at > 0 && (text[at - 1] == ' ' || text[at - 1] == '"' || text[at - 1] == '(')) --at;
    return at == 0 || std::string_view(".?!:").find(text[at - 1]) != std::string_view::npos;
}

/// `wrong` before a number or a single letter, inside a sentence.
void check_case(const Context& context, const std::string& text, const std::string& wrong, const std::string& right,
                bool letters, const JsonPath& path) {
    for (std::size_t at = text.find(wrong + " "); at != std::string::npos; at = text.find(wrong + " ", at + 1)) {
        const std::size_t next = at + wrong.size() + 1;
        const bool number = next < text.size() && is_digit(text[next]);
        const bool letter =
            letters && next + 1 < text.size() && text[next] >= 'a' && text[next] <= 'y' && text[next + 1] == ' ';
        const bool own_word = at == 0 || text[at - 1] == ' ' || text[at - 1] == '(';
        if ((number || letter) && own_word && !begins_sentence(text, at))
            return context.warn("citation-case", "R-CAP-18", path, {{"found", wrong}, {"expected", right}});
    }
}

std::string capitalised(const std::string& word) {
    std::size_t first = 1;
    while (first < word.size() && (static_cast<unsigned char>(word[first]) & 0xC0) == 0x80) ++first;
    return text::to_upper(word.substr(0, first)) + word.substr(first);
}

/// How the parts of a document are wrongly cited; made once, used for every text.
struct WrongCases {
    explicit WrongCases(const forms::CheckWords& words)
        : article(text::to_lower(words.article)), clause(capitalised(words.clause)), point(capitalised(words.point)) {}

    std::string article, clause, point;
};

} // namespace

void check_texts(const Context& context) {
    const forms::CheckWords& words = context.words;
    const WrongCases wrong(words);
    const auto check = [&](const std::string& text, const JsonPath& path) {
        check_letters(context, text, path);
        check_secrecy(context, text, path);
        check_dates(context, text, path);
        check_case(context, text, wrong.article, words.article, false, path);
        check_case(context, text, wrong.clause, words.clause, true, path);
        check_case(context, text, wrong.point, words.point, true, path);
    };
    walk_other_texts(context.document, check);
    walk_body_texts(context.document, check);
    walk_body_texts(context.document,
                    [&](const std::string& text, const JsonPath& path) { check_citations(context, text, path); });
}

} // namespace vanthu::check
