// The register in PostgreSQL. Private to the module.
#pragma once

#include "archive/postgres/session.h"
#include "archive/register.h"

namespace vanthu::archive {

class PostgresRegister : public Register {
  public:
    explicit PostgresRegister(std::shared_ptr<Session> session) : session_(std::move(session)) {}

    Result<Entry> take(Entry entry) override;
    Diagnostics start(const std::string& book, std::uint32_t year, std::uint32_t number) override;
    Diagnostics assign(const std::string& book, std::uint32_t year, std::uint32_t number,
                       const std::string& id) override;
    Result<std::vector<Entry>> entries(const std::string& book, std::uint32_t year) override;
    Result<std::vector<Entry>> entries_of(const std::string& id) override;
    Result<std::vector<BookYear>> books() override;
    Diagnostics check() override;

  private:
    std::shared_ptr<Session> session_;
};

} // namespace vanthu::archive
