#include "jobs/sandbox_failure.h"

#include <string>
#include <utility>

namespace vanthu::jobs {
namespace {

Diagnostic error(std::string code, Arguments arguments = {}) {
    return {std::move(code), Severity::error, std::move(arguments), {}};
}

} // namespace

Diagnostic sandbox_failure(const sandbox::Answer& answer, const sandbox::Limits& limits) {
    switch (answer.end) {
    case sandbox::End::timed_out:
        return error("read-timed-out", {{"seconds", std::to_string(limits.cpu_seconds)}});
    case sandbox::End::too_large:
        return error("read-too-large", {{"limit", std::to_string(limits.memory >> 20)}});
    case sandbox::End::refused:
        return error("sandbox-refused");
    case sandbox::End::crashed:
    case sandbox::End::answered:
        break;
    }
    return error("read-crashed", {{"signal", std::to_string(answer.signal)}});
}

} // namespace vanthu::jobs
