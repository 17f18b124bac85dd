#include "archive/postgres/postgres_server.h"

#include "archive/postgres/module.h"
#include "archive/postgres/postgres_index.h"
#include "archive/postgres/postgres_queue.h"
#include "archive/postgres/postgres_register.h"
#include "archive/postgres/schema.h"

namespace vanthu::archive {
namespace {

constexpr const char* failed = "server-failed";

ServerResult refused(const char* code, const std::string& store) {
    return ServerResult::failed({code, Severity::error, {{"store", shown_store(store)}}, {}});
}

} // namespace

ServerResult PostgresServer::init(const std::string& store, const std::filesystem::path& originals) {
    const auto session = Session::open(store);
    if (!session) return ServerResult::failed(session.diagnostics);
    const auto before = (*session)->get<SchemaState>(
        failed, [&](pqxx::work& transaction) { return migrate(transaction, originals.string()); });
    if (!before) return ServerResult::failed(before.diagnostics);
    if (*before != SchemaState::missing) return refused("store-exists", store);
    return ServerResult::of(std::unique_ptr<Server>(new PostgresServer(*session, originals)));
}

ServerResult PostgresServer::open(const std::string& store) {
    const auto session = Session::open(store);
    if (!session) return ServerResult::failed(session.diagnostics);
    std::string originals;
    const auto state = (*session)->get<SchemaState>(failed, [&](pqxx::work& transaction) {
        const SchemaState found = migrate(transaction, std::nullopt);
        if (found == SchemaState::present) originals = originals_of(transaction);
        return found;
    });
    if (!state) return ServerResult::failed(state.diagnostics);
    if (*state == SchemaState::missing) return refused("server-empty", store);
    if (*state == SchemaState::newer) return refused("server-newer", store);
    return ServerResult::of(std::unique_ptr<Server>(new PostgresServer(*session, originals)));
}

std::unique_ptr<Index> PostgresServer::index() { return std::make_unique<PostgresIndex>(session_); }
std::unique_ptr<Register> PostgresServer::numbers() { return std::make_unique<PostgresRegister>(session_); }
std::unique_ptr<Queue> PostgresServer::queue() { return std::make_unique<PostgresQueue>(session_); }

} // namespace vanthu::archive

extern "C" __attribute__((visibility("default"))) const vanthu::archive::ServerModule vanthu_server_module = {
    vanthu::archive::PostgresServer::init, vanthu::archive::PostgresServer::open};
