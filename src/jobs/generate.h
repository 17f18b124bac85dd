// One JSON in, a PDF and a DOCX out, in memory.
#pragma once

#include "base/bytes.h"
#include "base/diagnostic.h"
#include "jobs/workshop.h"
#include "write/pdf/pdf_writer.h"

#include <optional>
#include <string>

namespace vanthu::jobs {

struct GenerateOptions {
    bool pdf = true;
    bool docx = true;
    write::PdfLevel level = write::PdfLevel::a3a;
    bool may_have_gaps = false; ///< what was read of another document need not be complete
};

struct Generated {
    std::optional<Bytes> pdf;
    std::optional<Bytes> docx;
};

/// `file` is the name that diagnostics give. `json` is taken by value: it is dropped as soon as it has been read.
/// Failed with every error of the input at once; findings of the decree's rules stand beside the value.
Result<Generated> generate(const Workshop& workshop, Bytes json, const std::string& file,
                           const GenerateOptions& options);

} // namespace vanthu::jobs
