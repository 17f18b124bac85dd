// What the archive knows of a document beside its files: the fields that are searched, listed and registered (decree
// 30/2020, appendix VI). Everything here can be made again from the storage root.
#pragma once

#include "model/read_table.h"

#include <cstdint>
#include <string>
#include <vector>

namespace vanthu::archive {

/// What an office got or made itself; the rest was read of it.
inline constexpr const char* originals_folder = "original/";

/// A file inside a version of a document.
struct StoredFile {
    std::string path; ///< logical path in the OCFL object: "original/NAME", "document.json", "text.txt", "record.json"
    std::string sha512; ///< 128 hexadecimal digits
    std::uint64_t size = 0;

    bool operator==(const StoredFile&) const = default;
};

struct Record {
    std::string id;                ///< "vt-" and 24 hexadecimal digits, from the sha512 of the first original
    std::uint32_t version = 1;     ///< the head
    std::string added;             ///< when this version was added, RFC 3339 UTC
    std::vector<StoredFile> files; ///< of the head
    std::string source;            ///< name of the first original as the clerk had it

    std::string type;   ///< "Quyết định"; empty: not recognised, as all others below
    std::string number; ///< "52"
    std::string symbol; ///< "QĐ-UBND"
    std::string issuer; ///< "ỦY BAN NHÂN DÂN TỈNH KHÁNH HÒA" as printed
    std::string date;   ///< ISO 8601
    std::string place;
    std::string subject; ///< trích yếu
    std::string signer;  ///< full name
    std::string position;
    std::vector<std::string> recipients;
    std::uint32_t pages = 0;
    double trust = 1; ///< 0..1, the least of its pages
    std::string text; ///< all of it, NFC, for the search
    std::vector<model::Task> tasks;

    /// The year the number counts in: of `date`; empty where there is none.
    std::string year() const { return date.substr(0, 4); }
    bool operator==(const Record&) const = default;
};

} // namespace vanthu::archive
