// From a file and what was recognised on its sheets to a PDF of two layers. Hostile files expected: runs in the
// sandbox. Private to jobs.
#pragma once

#include "base/bytes.h"
#include "base/diagnostic.h"
#include "jobs/reading.h"
#include "jobs/reading_kit.h"

#include <string_view>
#include <vector>

namespace vanthu::jobs {

/// The sheets of a PDF as read_pdf() collects them: those that need recognition have pictures. Errors: those of
/// read_pdf() and of can_be_layered().
Result<std::vector<pages::ScannedPage>> sheets_to_layer(std::string_view pdf);

/// Errors and findings: those of write_layer(). `recognised` where words of the file's own stand gives way.
Result<Bytes> layered_pdf(std::string_view pdf, const std::vector<RecognisedPage>& recognised, const ReadingKit& kit);

/// The same for the sheets of a picture file. Errors beside: those of write_picture_file().
Result<Bytes> layered_pictures(const std::vector<pages::ScannedPage>& sheets,
                               const std::vector<RecognisedPage>& recognised, const ReadingKit& kit);

} // namespace vanthu::jobs
