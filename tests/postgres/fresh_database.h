// A database of its own for each test, on the server that with_server.sh started.
#pragma once

#include "archive/postgres/postgres_server.h"

#include <string>

namespace vanthu::tests {

class FreshDatabase {
  public:
    FreshDatabase();
    const std::string& address() const { return address_; }
    /// By loopback, with the password.
    std::string network_address(const std::string& password = "secret") const;
    std::unique_ptr<archive::Server> init() const;
    std::unique_ptr<archive::Server> open() const;
    void run(const std::string& sql) const;

  private:
    std::string name_, address_;
};

/// Runs `work` (given its number) in that many child processes at once; false where one gave false or died.
bool in_processes(unsigned count, const std::function<bool(unsigned)>& work);

} // namespace vanthu::tests
