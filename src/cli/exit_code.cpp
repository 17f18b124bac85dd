#include "cli/exit_code.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace vanthu::cli {
namespace {

struct Kind {
    std::string_view code;
    ExitCode exit;
};

/// Every other error is the input's.
constexpr std::array kinds = {
    Kind{"file-too-large", limit},
    Kind{"too-deep", limit},
    Kind{"text-too-long", limit},
    Kind{"too-many-values", limit},
    Kind{"out-of-memory", limit},
    Kind{"office-timeout", limit},
    Kind{"pdf-limit", limit},
    Kind{"docx-limit", limit},
    Kind{"read-timed-out", limit},
    Kind{"read-too-large", limit},
    Kind{"sandbox-refused", limit},
    Kind{"xlsx-too-large", limit},
    Kind{"pdf-failed", limit},
    Kind{"docx-failed", limit},
    Kind{"output-no-space", unwritable},
    Kind{"output-forbidden", unwritable},
    Kind{"output-folder-is-file", unwritable},
    Kind{"output-is-folder", unwritable},
    Kind{"output-failed", unwritable},
    Kind{"store-no-space", unwritable},
    Kind{"store-failed", unwritable},
    Kind{"store-busy", unwritable},
    Kind{"index-failed", unwritable},
    Kind{"register-failed", unwritable},
    Kind{"desk-failed", unwritable},
    Kind{"listen-failed", unwritable},
    Kind{"internal-error", bug},
    Kind{"messages-broken", bug},
    Kind{"interrupted", interrupted},
};

} // namespace

ExitCode exit_code_of(const Diagnostics& reasons) {
    ExitCode worst = done;
    for (const Diagnostic& reason : reasons) {
        if (reason.severity != Severity::error) continue;
        const auto* found =
            std::find_if(kinds.begin(), kinds.end(), [&](const Kind& k) { return k.code == reason.code; });
        worst = std::max(worst, found == kinds.end() ? refused : found->exit);
    }
    return worst;
}

} // namespace vanthu::cli
