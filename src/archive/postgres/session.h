// The connection to PostgreSQL: transactions, reconnecting, errors. Private to the module.
#pragma once

#include "base/diagnostic.h"

#include <memory>
#include <pqxx/pqxx>
#include <string>
#include <utility>

namespace vanthu::archive {

class Session {
  public:
    /// Errors: server-address, server-unreachable (reason).
    static Result<std::shared_ptr<Session>> open(const std::string& address);

    /// Does `work` (given a pqxx::work) in one transaction. A connection that was lost before the commit is made anew
    /// once; where the server did not say whether it had committed, nothing is repeated. Errors: `code` (reason),
    /// server-unreachable (reason).
    template <class Work> Diagnostics run(const char* code, Work work) {
        for (const bool is_last : {false, true}) {
            try {
                if (!connection_) connect();
                pqxx::work transaction(*connection_);
                work(transaction);
                transaction.commit();
                return {};
            } catch (const std::exception& fault) {
                if (!may_repeat(fault) || is_last) return {reason(code, fault)};
                connection_.reset();
            }
        }
        return {};
    }

    /// The same where `work` gives a value.
    template <class Value, class Work> Result<Value> get(const char* code, Work work) {
        std::optional<Value> value;
        Diagnostics problems = run(code, [&](pqxx::work& transaction) { value.emplace(work(transaction)); });
        if (has_errors(problems)) return Result<Value>::failed(std::move(problems));
        return Result<Value>::of(std::move(*value));
    }

  private:
    explicit Session(std::string address) : address_(std::move(address)) {}
    void connect();
    bool may_repeat(const std::exception& fault) const;
    Diagnostic reason(const char* code, const std::exception& fault) const;

    std::string address_;
    std::unique_ptr<pqxx::connection> connection_;
};

/// What PostgreSQL takes for text: a NUL is no part of it.
std::string storable(std::string text);

} // namespace vanthu::archive
