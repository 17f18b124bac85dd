#include "archive/seal.h"

#include "archive/digest.h"
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

/// The seal's own digest, behind its lines.
std::string last_line(std::string_view lines) { return "# " + sha512(lines) + "\n"; }

bool is_whole(std::string_view text) {
    const std::size_t last = text.find('#');
    return last != std::string_view::npos && last_line(text.substr(0, last)) == text.substr(last);
}

} // namespace

void seal(const std::filesystem::path& folder) {
    std::string lines;
    for (const char* name : sealed) lines += line_of(folder, name);
    FileBatch batch;
    batch.write(folder / seal_name, lines + last_line(lines));
    batch.sync(folder);
}

Diagnostics check_seal(const std::filesystem::path& folder) {
    if (!is_there(folder / seal_name)) return {};
    const std::string text = read_whole(folder / seal_name);
    if (!is_whole(text)) return {Damage("store-file-damaged", folder / seal_name).diagnostic()};
    Diagnostics found;
    for (const char* name : sealed) {
        if (!is_there(folder / name))
            found.push_back(Damage("store-file-missing", folder / name).diagnostic());
        else if (text.find(line_of(folder, name)) == std::string::npos)
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
