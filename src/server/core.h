// What all handlers share. Private to server.
#pragma once

#include "forms/messages.h"
#include "jobs/reading_kit.h"
#include "jobs/workshop.h"
#include "office/audit.h"
#include "office/desk.h"
#include "office/office.h"
#include "office/users.h"
#include "server/call.h"
#include "server/events.h"
#include "server/guard.h"
#include "server/metrics.h"
#include "server/problem.h"

#include <string>

namespace vanthu::server {

struct Core {
    const jobs::Workshop& workshop;
    const jobs::ReadingKit& kit;
    Problems problems;
    office::Office& office;
    office::Users users;
    office::Desk desk;
    office::Audit audit;
    Guard guard;
    Metrics metrics;
    Events events;

    /// An entry of the audit log. A log that cannot be written stops what is to be logged.
    Diagnostics note(const Call& call, std::string action, std::string subject, std::string digest = {});
};

/// Answers with what hinders.
void refuse(const Core& core, const Call& call, const Diagnostics& reasons);
void refuse(const Core& core, const Call& call, int status, std::string_view code, const Arguments& arguments = {});

/// 204, or why not.
void finish(const Core& core, const Call& call, const Diagnostics& reasons);

} // namespace vanthu::server
