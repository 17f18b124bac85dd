#include "server/core.h"

#include "jobs/archive_add.h"

#include <utility>

namespace vanthu::server {

Diagnostics Core::note(const Call& call, std::string action, std::string subject, std::string digest) {
    return audit.add({0, jobs::now_utc(), call.user.name, Guard::peer(call.request), std::move(action),
                      std::move(subject), std::move(digest)});
}

void refuse(const Core& core, const Call& call, const Diagnostics& reasons) {
    call.reply(core.problems.of(reasons, call.language));
}

void refuse(const Core& core, const Call& call, int status, std::string_view code, const Arguments& arguments) {
    call.reply(core.problems.of(status, code, call.language, arguments));
}

void finish(const Core& core, const Call& call, const Diagnostics& reasons) {
    if (has_errors(reasons)) return refuse(core, call, reasons);
    Response done;
    done.status = 204;
    call.reply(std::move(done));
}

} // namespace vanthu::server
