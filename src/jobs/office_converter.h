// Word 97 and RTF as DOCX, by LibreOffice as an outside program. The only place that knows how it is called.
#pragma once

#include "base/bytes.h"
#include "base/diagnostic.h"
#include "jobs/temporary_folder.h"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace vanthu::jobs {

enum class OfficeFormat : std::uint8_t { doc, rtf };

/// By the first bytes; none where they are neither. (Every file of OLE begins like a .doc: a spreadsheet then fails.)
std::optional<OfficeFormat> office_format_of(std::string_view bytes);

/// LibreOffice in the folders of `search_path` (as PATH lists them) or where packages put it; empty: not there.
std::filesystem::path find_office(std::string_view search_path);

struct OfficeOptions {
    std::filesystem::path program;    ///< find_office()'s answer; empty: every conversion ends in office-missing
    std::chrono::seconds limit{60};   ///< for one file; each further one of a batch adds a second
    std::function<bool()> is_stopped; ///< asked while waiting; may be empty
};

struct OfficeInput {
    std::string_view bytes;
    OfficeFormat format = OfficeFormat::doc;
};

/// Keeps a private profile, which saves the second that LibreOffice takes to make one. Macros are off, links are not
/// followed, there is no network where the machine allows that. Not for several threads at once: have one each.
/// Errors: office-missing, office-failed, office-timeout, interrupted, output-failed (no temporary folder).
class OfficeConverter {
  public:
    explicit OfficeConverter(OfficeOptions options) : options_(std::move(options)) {}

    Result<Bytes> to_docx(std::string_view bytes, OfficeFormat format);

    /// All in one start (0.06 s a file instead of 0.8 s), in the order given. A file that ends LibreOffice costs the
    /// others nothing but time: they are converted one by one.
    std::vector<Result<Bytes>> to_docx(std::span<const OfficeInput> inputs);

  private:
    struct Attempt {
        Diagnostics reason; ///< of the results that are missing
        bool one_spoilt_all = false;
    };

    Diagnostics prepare_profile();
    Attempt convert(std::span<const OfficeInput> inputs, std::vector<Result<Bytes>>& results);

    OfficeOptions options_;
    std::optional<TemporaryFolder> profile_;
};

} // namespace vanthu::jobs
