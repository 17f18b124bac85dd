// The catalogue in one file of SQLite (WAL, synchronous FULL) with its full text by FTS5. Derived: a damaged or missing
// file is built anew from the storage root. The plain sqlite3 shell can read all tables but `words`, whose tokenizer
// lives here.
#pragma once

#include "archive/index.h"
#include "archive/index_writer.h"

#include <filesystem>

namespace vanthu::archive {

class SqliteIndex final : public Index {
  public:
    /// Makes the file where there is none, and brings one of an earlier program up to date.
    /// Errors: index-failed (reason); a file that is no sound database is one to remove and build anew.
    static Result<std::unique_ptr<SqliteIndex>> open(const std::filesystem::path& path);

    Diagnostics put(const Record& record) override;
    Diagnostics fill(const std::function<std::optional<Record>()>& next) override;
    Diagnostics remove(const std::string& id) override;
    Diagnostics clear() override;
    Result<std::optional<Twin>> twin(const Record& record) override;
    Result<std::optional<Record>> find(const std::string& id) override;
    Result<std::vector<Record>> list(const Filter& filter, std::size_t limit, std::size_t offset) override;
    Result<std::vector<Record>> latest(std::size_t limit) override;
    Result<Hits> search(const Query& query) override;
    Result<TaskHits> tasks(const TaskQuery& query) override;
    Result<std::vector<std::string>> ids() override;
    Result<Facets> facets() override;
    Diagnostics check() override;

    /// A sound copy at this moment, while others write; `path` must not exist. Errors: index-failed.
    Diagnostics backup_to(const std::filesystem::path& path);

  private:
    explicit SqliteIndex(const std::filesystem::path& path);

    void put_all(const std::vector<Prepared>& records);

    Database database_;
    IndexWriter writer_;
};

} // namespace vanthu::archive
