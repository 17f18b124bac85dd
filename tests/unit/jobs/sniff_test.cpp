#include "jobs/sniff.h"

#include <catch2/catch.hpp>
#include <string>

using namespace vanthu;
using jobs::FileKind;
using namespace std::string_literals;

TEST_CASE("files are known by what stands in them", "[jobs][sniff]") {
    const std::string compound = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
    CHECK(jobs::sniff("%PDF-1.7\n") == FileKind::pdf);
    CHECK(jobs::sniff(std::string(1000, '\n') + "%PDF-1.4") == FileKind::pdf);
    CHECK(jobs::sniff(std::string(1100, '\n') + "%PDF-1.4") == FileKind::text);
    CHECK(jobs::sniff("PK\x03\x04...word/document.xml") == FileKind::docx);
    CHECK(jobs::sniff("PK\x03\x04...xl/workbook.xml") == FileKind::workbook);
    CHECK(jobs::sniff("PK\x03\x04...a.txt") == FileKind::archive);
    CHECK(jobs::sniff(compound + "W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0"s) == FileKind::word97);
    CHECK(jobs::sniff(compound + "W\0o\0r\0k\0b\0o\0o\0k\0W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0"s) == FileKind::word97);
    CHECK(jobs::sniff(compound + "W\0o\0r\0k\0b\0o\0o\0k\0"s) == FileKind::workbook);
    CHECK(jobs::sniff(compound + "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"s) == FileKind::locked);
    CHECK(jobs::sniff("{\\rtf1\\ansi") == FileKind::rtf);
    CHECK(jobs::sniff("\x89PNG\r\n\x1A\n") == FileKind::picture);
    CHECK(jobs::sniff("\xFF\xD8\xFF\xE0") == FileKind::picture);
    CHECK(jobs::sniff("II*\0"s) == FileKind::picture);
    CHECK(jobs::sniff("Số: 52/QĐ-UBND") == FileKind::text);
    CHECK(jobs::sniff("") == FileKind::text);
}
