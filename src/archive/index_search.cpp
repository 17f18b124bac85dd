#include "archive/index_search.h"

#include "archive/index_reader.h"
#include "archive/match.h"
#include "archive/word_finder.h"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_set>

namespace vanthu::archive {
namespace {

constexpr std::size_t most_ranked = 1500; ///< documents of which bm25 is asked
constexpr std::size_t most_compared = 60; ///< documents whose texts are compared with what was typed
constexpr std::size_t few = 20;           ///< so few hits: the last word may be only begun
constexpr std::size_t most_numbered = 50;
constexpr double class_of_words = 1000, class_of_numbers = 1e6;

struct Candidate {
    std::int64_t row = 0;
    double score = 0;
};

class Search {
  public:
    Search(Database& database, const Query& query)
        : database_(database), query_(query), typed_(parse_query(query.words)),
          filter_(filter_expression(query.filter)), tasks_(query.filter) {}

    Hits run() {
        Hits hits;
        allow_by_tasks();
        hits.total = rank(false);
        if (typed_.open && hits.total < few) {
            open_ = true;
            hits.total = rank(true);
        }
        compare_accents();
        hits.total += add_numbered();
        std::stable_sort(ranked_.begin(), ranked_.end(), [](const Candidate& a, const Candidate& b) {
            return a.score != b.score ? a.score > b.score : a.row > b.row;
        });
        const WordFinder finder(typed_, open_);
        for (const Candidate& one : page()) hits.hits.push_back(hit(one, finder));
        return hits;
    }

  private:
    /// A question to the full text: its columns and what follows the conditions.
    Statement ask(const std::string& columns, const std::string& rest) {
        std::string sql = fmt::format("SELECT {} FROM words WHERE words MATCH ?1", columns);
        if (tasks_.is_set()) sql += " AND +rowid IN temp.allowed";
        return database_.statement(sql + rest);
    }

    void set(Statement& asked, const std::string& words) { asked.with(both(words, filter_)); }

    /// Asked for once: several questions follow.
    void allow_by_tasks() {
        if (!tasks_.is_set()) return;
        database_.run("CREATE TABLE IF NOT EXISTS temp.allowed(row INTEGER PRIMARY KEY); DELETE FROM temp.allowed");
        database_
            .statement("INSERT INTO temp.allowed SELECT row FROM documents WHERE ?1 = 0 AND " + task_condition("row"))
            .with(0, tasks_.agency, tasks_.from, tasks_.to)
            .run();
    }

    std::size_t count(const std::string& words) {
        if (words.empty()) return 0;
        Statement asked = ask("count(*)", "");
        set(asked, words);
        return asked.step() ? static_cast<std::size_t>(asked.integer(0)) : 0;
    }

    /// Ranks what has the words and returns how many documents have them.
    std::size_t rank(bool open) {
        words_ = words_expression(typed_, open);
        ranked_.clear();
        seen_.clear();
        if (words_.empty()) return 0;
        add(words_, 0);
        const bool many = ranked_.size() >= most_ranked;
        // Words only begun are dear to ask for: no bm25 for them, and nothing twice.
        if (!ranked_.empty() && !(many && open)) classify(many);
        return many ? count(words_) : ranked_.size();
    }

    /// Lifts the better classes; of many documents it ranks those of the best classes instead.
    void classify(bool many) {
        const std::string exact = exact_expression(typed_), phrase = phrase_expression(typed_);
        std::vector<std::pair<std::string, double>> classes;
        if (!exact.empty() && !phrase.empty()) classes.emplace_back(both(phrase, exact), 3 * class_of_words);
        if (!exact.empty()) classes.emplace_back(exact, 2 * class_of_words);
        if (!phrase.empty()) classes.emplace_back(phrase, class_of_words);
        if (open_) classes.emplace_back(head(words_), class_of_words / 4);
        if (many) {
            ranked_.clear();
            seen_.clear();
            classes.emplace_back("", 0);
        }
        for (const auto& [condition, score] : classes) {
            const std::string words = both(words_, condition);
            if (many) add(both(words, head(words_)), score + class_of_words / 4);
            if (many)
                add(words, score);
            else
                lift(words, score);
        }
    }

    void lift(const std::string& words, double score) {
        Statement asked = ask("rowid", " ORDER BY rowid");
        set(asked, words);
        std::unordered_set<std::int64_t> rows;
        while (asked.step()) rows.insert(asked.integer(0));
        for (Candidate& one : ranked_)
            if (one.score < class_of_words / 4 && rows.contains(one.row)) one.score += score;
    }

    /// Words outside the text: in number, subject, issuer or signer.
    static std::string head(const std::string& words) {
        return fmt::format("({{number subject issuer signer}} : ({}))", words);
    }

    void add(const std::string& words, double score) {
        if (ranked_.size() >= most_ranked) return;
        Statement asked = ask(open_ ? "rowid, 0.0" : "rowid, bm25(words, 10.0, 5.0, 2.0, 2.0, 1.0, 0.0)",
                              fmt::format(" ORDER BY rowid DESC LIMIT {}", most_ranked));
        set(asked, words);
        while (asked.step() && ranked_.size() < most_ranked)
            if (seen_.insert(asked.integer(0)).second) ranked_.push_back({asked.integer(0), score - asked.real(1)});
    }

    /// The index knows that a document has a syllable as typed, the text whether it stands where the words do.
    void compare_accents() {
        std::stable_sort(ranked_.begin(), ranked_.end(),
                         [](const Candidate& a, const Candidate& b) { return a.score > b.score; });
        if (!typed_.accented) return;
        const WordFinder finder(typed_, open_);
        for (std::size_t i = 0; i < std::min(most_compared, ranked_.size()); ++i) {
            const Record record = record_at(database_, ranked_[i].row);
            const std::size_t exact = finder.exact_terms(record.subject + '\n' + record.issuer + '\n' + record.signer +
                                                         '\n' + text_of(ranked_[i].row));
            if (exact == typed_.terms.size()) ranked_[i].score += 4 * class_of_words;
        }
    }

    std::string text_of(std::int64_t row) {
        Statement asked = database_.statement("SELECT text FROM texts WHERE document = ?1");
        return asked.with(row).step() ? std::string(asked.text(0)) : std::string();
    }

    bool passes(std::int64_t row, const std::string& words) {
        if (both(words, filter_).empty()) {
            if (!tasks_.is_set()) return true;
            return database_.statement("SELECT 1 FROM temp.allowed WHERE row = ?1").with(row).step();
        }
        Statement asked = ask("rowid", " AND rowid = ?2");
        set(asked, words);
        asked.bind(2, row);
        return asked.step();
    }

    std::vector<std::pair<std::int64_t, std::string>> numbered(const std::string& number) {
        // "~" stands behind all that numbers are made of, as far as ASCII goes.
        Statement asked = database_.statement("SELECT row, date FROM documents WHERE number_key <> '' AND"
                                              " number_key >= ?1 AND number_key <= ?2 ORDER BY number_key, date DESC,"
                                              " id LIMIT ?3");
        std::vector<std::pair<std::int64_t, std::string>> rows;
        for (const std::string& end : {number, number + '~'}) {
            asked.with(number, end, most_numbered);
            while (asked.step()) rows.emplace_back(asked.integer(0), asked.text(1));
            if (!rows.empty()) break;
        }
        return rows;
    }

    /// Documents that have a number of the query, before all others. Returns how many of them the words had not found.
    std::size_t add_numbered() {
        std::size_t added = 0;
        double place = 0;
        for (const std::string& number : typed_.numbers)
            for (const auto& [row, date] : numbered(number)) {
                if (!passes(row, {})) continue;
                const bool same_day = !typed_.date.empty() && date == typed_.date;
                const double score = class_of_numbers * (same_day ? 2 : 1) - place++;
                const auto found = std::find_if(ranked_.begin(), ranked_.end(),
                                                [row = row](const Candidate& one) { return one.row == row; });
                if (found != ranked_.end()) {
                    found->score = std::max(found->score, score);
                    continue;
                }
                if (!passes(row, words_)) ++added;
                seen_.insert(row);
                ranked_.push_back({row, score});
            }
        return added;
    }

    std::vector<Candidate> page() {
        std::vector<Candidate> result;
        const std::size_t begin = std::min(query_.offset, ranked_.size());
        const std::size_t end = begin + std::min(query_.limit, ranked_.size() - begin);
        result.assign(ranked_.begin() + static_cast<std::ptrdiff_t>(begin),
                      ranked_.begin() + static_cast<std::ptrdiff_t>(end));
        if (words_.empty() || result.size() == query_.limit || ranked_.size() < most_ranked) return result;
        std::size_t to_skip = query_.offset - begin;
        Statement asked = ask("rowid", " ORDER BY rowid DESC");
        set(asked, words_);
        while (result.size() < query_.limit && asked.step())
            if (!seen_.contains(asked.integer(0)) && to_skip-- == 0) {
                result.push_back({asked.integer(0), 0});
                to_skip = 0;
            }
        return result;
    }

    Hit hit(const Candidate& candidate, const WordFinder& finder) {
        Hit result{record_at(database_, candidate.row), {}, candidate.score};
        const std::string text = text_of(candidate.row);
        const bool in_subject = finder.find(text).empty() && !finder.find(result.record.subject).empty();
        result.snippet = finder.snippet(in_subject ? result.record.subject : text);
        return result;
    }

    Database& database_;
    const Query& query_;
    SearchQuery typed_;
    std::string filter_, words_;
    TaskCondition tasks_;
    bool open_ = false;
    std::vector<Candidate> ranked_;
    std::unordered_set<std::int64_t> seen_;
};

std::string filter_condition(const std::string& words, const TaskCondition& tasks) {
    std::string sql = " FROM documents d WHERE ";
    sql += words.empty() ? "?1 = ''" : "d.row IN (SELECT rowid FROM words WHERE words MATCH ?1)";
    sql += " AND " + (tasks.is_set() ? task_condition("d.row") : std::string("?2 || ?3 || ?4 = ''"));
    return sql;
}

} // namespace

std::vector<Record> list_documents(Database& database, const Filter& filter, std::size_t limit, std::size_t offset) {
    const std::string words = filter_expression(filter);
    const TaskCondition tasks(filter);
    Statement asked = database.statement(fmt::format("SELECT {}{} ORDER BY d.date DESC, d.id LIMIT ?5 OFFSET ?6",
                                                     record_columns, filter_condition(words, tasks)));
    asked.with(words, tasks.agency, tasks.from, tasks.to, limit, offset);
    std::vector<Record> records;
    while (asked.step()) records.push_back(record_of(asked));
    return records;
}

Hits find_documents(Database& database, const Query& query) {
    const bool is_blank = query.words.find_first_not_of(" \t\r\n") == std::string::npos;
    if (!is_blank) return Search(database, query).run();
    const std::string words = filter_expression(query.filter);
    const TaskCondition tasks(query.filter);
    Statement asked = database.statement("SELECT count(*)" + filter_condition(words, tasks));
    Hits hits;
    if (asked.with(words, tasks.agency, tasks.from, tasks.to).step())
        hits.total = static_cast<std::size_t>(asked.integer(0));
    for (Record& record : list_documents(database, query.filter, query.limit, query.offset)) {
        std::string snippet = record.subject;
        hits.hits.push_back({std::move(record), std::move(snippet), 0});
    }
    return hits;
}

} // namespace vanthu::archive
