// The register in one file of SQLite (WAL, synchronous FULL). Several processes and threads take numbers at once, each
// with a SqliteRegister of its own.
#pragma once

#include "archive/register.h"
#include "archive/sqlite_database.h"

namespace vanthu::archive {

class SqliteRegister final : public Register {
  public:
    /// Makes the file where there is none. Errors: register-failed (reason).
    static Result<std::unique_ptr<SqliteRegister>> open(const std::filesystem::path& path);

    Result<Entry> take(Entry entry) override;
    Diagnostics start(const std::string& book, std::uint32_t year, std::uint32_t number) override;
    Diagnostics assign(const std::string& book, std::uint32_t year, std::uint32_t number,
                       const std::string& id) override;
    Result<std::vector<Entry>> entries(const std::string& book, std::uint32_t year) override;
    Result<std::vector<Entry>> entries_of(const std::string& id) override;
    Result<std::vector<BookYear>> books() override;
    Diagnostics check() override;

    /// A sound copy at this moment, while others write; `path` must not exist. Errors: register-failed.
    Diagnostics backup_to(const std::filesystem::path& path);

  private:
    explicit SqliteRegister(const std::filesystem::path& path);

    Database database_;
};

} // namespace vanthu::archive
