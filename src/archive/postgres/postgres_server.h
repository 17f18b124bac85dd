// The server behind archive/server.h: its tables and their versions. Private to the module.
#pragma once

#include "archive/postgres/session.h"
#include "archive/server.h"

namespace vanthu::archive {

class PostgresServer : public Server {
  public:
    static ServerResult init(const std::string& store, const std::filesystem::path& originals);
    static ServerResult open(const std::string& store);

    const std::filesystem::path& originals() const override { return originals_; }
    std::unique_ptr<Index> index() override;
    std::unique_ptr<Register> numbers() override;
    std::unique_ptr<Queue> queue() override;

  private:
    PostgresServer(std::shared_ptr<Session> session, std::filesystem::path originals)
        : session_(std::move(session)), originals_(std::move(originals)) {}

    std::shared_ptr<Session> session_;
    std::filesystem::path originals_;
};

} // namespace vanthu::archive
