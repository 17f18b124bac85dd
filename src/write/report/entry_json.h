// What became of a file as one line of JSON: of the journal, and of the report for programs.
#pragma once

#include "forms/messages.h"
#include "write/report/file_entry.h"

#include <string>
#include <string_view>

namespace vanthu::write {

/// Whose words findings are told in. Without messages they are codes and arguments, which any words can be made of.
struct ReportWords {
    const forms::Messages& messages;
    forms::Language language;
};

/// The text in NFC with bytes that are no UTF-8 written \xNN: for people.
std::string shown_path(std::string_view path);

std::string_view name_of(FileState state);

/// An object without a line break. A path that shown_path() changes has its bytes beside it, in hexadecimal digits.
std::string entry_json(const FileEntry& entry, const ReportWords* words = nullptr);

} // namespace vanthu::write
