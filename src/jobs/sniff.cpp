#include "jobs/sniff.h"

#include <algorithm>
#include <array>
#include <string>

namespace vanthu::jobs {
namespace {

using std::string_view_literals::operator""sv;

/// Readers take a PDF with that much before its header.
constexpr std::size_t pdf_header_range = 1024;

constexpr std::array pictures = {"\x89PNG\r\n\x1A\n"sv, "\xFF\xD8\xFF"sv, "II*\0"sv, "MM\0*"sv};
constexpr auto compound_file = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv;

bool contains(std::string_view bytes, std::string_view word) { return bytes.find(word) != bytes.npos; }

/// Names of streams stand in a compound file's directory as UTF-16.
bool contains_name(std::string_view bytes, std::string_view name) {
    std::string wide;
    for (const char c : name) wide.append({c, '\0'});
    return contains(bytes, wide);
}

FileKind kind_of_compound(std::string_view bytes) {
    if (contains_name(bytes, "EncryptedPackage")) return FileKind::locked;
    if (contains_name(bytes, "WordDocument")) return FileKind::word97; // it may hold a workbook
    return contains_name(bytes, "Workbook") ? FileKind::workbook : FileKind::compound;
}

/// Names of entries stand in a ZIP as they are.
FileKind kind_of_zip(std::string_view bytes) {
    if (contains(bytes, "word/")) return FileKind::docx;
    return contains(bytes, "xl/workbook") ? FileKind::workbook : FileKind::archive;
}

} // namespace

FileKind sniff(std::string_view bytes) {
    if (bytes.starts_with(compound_file)) return kind_of_compound(bytes);
    if (bytes.starts_with("PK\x03\x04")) return kind_of_zip(bytes);
    if (bytes.starts_with("{\\rtf")) return FileKind::rtf;
    const auto begins = [&](std::string_view magic) { return bytes.starts_with(magic); };
    if (std::any_of(pictures.begin(), pictures.end(), begins)) return FileKind::picture;
    if (contains(bytes.substr(0, pdf_header_range), "%PDF-")) return FileKind::pdf;
    return FileKind::text;
}

} // namespace vanthu::jobs
