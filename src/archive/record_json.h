// record.json of a stored document: what is searched, listed and registered of it, without its files, version and time
// (the inventory has them) and without its text (text.txt). Private to archive.
#pragma once

#include "archive/record.h"
#include "base/bytes.h"

#include <optional>
#include <string_view>

namespace vanthu::archive {

inline constexpr const char* record_name = "record.json";
inline constexpr const char* text_name = "text.txt";

Bytes write_record(const Record& record);
/// Unknown members are passed over: a later program may know more. None where it is no record.
std::optional<Record> read_record(std::string_view json);

} // namespace vanthu::archive
