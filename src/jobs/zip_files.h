// Several finished files as one.
#pragma once

#include "base/bytes.h"
#include "base/diagnostic.h"

#include <string>
#include <utility>
#include <vector>

namespace vanthu::jobs {

/// A ZIP file of (name, content), stored as they are: PDF and DOCX are compressed in themselves. The same files give
/// the same bytes. Errors: docx-failed (`cause`).
Result<Bytes> zip_files(const std::vector<std::pair<std::string, Bytes>>& files);

} // namespace vanthu::jobs
