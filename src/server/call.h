// One call of the API while it is answered: who asks, in which language, and what for. Handlers are functions of it.
#pragma once

#include "forms/messages.h"
#include "office/users.h"
#include "server/message.h"

#include <map>
#include <string>

namespace vanthu::server {

struct Call {
    Request request;
    office::User user; ///< "local" with role admin where the store has no users
    forms::Language language = forms::Language::vi;
    std::map<std::string, std::string, std::less<>> path; ///< values of the {names} of the route
    Reply reply;                                          ///< call it once; from any thread
};

using Handler = std::function<void(Call)>;

/// Routes of one part of the API: "/api/v1/drafts/{id}". Registered with the Router (router.h) before it listens.
struct Route {
    Method method = Method::get;
    std::string path;
    office::Role role = office::Role::reader;
    Handler handler;
    std::size_t most_bytes = 0; ///< of the body
    bool is_public = false;     ///< asked without a user too: health, session
};

} // namespace vanthu::server
