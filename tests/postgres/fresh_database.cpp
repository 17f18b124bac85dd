#include "postgres/fresh_database.h"

#include <catch2/catch.hpp>
#include <cstdlib>
#include <sys/wait.h>
#include <unistd.h>

namespace vanthu::tests {
namespace {

std::string server() {
    const char* address = std::getenv("VANTHU_TEST_SERVER");
    REQUIRE(address != nullptr); // run by tests/postgres/with_server.sh
    return address;
}

std::unique_ptr<archive::Server> value_of(archive::ServerResult result) {
    for (const Diagnostic& one : result.diagnostics)
        UNSCOPED_INFO(one.code << (one.arguments.empty() ? std::string() : ": " + one.arguments.front().value));
    REQUIRE(result);
    return std::move(*result);
}

} // namespace

FreshDatabase::FreshDatabase() {
    static int number = 0;
    name_ = "test_" + std::to_string(getpid()) + "_" + std::to_string(++number);
    address_ = server();
    pqxx::connection connection(address_);
    pqxx::nontransaction(connection).exec("CREATE DATABASE " + name_);
    address_.replace(address_.find("/postgres?"), sizeof("/postgres") - 1, "/" + name_);
}

std::string FreshDatabase::network_address(const std::string& password) const {
    return "postgres://vanthu:" + password + "@127.0.0.1:" + std::getenv("VANTHU_TEST_PORT") + "/" + name_;
}

std::unique_ptr<archive::Server> FreshDatabase::init() const {
    return value_of(archive::PostgresServer::init(address_, "/srv/originals"));
}

std::unique_ptr<archive::Server> FreshDatabase::open() const {
    return value_of(archive::PostgresServer::open(address_));
}

void FreshDatabase::run(const std::string& sql) const {
    pqxx::connection connection(address_);
    pqxx::nontransaction(connection).exec(sql);
}

bool in_processes(unsigned count, const std::function<bool(unsigned)>& work) {
    std::vector<pid_t> children;
    for (unsigned i = 0; i < count; ++i) {
        const pid_t child = fork();
        if (child == 0) {
            bool is_done = false;
            try {
                is_done = work(i);
            } catch (...) {
            }
            _exit(is_done ? 0 : 1);
        }
        children.push_back(child);
    }
    bool are_done = true;
    for (const pid_t child : children) {
        int status = 0;
        are_done = waitpid(child, &status, 0) == child && status == 0 && are_done;
    }
    return are_done;
}

} // namespace vanthu::tests
