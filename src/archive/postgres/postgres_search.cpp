#include "archive/postgres/postgres_search.h"

#include "archive/postgres/conditions.h"
#include "archive/postgres/document_rows.h"
#include "archive/word_finder.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <unordered_set>

namespace vanthu::archive {
namespace {

constexpr std::size_t most_ranked = 500;  ///< documents of which ts_rank is asked, in each class
constexpr std::size_t most_compared = 60; ///< documents whose texts are compared with what was typed
constexpr std::size_t few = 20;           ///< so few hits: the last word may be only begun
constexpr std::size_t most_numbered = 50;
constexpr double class_of_words = 1000, class_of_numbers = 1e6;

constexpr const char* both_tables = " FROM vanthu.documents d JOIN vanthu.texts t ON t.document = d.row";

struct Candidate {
    std::int64_t row = 0;
    double score = 0;
};

/// What a class of hits has besides the words.
struct HitClass {
    bool exact = false, phrase = false, head = false;
};

struct Found {
    Record record;
    std::string text;
};

class PostgresSearch {
  public:
    PostgresSearch(pqxx::work& transaction, const Query& query)
        : transaction_(transaction), query_(query), typed_(parse_query(query.words)) {
        for (const SearchTerm& term : typed_.terms) {
            has_phrase_ = has_phrase_ || term.quoted;
            side_by_side_.insert(side_by_side_.end(), term.folded.begin(), term.folded.end());
        }
        has_phrase_ = !has_phrase_ && typed_.terms.size() > 1;
    }

    Hits run() {
        Hits hits;
        hits.total = count(false);
        open_ = typed_.open && hits.total < few;
        if (open_) hits.total = count(true);
        rank(hits.total);
        sort();
        compare_accents();
        hits.total += add_numbered();
        sort();
        const WordFinder finder(typed_, open_);
        const std::vector<Candidate> shown = page();
        const auto found = texts_of(shown);
        for (const Candidate& one : shown)
            if (const auto at = found.find(one.row); at != found.end())
                hits.hits.push_back(hit(at->second, one, finder));
        return hits;
    }

  private:
    Question words(const HitClass& wanted) const {
        Question question;
        question.require_words(typed_, open_, wanted.head ? "ABC" : "");
        if (wanted.exact) question.require_exact(typed_);
        if (wanted.phrase) question.require_phrase(side_by_side_, open_);
        question.require_filter(query_.filter);
        return question;
    }

    std::string tables(bool phrase) const {
        const bool has_text = phrase || std::any_of(typed_.terms.begin(), typed_.terms.end(),
                                                    [](const SearchTerm& one) { return one.folded.size() > 1; });
        return has_text ? both_tables : " FROM vanthu.documents d";
    }

    std::size_t count(bool open) {
        if (typed_.terms.empty()) return 0;
        open_ = open;
        return words({}).ask(transaction_, "count(*)" + tables(false), "").front()[0].as<std::size_t>();
    }

    /// Ranks by classes, the best class first, until enough are ranked.
    void rank(std::size_t total) {
        if (total == 0) return;
        const bool many = total > most_ranked;
        const auto classify = [&](HitClass wanted, double score) {
            if (many && ranked_.size() < most_ranked)
                add({wanted.exact, wanted.phrase, true}, score + class_of_words / 4);
            if (ranked_.size() < most_ranked) add(wanted, score);
        };
        const bool accented = typed_.accented;
        if (accented && has_phrase_) classify({true, true}, 3 * class_of_words);
        if (accented) classify({true, false}, 2 * class_of_words);
        if (has_phrase_) classify({false, true}, class_of_words);
        classify({}, 0);
    }

    void add(const HitClass& wanted, double score) {
        Question question = words(wanted);
        const std::string rank = fmt::format("d.row, ts_rank('{{0.1, 0.2, 0.5, 1}}', d.words, {}::tsquery, 1)",
                                             question.bind(lexemes_of(typed_, open_)));
        const std::string last = fmt::format(" ORDER BY d.row DESC LIMIT {}", most_ranked);
        for (const pqxx::row& row : question.ask(transaction_, rank + tables(wanted.phrase), last)) {
            const auto number = row[0].as<std::int64_t>();
            if (ranked_.size() < most_ranked && seen_.insert(number).second)
                ranked_.push_back({number, score + row[1].as<double>()});
        }
    }

    void sort() {
        std::stable_sort(ranked_.begin(), ranked_.end(), [](const Candidate& a, const Candidate& b) {
            return a.score != b.score ? a.score > b.score : a.row > b.row;
        });
    }

    /// The index knows that a document has a syllable as typed, the text whether it stands where the words do.
    void compare_accents() {
        if (!typed_.accented) return;
        const WordFinder finder(typed_, open_);
        const std::vector<Candidate> first(
            ranked_.begin(), ranked_.begin() + static_cast<std::ptrdiff_t>(std::min(most_compared, ranked_.size())));
        const auto found = texts_of(first);
        for (Candidate& one : ranked_) {
            const auto at = found.find(one.row);
            if (at == found.end()) continue;
            const Record& record = at->second.record;
            const std::size_t exact = finder.exact_terms(record.subject + '\n' + record.issuer + '\n' + record.signer +
                                                         '\n' + at->second.text);
            if (exact == typed_.terms.size()) one.score += 4 * class_of_words;
        }
    }

    std::map<std::int64_t, Found> texts_of(const std::vector<Candidate>& candidates) {
        std::map<std::int64_t, Found> found;
        std::string rows;
        for (const Candidate& one : candidates) fmt::format_to(std::back_inserter(rows), ",{}", one.row);
        if (rows.empty()) return found;
        Question question;
        question.require(fmt::format("d.row IN ({})", rows.substr(1)));
        const auto columns = fmt::format("{}, t.text, d.row{}", record_columns_of_d, both_tables);
        for (const pqxx::row& row : question.ask(transaction_, columns, ""))
            found[row[count_of_record_columns + 1].as<std::int64_t>()] = {
                record_of(row), row[count_of_record_columns].as<std::string>()};
        return found;
    }

    /// Documents that have the number, else those whose number begins so; whether the words have found each.
    std::vector<pqxx::row> numbered(const std::string& number) {
        for (const bool begins : {false, true}) {
            Question question;
            question.require("d.number_key LIKE " + question.bind(begins ? anywhere(number).substr(1) : number));
            question.require_filter(query_.filter);
            const pqxx::result found =
                question.ask(transaction_, "d.row, d.date FROM vanthu.documents d",
                             fmt::format(" ORDER BY d.number_key, d.date DESC, d.id LIMIT {}", most_numbered));
            if (!found.empty()) return {found.begin(), found.end()};
        }
        return {};
    }

    bool passes(std::int64_t row) {
        Question question = words({});
        question.require(fmt::format("d.row = {}", row));
        return !question.ask(transaction_, "1" + tables(false), "").empty();
    }

    /// Documents that have a number of the query, before all others. Returns how many of them the words had not found.
    std::size_t add_numbered() {
        std::size_t added = 0;
        double place = 0;
        for (const std::string& number : typed_.numbers)
            for (const pqxx::row& one : numbered(number)) {
                const auto row = one[0].as<std::int64_t>();
                const bool same_day = !typed_.date.empty() && one[1].as<std::string>() == typed_.date;
                const double score = class_of_numbers * (same_day ? 2 : 1) - place++;
                const auto found = std::find_if(ranked_.begin(), ranked_.end(),
                                                [row](const Candidate& have) { return have.row == row; });
                if (found != ranked_.end()) {
                    found->score = std::max(found->score, score);
                    continue;
                }
                if (!passes(row)) ++added;
                seen_.insert(row);
                ranked_.push_back({row, score});
            }
        return added;
    }

    std::vector<Candidate> page() {
        const std::size_t begin = std::min(query_.offset, ranked_.size());
        const std::size_t end = begin + std::min(query_.limit, ranked_.size() - begin);
        std::vector<Candidate> result(ranked_.begin() + static_cast<std::ptrdiff_t>(begin),
                                      ranked_.begin() + static_cast<std::ptrdiff_t>(end));
        if (typed_.terms.empty() || result.size() == query_.limit || ranked_.size() < most_ranked) return result;
        std::string seen;
        for (const Candidate& one : ranked_) fmt::format_to(std::back_inserter(seen), ",{}", one.row);
        Question question = words({});
        question.require(fmt::format("d.row NOT IN ({})", seen.substr(1)));
        const std::string last =
            fmt::format(" ORDER BY d.row DESC LIMIT {} OFFSET {}", query_.limit - result.size(), query_.offset - begin);
        for (const pqxx::row& row : question.ask(transaction_, "d.row" + tables(false), last))
            result.push_back({row[0].as<std::int64_t>(), 0});
        return result;
    }

    static Hit hit(const Found& found, const Candidate& candidate, const WordFinder& finder) {
        const bool in_subject = finder.find(found.text).empty() && !finder.find(found.record.subject).empty();
        return {found.record, finder.snippet(in_subject ? found.record.subject : found.text), candidate.score};
    }

    pqxx::work& transaction_;
    const Query& query_;
    SearchQuery typed_;
    std::vector<std::string> side_by_side_;
    bool has_phrase_ = false; ///< several words that were typed without quotation marks
    bool open_ = false;
    std::vector<Candidate> ranked_;
    std::unordered_set<std::int64_t> seen_;
};

} // namespace

std::vector<Record> list_in_postgres(pqxx::work& transaction, const Filter& filter, std::size_t limit,
                                     std::size_t offset) {
    Question question;
    question.require_filter(filter);
    std::vector<Record> records;
    for (const pqxx::row& row :
         question.ask(transaction, fmt::format("{} FROM vanthu.documents d", record_columns_of_d),
                      fmt::format(" ORDER BY d.date DESC, d.id LIMIT {} OFFSET {}",
                                  std::min<std::size_t>(limit, INT64_MAX), offset)))
        records.push_back(record_of(row));
    return records;
}

Hits find_in_postgres(pqxx::work& transaction, const Query& query) {
    if (query.words.find_first_not_of(" \t\r\n") != std::string::npos) return PostgresSearch(transaction, query).run();
    Question question;
    question.require_filter(query.filter);
    Hits hits;
    hits.total = question.ask(transaction, "count(*) FROM vanthu.documents d", "").front()[0].as<std::size_t>();
    for (Record& record : list_in_postgres(transaction, query.filter, query.limit, query.offset)) {
        std::string snippet = record.subject;
        hits.hits.push_back({std::move(record), std::move(snippet), 0});
    }
    return hits;
}

} // namespace vanthu::archive
