#include "archive/postgres/schema.h"

#include <array>

namespace vanthu::archive {
namespace {

// Any number that no other program is likely to lock.
constexpr const char* lock = "SELECT pg_advisory_xact_lock(7598543321)";

// Ids of documents and jobs are compared byte by byte, whatever language the database speaks: COLLATE "C". `words` is
// made by the program, not by a dictionary of the server, so that it folds as SQLite's index does; `folded` says which
// words stand side by side. Trigrams serve parts of names.
constexpr const char* version_1 = R"(
CREATE SCHEMA vanthu;
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE TABLE vanthu.settings(name text PRIMARY KEY, value text NOT NULL);
CREATE TABLE vanthu.books(book text NOT NULL, year integer NOT NULL, last integer NOT NULL, PRIMARY KEY(book, year));
CREATE TABLE vanthu.entries(
    book text NOT NULL, year integer NOT NULL, number integer NOT NULL, symbol text NOT NULL, date text NOT NULL,
    type text NOT NULL, subject text NOT NULL, signer text NOT NULL, recipients text NOT NULL, drafter text NOT NULL,
    note text NOT NULL, copies integer NOT NULL, document text NOT NULL, taken text NOT NULL,
    PRIMARY KEY(book, year, number));
CREATE TABLE vanthu.jobs(
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, key text COLLATE "C" NOT NULL UNIQUE, kind text NOT NULL,
    input text NOT NULL, output text NOT NULL, options text NOT NULL,
    state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'taken', 'done', 'failed')),
    attempts integer NOT NULL DEFAULT 0, worker text NOT NULL DEFAULT '', error text NOT NULL DEFAULT '',
    detail text NOT NULL DEFAULT '', leased_until timestamptz, submitted timestamptz NOT NULL DEFAULT now(),
    finished timestamptz);
CREATE INDEX jobs_open ON vanthu.jobs(id) WHERE state IN ('waiting', 'taken');
CREATE TABLE vanthu.documents(
    row bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, id text COLLATE "C" NOT NULL UNIQUE, version integer NOT NULL,
    added text NOT NULL, source text NOT NULL, type text NOT NULL, number text NOT NULL, symbol text NOT NULL,
    issuer text NOT NULL, date text COLLATE "C" NOT NULL, place text NOT NULL, subject text NOT NULL,
    signer text NOT NULL, position text NOT NULL, recipients text NOT NULL, pages integer NOT NULL,
    trust double precision NOT NULL, number_key text COLLATE "C" NOT NULL, twin_key text COLLATE "C" NOT NULL,
    issuer_key text NOT NULL, signer_key text NOT NULL, words tsvector NOT NULL);
CREATE TABLE vanthu.texts(
    document bigint PRIMARY KEY REFERENCES vanthu.documents ON DELETE CASCADE, text text NOT NULL,
    folded text NOT NULL);
CREATE INDEX documents_words ON vanthu.documents USING gin(words) WITH (fastupdate = off);
CREATE INDEX documents_number ON vanthu.documents USING gin(number_key gin_trgm_ops);
CREATE INDEX documents_issuer ON vanthu.documents USING gin(issuer_key gin_trgm_ops);
CREATE INDEX documents_signer ON vanthu.documents USING gin(signer_key gin_trgm_ops);
CREATE INDEX documents_twin ON vanthu.documents(twin_key) WHERE twin_key <> '';
CREATE INDEX documents_date ON vanthu.documents(date DESC, id);
CREATE TABLE vanthu.files(
    document bigint NOT NULL REFERENCES vanthu.documents ON DELETE CASCADE, place integer NOT NULL, path text NOT NULL,
    sha512 text COLLATE "C" NOT NULL, size bigint NOT NULL, PRIMARY KEY(document, place));
CREATE INDEX files_original ON vanthu.files(sha512) WHERE path LIKE 'original/%';
CREATE TABLE vanthu.tasks(
    document bigint NOT NULL REFERENCES vanthu.documents ON DELETE CASCADE, place integer NOT NULL,
    section text NOT NULL, ordinal text NOT NULL, task text NOT NULL, lead text NOT NULL, partners text NOT NULL,
    product text NOT NULL, raw text NOT NULL, time_from text NOT NULL, time_to text NOT NULL, recurrence text NOT NULL,
    condition text NOT NULL, page integer NOT NULL, x1 double precision NOT NULL, y1 double precision NOT NULL,
    x2 double precision NOT NULL, y2 double precision NOT NULL, table_row bigint NOT NULL, folded text NOT NULL,
    lead_key text NOT NULL, partners_key text NOT NULL, due_first text COLLATE "C" NOT NULL,
    due_last text COLLATE "C" NOT NULL, due_day text COLLATE "C" NOT NULL, PRIMARY KEY(document, place));
CREATE INDEX tasks_lead ON vanthu.tasks USING gin(lead_key gin_trgm_ops);
CREATE INDEX tasks_partners ON vanthu.tasks USING gin(partners_key gin_trgm_ops);
CREATE INDEX tasks_due ON vanthu.tasks(due_last, due_first);
)";

constexpr std::array<const char*, 1> versions = {version_1};

std::size_t present_version(pqxx::work& transaction) {
    if (transaction.exec1("SELECT to_regclass('vanthu.settings') IS NULL")[0].as<bool>()) return 0;
    return transaction.exec1("SELECT value FROM vanthu.settings WHERE name = 'schema'")[0].as<std::size_t>();
}

void set(pqxx::work& transaction, const char* name, const std::string& value) {
    transaction.exec_params0("INSERT INTO vanthu.settings(name, value) VALUES($1, $2)"
                             " ON CONFLICT (name) DO UPDATE SET value = excluded.value",
                             name, value);
}

} // namespace

SchemaState migrate(pqxx::work& transaction, const std::optional<std::string>& originals) {
    std::size_t version = present_version(transaction);
    if (version < versions.size()) {
        transaction.exec(lock);
        version = present_version(transaction);
    }
    if (version == 0 && !originals) return SchemaState::missing;
    if (version > versions.size()) return SchemaState::newer;
    if (version == versions.size()) return SchemaState::present;
    const bool is_new = version == 0;
    for (; version < versions.size(); ++version) transaction.exec(versions.at(version));
    set(transaction, "schema", std::to_string(versions.size()));
    if (is_new) set(transaction, "originals", *originals);
    return is_new ? SchemaState::missing : SchemaState::present;
}

std::string originals_of(pqxx::work& transaction) {
    return transaction.exec1("SELECT value FROM vanthu.settings WHERE name = 'originals'")[0].as<std::string>();
}

} // namespace vanthu::archive
