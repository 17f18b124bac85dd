// Inside this folder failures are thrown; write_pdf turns them into the diagnostics of its result.
#pragma once

#include "base/diagnostic.h"

#include <utility>

namespace vanthu::write {

struct PdfError {
    Diagnostic diagnostic;

    explicit PdfError(std::string code, std::vector<Argument> arguments = {}) {
        diagnostic.code = std::move(code);
        diagnostic.arguments = std::move(arguments);
    }
};

} // namespace vanthu::write
