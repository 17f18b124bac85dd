#include "archive/seal.h"

#include "archive/digest.h"
#include "archive/disk.h"
#include "archive/object.h"

#include <algorithm>
#include <cerrno>
#include <sstream>
#include <string>
#include <unistd.h>
#include <vector>

namespace vanthu::archive {
namespace {

constexpr const char* seal_name = "vanthu-backup.sha512";

/// As `sha512sum --check` reads it.
std::string line_of(const std::filesystem::path& folder, const std::string& name) {
    return digest_of(folder / name) + "  " + name + "\n";
}

/// Files that no inventory lists, sorted.
std::vector<std::string> sealed_files(const std::filesystem::path& folder) {
    std::vector<std::string> names;
    const std::filesystem::recursive_directory_iterator end;
    for (std::filesystem::recursive_directory_iterator entry(folder); entry != end; ++entry) {
        const std::string name = entry->path().lexically_relative(folder);
        if (name == "storage" || name == "staging") entry.disable_recursion_pending();
        if (entry->is_regular_file() && name != seal_name) names.push_back(name);
    }
    std::sort(names.begin(), names.end());
    return names;
}

/// The seal's own digest, behind its lines.
std::string last_line(std::string_view lines) { return "# " + sha512(lines) + "\n"; }

bool is_whole(std::string_view text) {
    const std::size_t last = text.find('#');
    return last != std::string_view::npos && last_line(text.substr(0, last)) == text.substr(last);
}

} // namespace

void seal(const std::filesystem::path& folder) {
    std::string lines;
    for (const std::string& name : sealed_files(folder)) lines += line_of(folder, name);
    FileBatch batch;
    batch.write(folder / seal_name, lines + last_line(lines));
    batch.sync(folder);
}

Diagnostics check_seal(const std::filesystem::path& folder) {
    if (!is_there(folder / seal_name)) return {};
    const std::string text = read_whole(folder / seal_name);
    if (!is_whole(text)) return {Damage("store-file-damaged", folder / seal_name).diagnostic()};
    Diagnostics found;
    std::istringstream lines(text.substr(0, text.find('#')));
    for (std::string digest, name; lines >> digest && std::getline(lines >> std::ws, name);) {
        if (!is_there(folder / name))
            found.push_back(Damage("store-file-missing", folder / name).diagnostic());
        else if (digest_of(folder / name) != digest)
            found.push_back(Damage("store-file-damaged", folder / name).diagnostic());
    }
    return found;
}

void break_seal(const std::filesystem::path& folder) {
    const std::filesystem::path path = folder / seal_name;
    if (!is_there(path)) return;
    if (::unlink(path.c_str()) != 0) {
        if (errno == EROFS || errno == EACCES) return; // nobody can change what it seals either
        throw DiskFault(errno, path);
    }
    sync_folder(folder);
}

} // namespace vanthu::archive
