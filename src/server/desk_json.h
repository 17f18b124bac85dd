// What lies on the desks, as JSON. Private to server.
#pragma once

#include "office/desk.h"
#include "server/core.h"
#include "server/json.h"
#include "server/message.h"

namespace vanthu::server {

void write_draft(Json& json, const office::Item& item, bool with_document = false);

/// To the pages that listen: it is no longer on the desk.
void tell_removal(Core& core, office::Kind kind, std::uint64_t id);

/// Of If-Match; 0 where there is none, which no item has.
std::uint64_t version_of(const Request& request);

} // namespace vanthu::server
