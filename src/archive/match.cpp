#include "archive/match.h"

#include "archive/due.h"
#include "archive/exact_words.h"
#include "archive/index_reader.h"
#include "archive/index_writer.h"
#include "text/search_words.h"

#include <fmt/format.h>

namespace vanthu::archive {
namespace {

/// No word of ours is so: facets and exact spellings are longer.
constexpr std::string_view nothing = "\"1\" \"0none0\"";

std::string phrase(std::string_view words) { return fmt::format("\"{}\"", words); }

std::string named(std::string_view column, const std::string& value) {
    const std::string words = text::folded_words(value);
    return fmt::format("{} : {}", column, words.empty() ? std::string(nothing) : phrase(words));
}

std::string facet_or_nothing(const std::string& facet) {
    return fmt::format("extra : {}", facet.empty() ? std::string(nothing) : phrase(facet));
}

std::string spaced(const std::vector<std::string>& words) { return fmt::format("{}", fmt::join(words, " ")); }

} // namespace

std::string both(const std::string& one, const std::string& other) {
    if (one.empty() || other.empty()) return one + other;
    return fmt::format("{} AND {}", one, other);
}

std::string words_expression(const SearchQuery& query, bool open) {
    std::string result;
    for (std::size_t i = 0; i < query.terms.size(); ++i) {
        const bool goes_on = open && i + 1 == query.terms.size();
        result = both(result, phrase(spaced(query.terms[i].folded)) + (goes_on ? " *" : ""));
    }
    return result;
}

std::string exact_expression(const SearchQuery& query) {
    if (!query.accented) return {};
    std::string result;
    for (const SearchTerm& term : query.terms)
        for (std::size_t i = 0; i < term.exact.size(); ++i)
            if (term.exact[i] != term.folded[i]) result = both(result, "extra : " + phrase(exact_word(term.exact[i])));
    return result;
}

std::string phrase_expression(const SearchQuery& query) {
    std::vector<std::string> words;
    for (const SearchTerm& term : query.terms) {
        if (term.quoted) return {};
        words.insert(words.end(), term.folded.begin(), term.folded.end());
    }
    return query.terms.size() < 2 ? std::string() : phrase(spaced(words));
}

std::string filter_expression(const Filter& filter) {
    std::string result;
    if (!filter.type.empty()) result = both(result, facet_or_nothing(type_facet(filter.type)));
    if (!filter.year.empty()) result = both(result, facet_or_nothing(year_facet(filter.year)));
    if (!filter.issuer.empty()) result = both(result, named("issuer", filter.issuer));
    if (!filter.signer.empty()) result = both(result, named("signer", filter.signer));
    return result;
}

TaskCondition::TaskCondition(const Filter& filter) {
    if (!filter.agency.empty()) agency = padded_words(filter.agency);
    if (agency == "  ") agency = "?";
    if (filter.due_from.empty() && filter.due_to.empty()) return;
    from = first_day(filter.due_from);
    to = last_day(filter.due_to);
}

std::string task_condition(const std::string& row) {
    return fmt::format("{} IN (SELECT t.document FROM tasks t WHERE (?2 = '' OR t.row IN (SELECT a.task FROM"
                       " task_agencies a WHERE a.agency IN (SELECT row FROM agencies WHERE instr(folded, ?2) > 0)))"
                       " AND {})",
                       row, due_condition("t.", 3, 4));
}

} // namespace vanthu::archive
