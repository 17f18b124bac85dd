#include "jobs/scan_module.h"

#include "jobs/files.h"

#include <cstdlib>
#include <dlfcn.h>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace vanthu::jobs {
namespace {

namespace fs = std::filesystem;

Diagnostic error(std::string code, Arguments arguments = {}) {
    return {std::move(code), Severity::error, std::move(arguments), {}};
}

/// Debian's folders for libraries have one more level.
std::optional<fs::path> find_module() {
    constexpr const char* name = "vanthu_scan.so";
    std::error_code fault;
    const fs::path program = fs::read_symlink("/proc/self/exe", fault).parent_path();
    const fs::path libraries = program.parent_path() / "lib";
    std::vector<fs::path> places = {program / name, libraries / "vanthu" / name};
    for (fs::directory_iterator entry(libraries, fault), end; !fault && entry != end; entry.increment(fault))
        places.push_back(entry->path() / "vanthu" / name);
    for (const fs::path& place : places)
        if (fs::is_regular_file(place, fault)) return place;
    return std::nullopt;
}

std::optional<fs::path> find_model() {
    constexpr const char* name = "vie.traineddata";
    std::vector<fs::path> folders;
    const char* prefix = std::getenv("TESSDATA_PREFIX"); // NOLINT(concurrency-mt-unsafe): there is one thread
    if (prefix != nullptr) folders = {prefix, fs::path(prefix) / "tessdata"};
    for (const char* folder : {"/usr/share/tesseract-ocr/5/tessdata", "/usr/share/tesseract-ocr/4.00/tessdata",
                               "/usr/share/tessdata", "/usr/local/share/tessdata"})
        folders.emplace_back(folder);
    std::error_code fault;
    for (const fs::path& folder : folders)
        if (fs::is_regular_file(folder / name, fault)) return folder / name;
    return std::nullopt;
}

/// Never closed: its libraries leave threads and destructors behind.
read::ScanModule* open_module(const fs::path& path, std::string& reason) {
    void* library = ::dlopen(path.c_str(), RTLD_NOW | RTLD_LOCAL);
    void* entry = library != nullptr ? ::dlsym(library, read::scan_module_entry) : nullptr;
    if (entry == nullptr) {
        const char* why = ::dlerror(); // NOLINT(concurrency-mt-unsafe): there is one thread
        reason = why != nullptr ? why : "";
        return nullptr;
    }
    return reinterpret_cast<read::ScanModuleEntry>(entry)();
}

} // namespace

LoadedScanModule load_scan_module() {
    // One sheet a process is quicker than two threads on one sheet; read when the OpenMP library is loaded.
    ::setenv("OMP_THREAD_LIMIT", "1", 1); // NOLINT(concurrency-mt-unsafe): there is one thread
    const std::optional<fs::path> path = find_module(), model = find_model();
    if (!path) return {nullptr, {error("scan-module-missing", {{"reason", "vanthu_scan.so"}})}};
    if (!model) return {nullptr, {error("scan-model-missing")}};
    Result<Bytes> bytes = read_file(*model);
    if (!bytes) return {nullptr, std::move(bytes.diagnostics)};
    std::string reason;
    read::ScanModule* module = open_module(*path, reason);
    if (module == nullptr) return {nullptr, {error("scan-module-missing", {{"reason", reason}})}};
    Diagnostics why_not = module->load(*bytes);
    if (has_errors(why_not)) return {nullptr, std::move(why_not)};
    return {module, {}};
}

} // namespace vanthu::jobs
