// Facts about the file in its Info dictionary and as XMP, which PDF/A wants to agree.
#pragma once

#include "write/layer/pdf_file.h"

#include <cstdint>
#include <string>

namespace vanthu::write {

enum class ArchiveLevel : std::uint8_t {
    none,
    a2b,
    a2u ///< all text is known as Unicode
};

/// Keeps what the Info dictionary says, writes it as XMP anew, and claims `level`.
void set_metadata(const PdfFile& pdf, ArchiveLevel level, const std::string& language);

/// A PDF date as XMP writes times; "" where it is none.
std::string xmp_time(std::string_view pdf_date);

} // namespace vanthu::write
