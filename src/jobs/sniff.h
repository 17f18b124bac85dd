// What a file is, by what stands in it: names lie.
#pragma once

#include <cstdint>
#include <string_view>

namespace vanthu::jobs {

enum class FileKind : std::uint8_t {
    pdf,
    docx,
    word97, ///< an OLE2 compound file with a document of Word 97 to 2003
    rtf,
    locked, ///< an OLE2 compound file that holds an encrypted package
    picture,
    workbook, ///< .xlsx, .xls
    archive,  ///< any other ZIP
    compound, ///< any other OLE2 compound file
    text      ///< none of these; whether it is text shows when it is read
};

FileKind sniff(std::string_view bytes);

} // namespace vanthu::jobs
