// The catalogue in PostgreSQL. Words are folded by the program (text/search_words.h), not by the server, so that it
// finds what SqliteIndex finds. Private to the module.
#pragma once

#include "archive/index.h"
#include "archive/postgres/session.h"

namespace vanthu::archive {

class PostgresIndex : public Index {
  public:
    explicit PostgresIndex(std::shared_ptr<Session> session) : session_(std::move(session)) {}

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

  private:
    std::shared_ptr<Session> session_;
};

} // namespace vanthu::archive
