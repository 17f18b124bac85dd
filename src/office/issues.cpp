#include "office/issues.h"

#include "office/database.h"

namespace vanthu::office {

using archive::Database;
using archive::Statement;

Result<std::optional<Issue>> Issues::find(const std::string& key) {
    using Found = Result<std::optional<Issue>>;
    return with_database(office_, [&](Database& database) {
        Statement row = database.statement("SELECT key, book, year, number, answer FROM issues WHERE key = ?1");
        if (!row.with(key).step()) return Found::of(std::nullopt);
        return Found::of(Issue{std::string(row.text(0)), std::string(row.text(1)),
                               static_cast<std::uint32_t>(row.integer(2)), static_cast<std::uint32_t>(row.integer(3)),
                               std::string(row.text(4))});
    });
}

Diagnostics Issues::put(const Issue& issue) {
    return with_database(office_, [&](Database& database) -> Diagnostics {
        database.statement("INSERT OR REPLACE INTO issues(key, book, year, number, answer) VALUES(?1, ?2, ?3, ?4, ?5)")
            .with(issue.key, issue.book, issue.year, issue.number, issue.answer)
            .run();
        return {};
    });
}

Result<bool> Issues::has_number(const std::string& book, std::uint32_t year, std::uint32_t number) {
    return with_database(office_, [&](Database& database) {
        Statement row = database.statement("SELECT 1 FROM issues WHERE book = ?1 AND year = ?2 AND number = ?3");
        return Result<bool>::of(row.with(book, year, number).step());
    });
}

} // namespace vanthu::office
