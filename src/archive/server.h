// A store that several hosts share: catalogue, register and queue in a database server, originals in a storage root
// that all hosts see. What speaks to the server is a module of its own (vanthu_postgres.so), loaded when it is needed.
#pragma once

#include "archive/index.h"
#include "archive/queue.h"
#include "archive/register.h"

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

namespace vanthu::archive {

/// Whether a store's name is the address of a server.
bool is_server(std::string_view store);

/// The address without its password, for messages.
std::string shown_store(std::string_view store);

/// One connection. What it gives shares that connection and is not for several threads at once.
class Server {
  public:
    virtual ~Server() = default;

    /// The folder of the storage root, as `archive init` was told.
    virtual const std::filesystem::path& originals() const = 0;
    virtual std::unique_ptr<Index> index() = 0;
    virtual std::unique_ptr<Register> numbers() = 0;
    virtual std::unique_ptr<Queue> queue() = 0;
};

using ServerResult = Result<std::unique_ptr<Server>>;

/// Makes the tables of an archive. Errors: store-exists (store), those of open_server().
ServerResult init_server(const std::string& store, const std::filesystem::path& originals);

/// Brings the tables of older versions up to date. Errors: server-address, server-unreachable (reason), server-empty
/// (store), server-newer, server-failed (reason), module-missing (name, reason).
ServerResult open_server(const std::string& store);

} // namespace vanthu::archive
