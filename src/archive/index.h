// The archive's catalogue: one interface, kept by SQLite (sqlite_index.h) or PostgreSQL (postgres_index.h). It holds
// nothing that the storage root does not hold too. An implementation is not for several threads at once: have one each;
// several processes may share one store.
#pragma once

#include "archive/record.h"
#include "base/diagnostic.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace vanthu::archive {

/// What a document must have; empty members ask for nothing. Names are compared without accents and case.
struct Filter {
    std::string type;
    std::string year;
    std::string issuer;           ///< part of the name
    std::string signer;           ///< part of the name
    std::string agency;           ///< part of the name of one that leads or takes part in a task
    std::string due_from, due_to; ///< ISO 8601 dates or years: a task is due within
};

struct Query {
    std::string words; ///< as typed; "a phrase"; a document number 52/QĐ-UBND, with or without accents; may be empty
    Filter filter;
    std::size_t limit = 20, offset = 0;
};

struct Hit {
    Record record;       ///< without `text`, `tasks` and `files`
    std::string snippet; ///< accents kept; what was found stands between U+E000 and U+E001
    double score = 0;    ///< greater is better; exact accents stand above folded ones
};

struct Hits {
    std::vector<Hit> hits;
    std::size_t total = 0;
};

enum class DueKind : std::uint8_t {
    any,
    day, ///< on a known day: not some time in each year, and not without a date
    once ///< on one day only: such can be overdue
};

struct TaskQuery {
    std::string lead, partner;    ///< part of the agency's name, without accents and case
    std::string due_from, due_to; ///< years or dates, both ends within
    std::string words;            ///< in the task's text
    std::string document;         ///< its id: only of that one
    DueKind kind = DueKind::any;
    bool exact_first = true; ///< before all those whose agency has just that name; else by deadline alone
    std::size_t limit = 1000, offset = 0;
};

struct TaskHit {
    std::string id, number, symbol, date, issuer; ///< of its document
    model::Task task;
};

struct TaskHits {
    std::vector<TaskHit> hits;
    std::size_t total = 0;
};

struct Twin {
    std::string id;          ///< of the first
    bool by_content = false; ///< else by number, symbol, issuer and year
};

/// What filters can be set to.
struct Facets {
    std::uint64_t total = 0;          ///< documents
    std::vector<std::string> types;   ///< sorted
    std::vector<std::string> years;   ///< newest first
    std::vector<std::string> issuers; ///< the 200 with most documents
};

class Index {
  public:
    virtual ~Index() = default;

    /// Adds or replaces, durable when it returns. Errors: index-failed (reason).
    virtual Diagnostics put(const Record& record) = 0;
    /// Many in few commits, for building anew: asks `next` until it gives none. Bounded memory.
    virtual Diagnostics fill(const std::function<std::optional<Record>()>& next) = 0;
    virtual Diagnostics remove(const std::string& id) = 0;
    virtual Diagnostics clear() = 0;

    /// `sha512` of any original, or the same number, symbol, issuer (folded) and year, of another id.
    virtual Result<std::optional<Twin>> twin(const Record& record) = 0;
    virtual Result<std::optional<Record>>
    find(const std::string& id) = 0; ///< without `text`; a unique beginning of the id will do
    virtual Result<std::vector<Record>> list(const Filter& filter, std::size_t limit,
                                             std::size_t offset) = 0; ///< newest date first, without `text` and `tasks`
    virtual Result<std::vector<Record>>
    latest(std::size_t limit) = 0; ///< last added first, without `text`, `tasks` and `files`
    virtual Result<Hits> search(const Query& query) = 0;
    virtual Result<TaskHits> tasks(const TaskQuery& query) = 0;
    virtual Result<std::vector<std::string>> ids() = 0; ///< sorted
    virtual Result<Facets> facets() = 0;
    /// What is wrong with the catalogue itself; empty: sound.
    virtual Diagnostics check() = 0;
};

} // namespace vanthu::archive
