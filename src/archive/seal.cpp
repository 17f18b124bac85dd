#include "archive/seal.h"

#include "archive/disk.h"
#include "archive/object.h"

#include <array>
#include <cerrno>
#include <unistd.h>

namespace vanthu::archive {
namespace {

constexpr const char* seal_name = "vanthu-backup.sha512";
constexpr std::array sealed = {"index.sqlite", "register.sqlite"};

/// As `sha512sum --check` reads it.
std::string line_of(const std::filesystem::path& folder, const char* name) {
    return digest_of(folder / name) + "  " + name + "\n";
}

} // namespace

void seal(const std::filesystem::path& folder) {
    std::string text;
    for (const char* name : sealed) text += line_of(folder, name);
    FileBatch batch;
    batch.write(folder / seal_name, text);
    batch.sync(folder);
}

Diagnostics check_seal(const std::filesystem::path& folder) {
    if (!is_there(folder / seal_name)) return {};
    const std::string text = read_whole(folder / seal_name);
    Diagnostics found;
    std::size_t known = 0;
    for (const char* name : sealed) {
        if (!is_there(folder / name)) {
            found.push_back(Damage("store-file-missing", folder / name).diagnostic());
            continue;
        }
        const std::string line = line_of(folder, name);
        known += line.size();
        if (text.find(line) == std::string::npos)
            found.push_back(Damage("store-file-damaged", folder / name).diagnostic());
    }
    if (found.empty() && known != text.size())
        found.push_back(Damage("store-file-damaged", folder / seal_name).diagnostic());
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
