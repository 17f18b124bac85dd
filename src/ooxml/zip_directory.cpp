#include "ooxml/zip_directory.h"

#include "ooxml/problems.h"

#include <algorithm>
#include <set>

namespace vanthu::ooxml {
namespace {

constexpr std::string_view end_mark("PK\5\6", 4);
constexpr std::string_view entry_mark("PK\1\2", 4);
constexpr std::size_t end_size = 22;
constexpr std::size_t entry_size = 46;
constexpr std::size_t local_size = 30;
constexpr std::size_t longest_comment = 0xFFFF;

std::uint32_t number(std::string_view bytes, std::size_t at, std::size_t size) {
    std::uint32_t value = 0;
    for (std::size_t i = size; i-- > 0;) value = (value << 8) | static_cast<unsigned char>(bytes[at + i]);
    return value;
}

Result<Directory> not_a_zip(const char* reason) { return Result<Directory>::failed(broken("", reason)); }

std::size_t find_end(std::string_view zip) {
    if (zip.size() < end_size) return std::string_view::npos;
    const std::size_t at = zip.rfind(end_mark, zip.size() - end_size);
    return at != std::string_view::npos && zip.size() - at > end_size + longest_comment ? std::string_view::npos : at;
}

bool leads_out(std::string_view name) {
    if (name.empty() || name.front() == '/' || name.find('\\') != std::string_view::npos ||
        name.find('\0') != std::string_view::npos || name.find(':') != std::string_view::npos)
        return true;
    for (std::size_t begin = 0; begin <= name.size();) {
        const std::size_t end = std::min(name.find('/', begin), name.size());
        if (name.substr(begin, end - begin) == "..") return true;
        begin = end + 1;
    }
    return false;
}

/// Part names are compared without case; ASCII letters are all that a part name may differ in.
std::string folded(std::string name) {
    for (char& c : name)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return name;
}

/// Fit to print: names are any bytes.
std::string printable(std::string_view name) {
    std::string result(name.substr(0, 80));
    std::replace_if(
        result.begin(), result.end(), [](char c) { return c < 0x20 || c == 0x7F; }, '?');
    return result;
}

} // namespace

Result<Directory> read_directory(std::string_view zip, std::size_t max_entries) {
    const std::size_t end = find_end(zip);
    if (end == std::string_view::npos) return not_a_zip("not a ZIP file");
    const std::size_t count = number(zip, end + 10, 2);
    const std::size_t begin = number(zip, end + 16, 4);
    // 0xFFFF and 0xFFFFFFFF point to a ZIP64 directory, which only files beyond our limits need.
    if (count > max_entries) return Result<Directory>::failed(over_limit("", "entries", count));
    if (begin > end) return not_a_zip("directory outside the file");
    Directory directory;
    directory.begin = begin;
    std::size_t at = begin;
    for (std::size_t i = 0; i < count; ++i) {
        if (at > end || end - at < entry_size || zip.substr(at, 4) != entry_mark)
            return not_a_zip("directory cut short");
        const std::size_t name = number(zip, at + 28, 2);
        const std::size_t rest = number(zip, at + 30, 2) + number(zip, at + 32, 2);
        if (end - at - entry_size < name + rest) return not_a_zip("directory cut short");
        directory.entries.push_back({std::string(zip.substr(at + entry_size, name)), number(zip, at + 20, 4),
                                     number(zip, at + 42, 4), (number(zip, at + 8, 2) & 1) != 0});
        at += entry_size + name + rest;
    }
    return Result<Directory>::of(std::move(directory));
}

std::optional<Diagnostic> suspicion(const Directory& directory) {
    std::set<std::string> names;
    std::vector<const DirectoryEntry*> by_place;
    for (const DirectoryEntry& entry : directory.entries) {
        if (entry.encrypted) return encrypted();
        if (leads_out(entry.name)) return broken(printable(entry.name), "forbidden name");
        if (!names.insert(folded(entry.name)).second) return broken(printable(entry.name), "duplicate name");
        by_place.push_back(&entry);
    }
    std::sort(by_place.begin(), by_place.end(),
              [](const DirectoryEntry* a, const DirectoryEntry* b) { return a->offset < b->offset; });
    for (std::size_t i = 0; i < by_place.size(); ++i) {
        const std::uint64_t end = i + 1 < by_place.size() ? by_place[i + 1]->offset : directory.begin;
        const DirectoryEntry& entry = *by_place[i];
        if (entry.offset + local_size + entry.name.size() + entry.compressed > end)
            return broken(printable(entry.name), "overlapping entries");
    }
    return std::nullopt;
}

} // namespace vanthu::ooxml
