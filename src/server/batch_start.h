// Synchronous calls whose caller would rather not wait. Private to server.
#pragma once

#include "server/batch_runner.h"

#include <string_view>

namespace vanthu::server {

/// Prefer: respond-async (RFC 7240).
bool wants_job(const Request& request);

/// Answers with a job of that one item.
void begin_one(Core& core, BatchRunner& batches, const Call& call, const Order& order, std::string_view name,
               std::string_view source);

} // namespace vanthu::server
