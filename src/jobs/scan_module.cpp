#include "jobs/scan_module.h"

#include "base/module.h"
#include "base/resources.h"
#include "forms/read_words.h"
#include "jobs/files.h"

#include <cstdlib>
#include <filesystem>
#include <optional>
#include <vector>

namespace vanthu::jobs {
namespace {

namespace fs = std::filesystem;

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

} // namespace

LoadedScanModule load_scan_module() {
    // One sheet a process is quicker than two threads on one sheet; read when the OpenMP library is loaded.
    ::setenv("OMP_THREAD_LIMIT", "1", 1); // NOLINT(concurrency-mt-unsafe): there is one thread
    const std::optional<fs::path> model = find_model();
    if (!model) return {nullptr, {{"scan-model-missing", Severity::error, {}, {}}}};
    Result<Bytes> bytes = read_file(*model);
    if (!bytes) return {nullptr, std::move(bytes.diagnostics)};
    Result<void*> entry = module_symbol("vanthu_scan", read::scan_module_entry);
    if (!entry) return {nullptr, std::move(entry.diagnostics)};
    read::ScanModule* module = reinterpret_cast<read::ScanModuleEntry>(*entry)();
    const Result<forms::ReadWords> words = forms::ReadWords::load(embedded_resources());
    if (!words) return {nullptr, words.diagnostics};
    Diagnostics why_not = module->load(*bytes, words->list("phrases"));
    if (has_errors(why_not)) return {nullptr, std::move(why_not)};
    return {module, {}};
}

} // namespace vanthu::jobs
