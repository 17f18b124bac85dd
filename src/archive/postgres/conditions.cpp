#include "archive/postgres/conditions.h"

#include "archive/due.h"
#include "archive/exact_words.h"
#include "archive/index_writer.h"

#include <fmt/format.h>

namespace vanthu::archive {
namespace {

std::string joined_by(const char* sign, const std::vector<std::string>& parts) {
    return fmt::format("{}", fmt::join(parts, sign));
}

constexpr const char* never = "false";

} // namespace

std::string anywhere(std::string_view part) {
    std::string result = "%";
    for (const char c : part) {
        if (c == '%' || c == '_' || c == '\\') result += '\\';
        result += c;
    }
    return result + '%';
}

std::string lexemes_of(const SearchQuery& typed, bool open, const char* weights) {
    std::vector<std::string> lexemes;
    for (std::size_t i = 0; i < typed.terms.size(); ++i) {
        const auto& words = typed.terms[i].folded;
        for (std::size_t k = 0; k < words.size(); ++k) {
            const bool goes_on = open && i + 1 == typed.terms.size() && k + 1 == words.size();
            const std::string sign = goes_on ? std::string("*") + weights : weights;
            lexemes.push_back(fmt::format("'{}'{}{}", words[k], sign.empty() ? "" : ":", sign));
        }
    }
    return joined_by(" & ", lexemes);
}

std::string Question::bind(std::string value) {
    values_.push_back(storable(std::move(value)));
    return fmt::format("${}", values_.size());
}

void Question::require(std::string condition) { conditions_.push_back(std::move(condition)); }

std::string Question::where() const {
    return conditions_.empty() ? std::string() : " WHERE " + joined_by(" AND ", conditions_);
}

pqxx::result Question::ask(pqxx::work& transaction, const std::string& columns_and_tables,
                           const std::string& rest) const {
    return transaction.exec_params("SELECT " + columns_and_tables + where() + rest,
                                   pqxx::prepare::make_dynamic_params(values_));
}

void Question::require_lexemes(const std::string& tsquery) {
    require(fmt::format("d.words @@ {}::tsquery", bind(tsquery)));
}

void Question::require_name(const std::string& column, const std::string& name) {
    if (name.empty()) return;
    const std::string words = padded_words(name);
    // Nothing but signs: nobody's name.
    require(words == "  " ? never : fmt::format("{} LIKE {}", column, bind(anywhere(words))));
}

void Question::require_filter(const Filter& filter) {
    for (const auto& [given, facet] :
         {std::pair(filter.type, type_facet(filter.type)), std::pair(filter.year, year_facet(filter.year))}) {
        if (given.empty()) continue;
        if (facet.empty()) return require(never);
        require_lexemes(fmt::format("'{}'", facet));
    }
    require_name("d.issuer_key", filter.issuer);
    require_name("d.signer_key", filter.signer);
    if (filter.agency.empty() && filter.due_from.empty() && filter.due_to.empty()) return;
    Question tasks;
    tasks.values_ = std::move(values_);
    tasks.require("t.document = d.row");
    tasks.require_name("(t.lead_key || t.partners_key)", filter.agency);
    tasks.require_due(filter.due_from, filter.due_to);
    values_ = std::move(tasks.values_);
    require("EXISTS (SELECT 1 FROM vanthu.tasks t" + tasks.where() + ")");
}

void Question::require_due(const std::string& from, const std::string& to) {
    if (from.empty() && to.empty()) return;
    const std::string first = first_day(from), last = last_day(to);
    const std::string begin = bind(first), end = bind(last);
    require(fmt::format("t.due_last >= {} AND t.due_first <= {} AND t.due_last <> ''", begin, end));
    // A yearly day falls into the range where it does in its first or last year, or where years lie between.
    if (std::stoi(last.substr(0, 4)) - std::stoi(first.substr(0, 4)) > 1) return;
    require(fmt::format("(t.due_day = '' OR substr({0}, 1, 5) || t.due_day BETWEEN {0} AND {1}"
                        " OR substr({1}, 1, 5) || t.due_day BETWEEN {0} AND {1})",
                        begin, end));
}

void Question::require_words(const SearchQuery& typed, bool open, const char* weights) {
    require_lexemes(lexemes_of(typed, open, weights));
    for (std::size_t i = 0; i < typed.terms.size(); ++i)
        if (typed.terms[i].folded.size() > 1)
            require_phrase(typed.terms[i].folded, open && i + 1 == typed.terms.size());
}

void Question::require_exact(const SearchQuery& typed) {
    std::vector<std::string> lexemes;
    for (const SearchTerm& term : typed.terms)
        for (std::size_t i = 0; i < term.exact.size(); ++i)
            if (term.exact[i] != term.folded[i]) lexemes.push_back(fmt::format("'{}'", exact_word(term.exact[i])));
    if (!lexemes.empty()) require_lexemes(joined_by(" & ", lexemes));
}

void Question::require_phrase(const std::vector<std::string>& words, bool open) {
    require(fmt::format("t.folded LIKE {}", bind(anywhere(' ' + joined_by(" ", words) + (open ? "" : " ")))));
}

} // namespace vanthu::archive
